package io.watchfloor.defender;

import java.util.UUID;

/**
 * Identifies the reader of one analyst's queue on one node, by a random name. It holds
 * nothing about the analyst, so that the call budget, which remembers it for an hour and
 * may tell it to other nodes, keeps neither a name nor a queue.
 * <p>
 * An analyst whom two nodes serve has a queue on each, which are two readers: each is to
 * be kept up to date. As one they would take turns, and be twice as old.
 *
 * @param name the name, which says nothing
 */
public record ReaderId(String name) {

	/**
	 * Create the identity of a new reader.
	 */
	public ReaderId() {
		this(Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits(), Character.MAX_RADIX));
	}

}
