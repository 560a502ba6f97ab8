/**
 * What Watchfloor proves itself to Entra with, certificate or secret, and the file that
 * holds it. The next room is {@code signin}, which sends it.
 */
@NullMarked
package io.watchfloor.signin.credential;

import org.jspecify.annotations.NullMarked;
