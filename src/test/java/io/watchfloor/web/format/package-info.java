/**
 * Tests of {@code io.watchfloor.web.format}.
 */
@NullMarked
package io.watchfloor.web.format;

import org.jspecify.annotations.NullMarked;
