/**
 * Which API incidents are read from, and what Entra ID is asked for to read from it:
 * scopes, the cloud that they belong to, and claims. The next room is {@code signin},
 * which asks.
 */
@NullMarked
package io.watchfloor.signin.api;

import org.jspecify.annotations.NullMarked;
