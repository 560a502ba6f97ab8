package io.watchfloor.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
	 * How long a second request waits for the first page that another one reads.
	 */
	private static final Duration FIRST_PAGE = Duration.ofSeconds(10);

	/**
	 * A range that ends now moves on all the time, which makes it no narrower one.
	 */
	private static final Duration WORTH_NARROWING = Duration.ofHours(1);

	private final IncidentSource source;

	private final SummaryInterner summaries;

	private final QueueMemory memory;

	private final Clock clock;

	private final Duration freshness;

	private final Reader reader = new Reader();

	/**
	 * Held by the thread that talks to the API; guards everything down to the snapshot.
	 */
	private final ReentrantLock reading = new ReentrantLock();

	private final Backlog backlog = new Backlog();

	private @Nullable LastChange lastChange;

	/**
	 * Whether others hold most of what was read last.
	 */
	private boolean shared;

	/**
	 * Whether reading further back waits for memory.
	 */
	private boolean cut;

	private final SweepSchedule sweeps;

	private volatile QueueSnapshot snapshot;

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
		this.source = source;
		this.summaries = summaries;
		this.memory = memory;
		this.clock = clock;
		this.freshness = freshness;
		this.sweeps = new SweepSchedule(freshness);
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
	 * thrown. While another thread talks to the API nothing happens, but for a wait of
	 * some seconds while that one reads the very first page.
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
			Instant start = known(since);
			if (this.cut && urgency == Urgency.AWAITED) {
				narrow(start);
			}
			boolean wider = this.backlog.ask(start);
			Instant asOf = this.snapshot.state().asOf();
			if (asOf == null || this.lastChange == null) {
				readOn(Urgency.FIRST);
			}
			else if (!this.clock.instant().isBefore(asOf.plus(this.freshness))) {
				readNews(new Walk(this.lastChange.readFrom(this.clock.instant()), null), urgency);
			}
			else if (wider) {
				readOn(urgency);
			}
		});
	}

	/**
	 * Read one page further back towards the beginning of the range that was asked for:
	 * at most one call, and none when the range is complete or memory is used up. A
	 * failure is told by the snapshot's state and not thrown. While another thread talks
	 * to the API nothing happens.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot step() {
		return alone(() -> {
			this.cut = !this.backlog.isEmpty() && !this.backlog.hasChanges() && !this.memory.hasRoom(this.shared);
			if (this.cut) {
				publish((held) -> held.with(state(held.state().asOf())));
			}
			else {
				readOn(Urgency.FURTHER);
			}
		});
	}

	/**
	 * Look for incidents that the API lists no longer: from time to time, once the range
	 * was read, all that is held is listed again in steps. At most one call, and none
	 * when it is not due or has to wait for its turn; failures as with {@link #step}.
	 * @return the snapshot afterwards
	 */
	public QueueSnapshot sweep() {
		return alone(() -> {
			Instant since = this.backlog.askedSince();
			if (since == null || !(this.cut || this.backlog.isEmpty())) {
				return;
			}
			Instant now = this.clock.instant();
			Sweep due = this.sweeps.due(now, new Sweep(since, this.backlog.backTo()));
			if (due != null) {
				advance(due);
				this.sweeps.advanced(now);
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
				publish((held) -> held.with(held.state().withFailure(ex)));
			}
			finally {
				this.reading.unlock();
			}
		}
		else if (this.snapshot.state().asOf() == null) {
			awaitFirstPage();
		}
		return this.snapshot;
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

	/**
	 * An address may name any time; incidents are of those between 1970 and now.
	 */
	private Instant known(Instant since) {
		return Collections.max(List.of(Instant.EPOCH, Collections.min(List.of(since, this.clock.instant()))));
	}

	/**
	 * Make room by giving up what lies before a range that is narrower.
	 */
	private void narrow(Instant start) {
		Instant asked = this.backlog.askedSince();
		if (asked != null && start.isAfter(asked.plus(WORTH_NARROWING))) {
			this.backlog.narrow(start);
			this.cut = false;
			publish((held) -> held.since(start, this.summaries.emptyIndex()));
		}
	}

	private void readOn(Urgency urgency) {
		Walk walk = this.backlog.next();
		if (walk == null) {
			return;
		}
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
		LastChange known = this.lastChange;
		this.lastChange = (known != null) ? known.or(latest, now)
				: new LastChange((latest != null) ? latest : now, now);
		publish((held) -> held.with(state(now)));
	}

	/**
	 * Read the next page of a walk. What a page held before it failed is kept.
	 * @return the latest update on that page, if any
	 */
	private @Nullable Instant read(Walk walk, Urgency urgency) {
		PageRead page = new PageRead(this.summaries);
		try {
			walk.advance(this.source, new Turn(this.reader, urgency), page);
			this.backlog.advanced(walk);
			this.shared = page.isShared();
		}
		finally {
			publish((held) -> held.with(page.summaries()));
		}
		publish((held) -> held.with(state(held.state().asOf())));
		return page.latestUpdate();
	}

	/**
	 * Go on with a sweep. Where others need the calls, it waits.
	 */
	private void advance(Sweep sweep) {
		PageRead page = new PageRead(this.summaries);
		try {
			Collection<IncidentSummary> gone = sweep.advance(this.source, new Turn(this.reader, Urgency.SWEEP),
					this.snapshot, page);
			publish((held) -> held.with(page.summaries()).without(gone));
		}
		catch (DefenderException.Throttled ex) {
			if (!ex.heldBack()) {
				throw ex;
			}
		}
	}

	private QueueState state(@Nullable Instant asOf) {
		return new QueueState(asOf, 0, this.backlog.backTo(), this.backlog.isEmpty(), null, false, this.cut);
	}

	private synchronized void publish(UnaryOperator<QueueSnapshot> change) {
		this.snapshot = change.apply(this.snapshot);
	}

}
