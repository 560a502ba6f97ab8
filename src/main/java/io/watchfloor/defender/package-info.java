/**
 * The way out: calls the API that has the incidents with the analyst's own token, within
 * its quota, and names its failures. Each API has a room of its own, {@code xdr} and
 * {@code graph}, which reads its responses as the records here and, where that is wanted,
 * writes changes back. The next room is {@code queue}, which holds what was read;
 * {@code http} is below.
 */
@NullMarked
package io.watchfloor.defender;

import org.jspecify.annotations.NullMarked;
