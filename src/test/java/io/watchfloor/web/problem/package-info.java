/**
 * Tests of {@code io.watchfloor.web.problem}.
 */
@NullMarked
package io.watchfloor.web.problem;

import org.jspecify.annotations.NullMarked;
