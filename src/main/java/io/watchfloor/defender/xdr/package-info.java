/**
 * Reads incidents from the Defender API and changes them there. It stands on
 * {@code defender}, which knows nothing of it.
 */
@NullMarked
package io.watchfloor.defender.xdr;

import org.jspecify.annotations.NullMarked;
