/**
 * Tests of {@code io.watchfloor.web.queue}.
 */
@NullMarked
package io.watchfloor.web.queue;

import org.jspecify.annotations.NullMarked;
