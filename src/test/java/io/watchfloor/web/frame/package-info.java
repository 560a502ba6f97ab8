/**
 * Tests of {@code io.watchfloor.web.frame}.
 */
@NullMarked
package io.watchfloor.web.frame;

import org.jspecify.annotations.NullMarked;
