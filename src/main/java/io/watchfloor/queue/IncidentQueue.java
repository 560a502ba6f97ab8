package io.watchfloor.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.Reader;
import io.watchfloor.defender.Turn;
import io.watchfloor.defender.Urgency;

/**
 * One analyst's queue: it holds what that analyst's token fetched and brings it up to
 * date. Safe for threads: one of them at a time talks to the API, the others see the
 * present snapshot meanwhile.
 */
public final class IncidentQueue {

	/**
	 * How far a read for changes reaches behind the last change seen, for changes that
	 * the API tells late.
	 */
	static final Duration OVERLAP = Duration.ofMinutes(2);

	private final IncidentSource source;

	private final SummaryInterner summaries;

	private final Clock clock;

	private final Duration freshness;

	private final Reader reader = new Reader();

	/**
	 * Held by the thread that talks to the API; guards everything down to the snapshot.
	 */
	private final ReentrantLock reading = new ReentrantLock();

	/**
	 * What is left to read: ranges that were asked for at the head, changes too many for
	 * one page behind them.
	 */
	private final Deque<Walk> walks = new ArrayDeque<>();

	private @Nullable Instant askedSince;

	private @Nullable Instant lastChange;

	private volatile QueueSnapshot snapshot;

	/**
	 * An empty queue.
	 * @param source where the analyst's incidents come from
	 * @param summaries shares equal summaries
	 * @param clock tells the time
	 * @param freshness how old the queue may be when it is asked for
	 */
	public IncidentQueue(IncidentSource source, SummaryInterner summaries, Clock clock, Duration freshness) {
		this.source = source;
		this.summaries = summaries;
		this.clock = clock;
		this.freshness = freshness;
		this.snapshot = QueueSnapshot.of(summaries.emptyIndex());
	}

	/**
	 * What the queue holds, without any call.
	 * @return the present snapshot
	 */
	public QueueSnapshot snapshot() {
		return this.snapshot;
	}

	/**
	 * Make the queue fresh for a range, for somebody who waits for it: at most one call,
	 * and none when it is fresh. The first call reads the newest page; what lies further
	 * back is left to {@link #step}. A failure is told by the snapshot's state and not
	 * thrown. While another thread talks to the API nothing happens.
	 * @param since where the asked range begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot refresh(Instant since) {
		return refresh(since, Urgency.AWAITED);
	}

	/**
	 * Make the queue fresh for a range, for an open page that keeps itself current: as
	 * {@link #refresh}, but it lets those go first who wait.
	 * @param since where the asked range begins, by last update
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot poll(Instant since) {
		return refresh(since, Urgency.POLL);
	}

	private QueueSnapshot refresh(Instant since, Urgency urgency) {
		return alone(() -> {
			boolean wider = ask(since);
			Instant asOf = this.snapshot.state().asOf();
			if (asOf == null || this.lastChange == null) {
				readOn(Urgency.FIRST);
			}
			else if (!this.clock.instant().isBefore(asOf.plus(this.freshness))) {
				readNews(new Walk(this.lastChange.minus(OVERLAP), null), urgency);
			}
			else if (wider) {
				readOn(urgency);
			}
		});
	}

	/**
	 * Read one page further back towards the beginning of the range that was asked for:
	 * at most one call, and none when the range is complete. A failure is told by the
	 * snapshot's state and not thrown. While another thread talks to the API nothing
	 * happens.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot step() {
		return alone(() -> {
			if (!this.walks.isEmpty()) {
				readOn(Urgency.FURTHER);
			}
		});
	}

	/**
	 * Learn what an incident's own page just read.
	 * @param incident the incident
	 */
	public void put(Incident incident) {
		IncidentSummary summary = this.summaries.summarize(incident);
		publish((held) -> held.with(List.of(summary)));
	}

	/**
	 * Drop an incident that the API no longer has for this analyst.
	 * @param id its number
	 */
	public void forget(long id) {
		publish((held) -> held.without(id));
	}

	private QueueSnapshot alone(Runnable call) {
		if (this.reading.tryLock()) {
			try {
				call.run();
			}
			catch (DefenderException ex) {
				publish((held) -> held.with(held.state().withFailure(ex)));
			}
			finally {
				this.reading.unlock();
			}
		}
		return this.snapshot;
	}

	/**
	 * Note that a range is asked for. What was updated before the range known so far was
	 * created before it too, so that reading on begins there.
	 */
	private boolean ask(Instant since) {
		Instant start = Collections.max(List.of(Instant.EPOCH, Collections.min(List.of(since, this.clock.instant()))));
		if (this.askedSince != null && !start.isBefore(this.askedSince)) {
			return false;
		}
		this.walks.addFirst(new Walk(start, this.askedSince));
		this.askedSince = start;
		return true;
	}

	private void readOn(Urgency urgency) {
		Walk walk = this.walks.getLast();
		if (this.lastChange == null) {
			readNews(walk, urgency);
		}
		else {
			read(walk, urgency);
		}
	}

	/**
	 * Read the newest page of a walk: after it, only what changes later is news.
	 */
	private void readNews(Walk walk, Urgency urgency) {
		Instant now = this.clock.instant();
		Instant latest = read(walk, urgency);
		if (this.lastChange == null) {
			this.lastChange = (latest != null) ? latest : now;
		}
		else if (latest != null && latest.isAfter(this.lastChange)) {
			this.lastChange = latest;
		}
		publish((held) -> held.with(state(now)));
	}

	/**
	 * Read the next page of a walk. What a page held before it failed is kept.
	 * @return the latest update on that page, if any
	 */
	private @Nullable Instant read(Walk walk, Urgency urgency) {
		List<IncidentSummary> read = new ArrayList<>();
		AtomicReference<@Nullable Instant> latest = new AtomicReference<>();
		try {
			walk.advance(this.source, new Turn(this.reader, urgency), (incident) -> {
				read.add(this.summaries.summarize(incident));
				latest.accumulateAndGet(incident.lastUpdate(), IncidentQueue::later);
			});
			this.walks.remove(walk);
			if (!walk.isFinished()) {
				this.walks.addLast(walk);
			}
		}
		finally {
			publish((held) -> held.with(read));
		}
		publish((held) -> held.with(state(held.state().asOf())));
		return latest.get();
	}

	private QueueState state(@Nullable Instant asOf) {
		Walk longest = this.walks.peekFirst();
		return new QueueState(asOf, 0, (longest != null) ? longest.createdUntil() : null, longest == null, null, false);
	}

	private synchronized void publish(UnaryOperator<QueueSnapshot> change) {
		this.snapshot = change.apply(this.snapshot);
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.isAfter(other)) ? one : other;
	}

}
