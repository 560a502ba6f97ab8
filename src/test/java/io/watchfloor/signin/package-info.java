/**
 * Tests of {@code io.watchfloor.signin}.
 */
@NullMarked
package io.watchfloor.signin;

import org.jspecify.annotations.NullMarked;
