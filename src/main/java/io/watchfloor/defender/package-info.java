/**
 * The way out: calls the Defender API with the analyst's own token, reads its responses
 * as records, and names its failures. The next room is {@code queue}, which holds what
 * was read; {@code http} is below.
 */
@NullMarked
package io.watchfloor.defender;

import org.jspecify.annotations.NullMarked;
