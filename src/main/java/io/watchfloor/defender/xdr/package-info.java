/**
 * Reads incidents from the Defender API. It stands on {@code defender}, which knows
 * nothing of it.
 */
@NullMarked
package io.watchfloor.defender.xdr;

import org.jspecify.annotations.NullMarked;
