package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.Urgency;
import org.jspecify.annotations.Nullable;

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

	private final IncidentSource source;

	private final SummaryInterner summaries;

	private final QueueMemory memory;

	private final Clock clock;

	private final Duration freshness;

	private final ReaderId id;

	/**
	 * Locked by the thread that calls the API.
	 */
	private final ReentrantLock reading = new ReentrantLock();

	/**
	 * Replaced by a new one when the API refuses the analyst, so that a call that is
	 * still under way cannot bring back what was dropped.
	 */
	private volatile QueueReader reader;

	/**
	 * Create an empty queue.
	 * @param id identifies the queue's calls
	 * @param source where the analyst's incidents come from
	 * @param summaries makes equal summaries one object
	 * @param memory tells whether there is room to read further back
	 * @param clock tells the time
	 * @param freshness how old the queue may be when it is asked for
	 */
	IncidentQueue(ReaderId id, IncidentSource source, SummaryInterner summaries, QueueMemory memory, Clock clock,
			Duration freshness) {
		this.id = id;
		this.source = source;
		this.summaries = summaries;
		this.memory = memory;
		this.clock = clock;
		this.freshness = freshness;
		this.reader = newReader();
	}

	private QueueReader newReader() {
		return new QueueReader(this.id, this.source, this.summaries, this.memory, this.clock, this.freshness);
	}

	/**
	 * Return the latest snapshot, without a call. It is empty when the API has not
	 * confirmed what the queue holds for {@link DeletionCheckSchedule#BOUND}.
	 * @return the snapshot
	 */
	public QueueSnapshot snapshot() {
		return this.reader.confirmed();
	}

	/**
	 * Return all that the queue holds, be it confirmed or not.
	 */
	QueueSnapshot held() {
		return this.reader.held();
	}

	/**
	 * Bring the queue up to date for somebody who waits for it, by at most one call, and
	 * none when it is fresh. The first call reads the newest page; {@link #step} reads
	 * further back. A failure is in the snapshot's state and not thrown; when the API
	 * refuses the analyst, the snapshot is empty besides. While another thread calls the
	 * API this method does nothing, but it waits up to 10 seconds for the very first
	 * page.
	 * @param since when the range that is asked for begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot refresh(Instant since) {
		return alone((queueReader) -> queueReader.refresh(since, Urgency.AWAITED));
	}

	/**
	 * Bring the queue up to date for an open page that keeps itself current: as
	 * {@link #refresh}, but requests that somebody waits for go first.
	 * @param since when the range that is asked for begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot poll(Instant since) {
		return alone((queueReader) -> queueReader.refresh(since, Urgency.POLL));
	}

	/**
	 * Read one page further back in the range that was asked for, by at most one call,
	 * and none when the range is complete or the memory is full. Failures are as with
	 * {@link #refresh}. While another thread calls the API this method does nothing.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot step() {
		return alone(QueueReader::step);
	}

	/**
	 * Confirm that the API still lists for this analyst what the queue holds, and drop
	 * what it does not: what is shown was listed or counted by the API within the last
	 * {@link DeletionCheckSchedule#BOUND}, and what could not be confirmed within it is
	 * dropped and read again. One call when a check is due, and some more when the bound
	 * is reached; a call that the call budget holds back is no failure. Other failures
	 * are as with {@link #refresh}.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot checkDeletions() {
		return alone(QueueReader::checkDeletions);
	}

	/**
	 * Add or replace an incident that its own page has just read.
	 * @param incident the incident
	 */
	public void put(Incident incident) {
		this.reader.put(incident);
	}

	/**
	 * Record that the analyst has changed an incident without this queue, so that what it
	 * holds does not count as fresh: the changes are read when they are asked for next.
	 */
	public void outdate() {
		this.reader.outdate();
	}

	/**
	 * Remove an incident that the API no longer has for this analyst.
	 * @param incidentId its number
	 */
	public void forget(long incidentId) {
		this.reader.forget(incidentId);
	}

	/**
	 * Read one incident and update the queue: by one call, and none when it is the one
	 * that was opened last, some seconds ago, and the queue holds nothing newer of it.
	 * @param incidentId its number
	 * @return the incident
	 * @throws DefenderException if it cannot be read; one that the API does not have for
	 * this analyst is removed, and everything is dropped if the API refuses the analyst
	 */
	public Incident open(long incidentId) {
		return read(incidentId, QueueReader::open);
	}

	/**
	 * Read one incident as it is now and update the queue, always by a call. Failures are
	 * as with {@link #open}.
	 * @param incidentId its number
	 * @return the incident
	 * @throws DefenderException if it cannot be read
	 */
	public Incident reread(long incidentId) {
		return read(incidentId, QueueReader::reread);
	}

	private Incident read(long incidentId, BiFunction<QueueReader, Long, Incident> call) {
		QueueReader current = this.reader;
		try {
			return call.apply(current, incidentId);
		}
		catch (DefenderException ex) {
			if (ex.isRefusal()) {
				drop(ex);
			}
			else if (ex instanceof DefenderException.NotFound) {
				current.forget(incidentId);
			}
			throw ex;
		}
	}

	/**
	 * Check that this queue's reader could change an incident now.
	 * @param writer makes the changes
	 * @throws DefenderException.Throttled when a change would have to wait
	 */
	public void requireRoom(IncidentWriter writer) {
		writer.requireRoom(this.id);
	}

	/**
	 * Change an incident by one call and update the queue with the answer, so that the
	 * incident's own page, opened right afterwards, shows it without another call.
	 * @param writer makes the call
	 * @param before the incident as it was read a moment ago
	 * @param call one of the writer's {@link IncidentWriter#calls}
	 * @return the incident as it is now
	 * @throws DefenderException if the call fails; everything is dropped if the API
	 * refuses the token, and nothing for any other failure: who may not change an
	 * incident may see it all the same
	 */
	public Incident write(IncidentWriter writer, Incident before, IncidentUpdate call) {
		QueueReader current = this.reader;
		try {
			return current.keep(writer.write(before, call, this.id));
		}
		catch (DefenderException.Unauthorized ex) {
			drop(ex);
			throw ex;
		}
	}

	/**
	 * Drop all that the queue holds, because the API refused the analyst or there is no
	 * token to ask it with.
	 * @param failure why, which the snapshot's state has from now on; {@code null} when
	 * the API was not asked
	 */
	public void drop(@Nullable DefenderException failure) {
		QueueReader empty = newReader();
		if (failure != null) {
			empty.failed(failure);
		}
		this.reader = empty;
	}

	/**
	 * Make a call if no other thread makes one. If one does, return the latest snapshot,
	 * or wait for the first.
	 */
	private QueueSnapshot alone(Consumer<QueueReader> call) {
		if (this.reading.tryLock()) {
			QueueReader current = this.reader;
			try {
				call.accept(current);
			}
			catch (DefenderException ex) {
				if (ex.isRefusal()) {
					drop(ex);
				}
				else {
					current.failed(ex);
				}
			}
			finally {
				this.reading.unlock();
			}
		}
		else if (this.reader.held().state().asOf() == null) {
			awaitFirstPage();
		}
		return snapshot();
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
