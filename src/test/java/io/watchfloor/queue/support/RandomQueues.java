package io.watchfloor.queue.support;

import java.time.Instant;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * Makes indexes of random incidents for tests of the rooms that use the index.
 */
public final class RandomQueues {

	/**
	 * The present of these incidents.
	 */
	public static final Instant NOW = RandomIncidents.NOW;

	private RandomQueues() {
	}

	/**
	 * Return an index of random incidents of the last 40 days, any part of which may be
	 * missing.
	 */
	public static IncidentIndex index(long seed, int count) {
		return IncidentIndex.EMPTY
			.with(new RandomIncidents(seed).some(count).stream().map(IncidentSummary::of).toList());
	}

}
