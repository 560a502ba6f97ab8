/**
 * Tests of {@code io.watchfloor.web.sweep}.
 */
@NullMarked
package io.watchfloor.web.sweep;

import org.jspecify.annotations.NullMarked;
