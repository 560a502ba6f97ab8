/**
 * Why a sign-in failed, and who has to do what. The next room is {@code web.problem},
 * which shows it.
 */
@NullMarked
package io.watchfloor.signin.advice;

import org.jspecify.annotations.NullMarked;
