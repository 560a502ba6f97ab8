/**
 * What refuses requests before anything reads them: those for another host, unsafe ones
 * without a session, and bodies that never arrive. The next room is {@code signin}, which
 * says who may request what of the rest.
 */
@NullMarked
package io.watchfloor.signin.refusal;

import org.jspecify.annotations.NullMarked;
