/**
 * Tests of {@code io.watchfloor.signin.check}.
 */
@NullMarked
package io.watchfloor.signin.check;

import org.jspecify.annotations.NullMarked;
