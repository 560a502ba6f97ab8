/**
 * Whether an access token fits the API. The next room is {@code web.token}, which shows
 * it.
 */
@NullMarked
package io.watchfloor.signin.check;

import org.jspecify.annotations.NullMarked;
