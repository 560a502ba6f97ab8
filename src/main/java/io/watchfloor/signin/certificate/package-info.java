/**
 * The certificate by which Watchfloor proves itself to Entra, and the file that holds it.
 */
@NullMarked
package io.watchfloor.signin.certificate;

import org.jspecify.annotations.NullMarked;
