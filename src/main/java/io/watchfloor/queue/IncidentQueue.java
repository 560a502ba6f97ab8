package io.watchfloor.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;

/**
 * One analyst's queue: it holds what that analyst's token fetched and brings it up to
 * date. Safe for threads: one of them at a time talks to the API, the others see the
 * present snapshot meanwhile.
 */
public final class IncidentQueue {

	/**
	 * An empty queue.
	 * @param source where the analyst's incidents come from
	 * @param summaries shares equal summaries
	 * @param clock tells the time
	 * @param freshness how old the queue may be when it is asked for
	 */
	public IncidentQueue(IncidentSource source, SummaryInterner summaries, Clock clock, Duration freshness) {
	}

	/**
	 * What the queue holds, without any call.
	 * @return the present snapshot
	 */
	public QueueSnapshot snapshot() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Make the queue fresh for a range: at most one call, and none when it is fresh. The
	 * first call reads the newest page; what lies further back is left to {@link #step}.
	 * A failure is told by the snapshot's state and not thrown.
	 * @param since where the asked range begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot refresh(Instant since) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Read one page further back towards the beginning of the range that was asked for:
	 * at most one call, and none when the range is complete. A failure is told by the
	 * snapshot's state and not thrown.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot step() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Learn what an incident's own page just read.
	 * @param incident the incident
	 */
	public void put(Incident incident) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Drop an incident that the API no longer has for this analyst.
	 * @param id its number
	 */
	public void forget(long id) {
		throw new UnsupportedOperationException();
	}

}
