/**
 * The certificate by which Watchfloor proves itself to Entra, and the file that holds it.
 * The next room is {@code signin}, which signs with it.
 */
@NullMarked
package io.watchfloor.signin.credential;

import org.jspecify.annotations.NullMarked;
