/**
 * Reads JSON as it really comes: as a stream, of bounded size, and as tolerant as the
 * APIs are loose. The rooms {@code xdr} and {@code graph} beside it read their APIs with
 * it.
 */
@NullMarked
package io.watchfloor.defender.json;

import org.jspecify.annotations.NullMarked;
