package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to ask the API for next, asks, and publishes what came. For one thread at
 * a time.
 */
final class QueueReader {

	/**
	 * A range that ends now moves on all the time, which makes it no narrower one.
	 */
	private static final Duration WORTH_NARROWING = Duration.ofHours(1);

	private final IncidentSource source;

	private final SummaryInterner summaries;

	private final QueueMemory memory;

	private final Clock clock;

	private final Duration freshness;

	private final LatestSnapshot latest;

	private final ReaderId reader = new ReaderId();

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

	private final DeletionCheckSchedule sweeps;

	/**
	 * Nothing was read yet.
	 * @param source where the analyst's incidents come from
	 * @param summaries shares equal summaries
	 * @param memory says whether there is room to read further back
	 * @param clock tells the time
	 * @param freshness how old the queue may be when it is asked for
	 * @param latest where to publish what came
	 */
	QueueReader(IncidentSource source, SummaryInterner summaries, QueueMemory memory, Clock clock, Duration freshness,
			LatestSnapshot latest) {
		this.source = source;
		this.summaries = summaries;
		this.memory = memory;
		this.clock = clock;
		this.freshness = freshness;
		this.latest = latest;
		this.sweeps = new DeletionCheckSchedule(freshness);
	}

	/**
	 * What {@link IncidentQueue#refresh} and {@link IncidentQueue#poll} promise.
	 */
	void refresh(Instant since, Urgency urgency) {
		Instant start = known(since);
		if (this.cut && urgency == Urgency.AWAITED) {
			narrow(start);
		}
		boolean wider = this.backlog.ask(start);
		Instant asOf = this.latest.get().state().asOf();
		if (asOf == null || this.lastChange == null) {
			readOn(Urgency.FIRST);
		}
		else if (!this.clock.instant().isBefore(asOf.plus(this.freshness))) {
			readNews(new PageWalk(this.lastChange.readFrom(this.clock.instant()), null), urgency);
		}
		else if (wider) {
			readOn(urgency);
		}
	}

	/**
	 * What {@link IncidentQueue#step} promises.
	 */
	void step() {
		this.cut = !this.backlog.isEmpty() && !this.backlog.hasChanges() && !this.memory.hasRoom(this.shared);
		if (this.cut) {
			this.latest.change((held) -> held.with(state(held.state().asOf())));
		}
		else {
			readOn(Urgency.FURTHER);
		}
	}

	/**
	 * What {@link IncidentQueue#sweep} promises.
	 */
	void sweep() {
		Instant since = this.backlog.askedSince();
		if (since == null || !(this.cut || this.backlog.isEmpty())) {
			return;
		}
		Instant now = this.clock.instant();
		DeletionCheck due = this.sweeps.due(now, new DeletionCheck(since, this.backlog.backTo()));
		if (due != null) {
			advance(due);
			this.sweeps.advanced(now);
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
			this.latest.change((held) -> held.since(start, this.summaries.emptyIndex()));
		}
	}

	private void readOn(Urgency urgency) {
		PageWalk walk = this.backlog.next();
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
	private void readNews(PageWalk walk, Urgency urgency) {
		Instant now = this.clock.instant();
		Instant latest = read(walk, urgency);
		LastChange known = this.lastChange;
		this.lastChange = (known != null) ? known.or(latest, now)
				: new LastChange((latest != null) ? latest : now, now);
		this.latest.change((held) -> held.with(state(now)));
	}

	/**
	 * Read the next page of a walk. What a page held before it failed is kept.
	 * @return the latest update on that page, if any
	 */
	private @Nullable Instant read(PageWalk walk, Urgency urgency) {
		PageRead page = new PageRead(this.summaries);
		try {
			walk.advance(this.source, new CallPriority(this.reader, urgency), page);
			this.backlog.advanced(walk);
			this.shared = page.isShared();
		}
		finally {
			this.latest.change((held) -> held.with(page.summaries()));
		}
		this.latest.change((held) -> held.with(state(held.state().asOf())));
		return page.latestUpdate();
	}

	/**
	 * Go on with a sweep. Where others need the calls, it waits.
	 */
	private void advance(DeletionCheck sweep) {
		PageRead page = new PageRead(this.summaries);
		try {
			Collection<IncidentSummary> gone = sweep.advance(this.source, new CallPriority(this.reader, Urgency.SWEEP),
					this.latest.get(), page);
			this.latest.change((held) -> held.with(page.summaries()).without(gone));
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

}
