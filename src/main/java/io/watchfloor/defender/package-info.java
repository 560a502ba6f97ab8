/**
 * The way out: the Defender API, called with the analyst's own token, its answers as
 * records and its failures by name. The next room is {@code queue.reading}, which reads
 * incidents through it.
 */
@NullMarked
package io.watchfloor.defender;

import org.jspecify.annotations.NullMarked;
