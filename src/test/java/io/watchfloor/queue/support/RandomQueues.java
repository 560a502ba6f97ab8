package io.watchfloor.queue.support;

import java.time.Instant;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * Indexes of random incidents, for tests of the rooms that stand on the index.
 */
public final class RandomQueues {

	/**
	 * The present among them.
	 */
	public static final Instant NOW = RandomIncidents.NOW;

	private RandomQueues() {
	}

	/**
	 * An index of random incidents of the last 40 days, any part of which may be missing.
	 */
	public static IncidentIndex index(long seed, int count) {
		return IncidentIndex.EMPTY
			.with(new RandomIncidents(seed).some(count).stream().map(IncidentSummary::of).toList());
	}

}
