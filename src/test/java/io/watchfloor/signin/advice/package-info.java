/**
 * Tests of {@code io.watchfloor.signin.advice}.
 */
@NullMarked
package io.watchfloor.signin.advice;

import org.jspecify.annotations.NullMarked;
