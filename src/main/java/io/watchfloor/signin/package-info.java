/**
 * How an analyst signs in, which token they hold, and how a session ends. Within it:
 * {@code advice} says why a sign-in failed, {@code certificate} holds the client
 * certificate, {@code check} says whether a token fits the API, {@code headers} writes
 * the headers of every response.
 */
@NullMarked
package io.watchfloor.signin;

import org.jspecify.annotations.NullMarked;
