package io.watchfloor.defender.shared;

import java.time.Instant;

/**
 * Something that is recorded in a {@link Ledger}.
 *
 * @param <T> the type of what is recorded
 * @param id identifies it, on all nodes
 * @param time when it happened, by the clock of the ledger
 * @param what what happened
 * @param shared whether it stands in the log, so that the other nodes know of it
 */
public record Entry<T>(String id, Instant time, T what, boolean shared) {

	Entry<T> at(Instant newTime) {
		return new Entry<>(this.id, newTime, this.what, this.shared);
	}

	Entry<T> shared(boolean isShared) {
		return new Entry<>(this.id, this.time, this.what, isShared);
	}

}
