package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.IncidentSummary;

/**
 * One analyst's queue: the incidents that were read with that analyst's token, brought up
 * to date on demand. Thread-safe: one thread at a time calls the API, and the others get
 * the latest snapshot meanwhile.
 */
public final class IncidentQueue {

	/**
	 * How long a request waits while another one reads the first page.
	 */
	private static final Duration FIRST_PAGE = Duration.ofSeconds(10);

	private final SummaryInterner summaries;

	private final LatestSnapshot latest;

	/**
	 * Locked by the thread that calls the API; guards the reader.
	 */
	private final ReentrantLock reading = new ReentrantLock();

	private final QueueReader reader;

	/**
	 * Create an empty queue.
	 * @param source where the analyst's incidents come from
	 * @param summaries makes equal summaries one object
	 * @param memory tells whether there is room to read further back
	 * @param clock tells the time
	 * @param freshness how old the queue may be when it is asked for
	 */
	IncidentQueue(IncidentSource source, SummaryInterner summaries, QueueMemory memory, Clock clock,
			Duration freshness) {
		this.summaries = summaries;
		this.latest = new LatestSnapshot(QueueSnapshot.of(summaries.emptyIndex()));
		this.reader = new QueueReader(source, summaries, memory, clock, freshness, this.latest);
	}

	/**
	 * Return the latest snapshot, without a call.
	 * @return the snapshot
	 */
	public QueueSnapshot snapshot() {
		return this.latest.get();
	}

	/**
	 * Bring the queue up to date for somebody who waits for it, by at most one call, and
	 * none when it is fresh. The first call reads the newest page; {@link #step} reads
	 * further back. A failure is in the snapshot's state and not thrown. While another
	 * thread calls the API this method does nothing, but it waits up to 10 seconds for
	 * the very first page.
	 * @param since when the range that is asked for begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot refresh(Instant since) {
		return alone(() -> this.reader.refresh(since, Urgency.AWAITED));
	}

	/**
	 * Bring the queue up to date for an open page that keeps itself current: as
	 * {@link #refresh}, but requests that somebody waits for go first.
	 * @param since when the range that is asked for begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot poll(Instant since) {
		return alone(() -> this.reader.refresh(since, Urgency.POLL));
	}

	/**
	 * Read one page further back in the range that was asked for, by at most one call,
	 * and none when the range is complete or the memory is full. A failure is in the
	 * snapshot's state and not thrown. While another thread calls the API this method
	 * does nothing.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot step() {
		return alone(this.reader::step);
	}

	/**
	 * Look for incidents that the API no longer lists. From time to time, after the range
	 * was read, it is listed again, a page with each call of this method. At most one
	 * call to the API, and none when no page is due; a call that the call budget holds
	 * back is no failure. Other failures are as with {@link #step}.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot checkDeletions() {
		return alone(this.reader::checkDeletions);
	}

	/**
	 * Add or replace an incident that its own page has just read.
	 * @param incident the incident
	 */
	public void put(Incident incident) {
		IncidentSummary summary = this.summaries.summarize(incident);
		this.latest.change((held) -> held.with(List.of(summary)));
	}

	/**
	 * Remove an incident that the API no longer has for this analyst.
	 * @param id its number
	 */
	public void forget(long id) {
		this.latest.change((held) -> held.without(id));
	}

	/**
	 * Make a call if no other thread makes one. If one does, return the latest snapshot,
	 * or wait for the first.
	 */
	private QueueSnapshot alone(Runnable call) {
		if (this.reading.tryLock()) {
			try {
				call.run();
			}
			catch (DefenderException ex) {
				this.latest.change((held) -> held.with(held.state().withFailure(ex)));
			}
			finally {
				this.reading.unlock();
			}
		}
		else if (this.latest.get().state().asOf() == null) {
			awaitFirstPage();
		}
		return this.latest.get();
	}

	private void awaitFirstPage() {
		try {
			if (this.reading.tryLock(FIRST_PAGE.toMillis(), TimeUnit.MILLISECONDS)) {
				this.reading.unlock();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
