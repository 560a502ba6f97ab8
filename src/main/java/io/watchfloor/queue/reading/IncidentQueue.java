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
 * One analyst's queue: it holds what that analyst's token fetched and brings it up to
 * date. Safe for threads: one of them at a time talks to the API, the others see the
 * present snapshot meanwhile.
 */
public final class IncidentQueue {

	/**
	 * How long a second request waits for the first page that another one reads.
	 */
	private static final Duration FIRST_PAGE = Duration.ofSeconds(10);

	private final SummaryInterner summaries;

	private final LatestSnapshot latest;

	/**
	 * Held by the thread that talks to the API; guards the reader.
	 */
	private final ReentrantLock reading = new ReentrantLock();

	private final QueueReader reader;

	/**
	 * An empty queue.
	 * @param source where the analyst's incidents come from
	 * @param summaries shares equal summaries
	 * @param memory says whether there is room to read further back
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
	 * What the queue holds, without any call.
	 * @return the present snapshot
	 */
	public QueueSnapshot snapshot() {
		return this.latest.get();
	}

	/**
	 * Make the queue fresh for a range, for somebody who waits for it: at most one call,
	 * and none when it is fresh. The first call reads the newest page; what lies further
	 * back is left to {@link #step}. A failure is told by the snapshot's state and not
	 * thrown. While another thread talks to the API nothing happens, but for a wait of
	 * some seconds while that one reads the very first page.
	 * @param since where the asked range begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot refresh(Instant since) {
		return alone(() -> this.reader.refresh(since, Urgency.AWAITED));
	}

	/**
	 * Make the queue fresh for a range, for an open page that keeps itself current: as
	 * {@link #refresh}, but it lets those go first who wait.
	 * @param since where the asked range begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot poll(Instant since) {
		return alone(() -> this.reader.refresh(since, Urgency.POLL));
	}

	/**
	 * Read one page further back towards the beginning of the range that was asked for:
	 * at most one call, and none when the range is complete or memory is used up. A
	 * failure is told by the snapshot's state and not thrown. While another thread talks
	 * to the API nothing happens.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot step() {
		return alone(this.reader::step);
	}

	/**
	 * Look for incidents that the API lists no longer: from time to time, once the range
	 * was read, all that is held is listed again in steps. At most one call, and none
	 * when it is not due or has to wait for its turn; failures as with {@link #step}.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot sweep() {
		return alone(this.reader::sweep);
	}

	/**
	 * Learn what an incident's own page just read.
	 * @param incident the incident
	 */
	public void put(Incident incident) {
		IncidentSummary summary = this.summaries.summarize(incident);
		this.latest.change((held) -> held.with(List.of(summary)));
	}

	/**
	 * Drop an incident that the API no longer has for this analyst.
	 * @param id its number
	 */
	public void forget(long id) {
		this.latest.change((held) -> held.without(id));
	}

	/**
	 * Make a call while no other thread does. Where one does, what is held has to do; and
	 * where nothing is, the first page is worth a wait.
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
