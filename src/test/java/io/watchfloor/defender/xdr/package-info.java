/**
 * Reading from the Defender API, tested against servers of every kind.
 */
@NullMarked
package io.watchfloor.defender.xdr;

import org.jspecify.annotations.NullMarked;
