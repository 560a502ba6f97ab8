/**
 * Tests of {@code io.watchfloor.web.export}.
 */
@NullMarked
package io.watchfloor.web.export;

import org.jspecify.annotations.NullMarked;
