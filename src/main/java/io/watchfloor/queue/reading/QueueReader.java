package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to read from the API next, reads it and publishes the result. For one
 * thread at a time.
 */
final class QueueReader {

	/**
	 * The least by which a range must begin later to count as narrower: a range that ends
	 * now begins a little later with each request.
	 */
	private static final Duration WORTH_NARROWING = Duration.ofHours(1);

	private final IncidentSource source;

	private final SummaryInterner summaries;

	private final QueueMemory memory;

	private final Clock clock;

	private final Duration freshness;

	private final LatestSnapshot latest;

	private final ReaderId reader;

	private final Backlog backlog;

	private final DeletionChecks deletionChecks;

	private final LastOpened lastOpened;

	private @Nullable LastChange lastChange;

	private @Nullable Instant partialAt;

	private volatile boolean outdated;

	/**
	 * Whether most of the last page was in another queue already.
	 */
	private boolean shared;

	private final UnreadableIncidents unreadable = new UnreadableIncidents();

	/**
	 * Whether reading further back waits for memory.
	 */
	private boolean cut;

	/**
	 * Create a reader that has read nothing yet.
	 * @param reader identifies the queue's calls
	 * @param source where the analyst's incidents come from
	 * @param summaries makes equal summaries one object
	 * @param memory tells whether there is room to read further back
	 * @param clock tells the time
	 * @param freshness how old the queue may be when it is asked for
	 */
	QueueReader(ReaderId reader, IncidentSource source, SummaryInterner summaries, QueueMemory memory, Clock clock,
			Duration freshness) {
		this.reader = reader;
		this.source = source;
		this.summaries = summaries;
		this.memory = memory;
		this.clock = clock;
		this.freshness = freshness;
		this.backlog = new Backlog(source, clock);
		this.latest = new LatestSnapshot(QueueSnapshot.of(summaries.emptyIndex()));
		this.deletionChecks = new DeletionChecks(reader, source, summaries, this.backlog, this.unreadable, this.latest,
				clock, freshness);
		this.lastOpened = new LastOpened(freshness);
	}

	/**
	 * Return the latest snapshot.
	 */
	QueueSnapshot held() {
		return this.latest.get();
	}

	/**
	 * Return the latest snapshot, without what the API did not confirm of late; see
	 * {@link IncidentQueue#snapshot}.
	 */
	QueueSnapshot confirmed() {
		return this.deletionChecks.confirmed();
	}

	/**
	 * Add or replace an incident; see {@link IncidentQueue#put}.
	 */
	IncidentSummary put(Incident incident) {
		IncidentSummary summary = this.summaries.summarize(incident);
		this.latest.change((held) -> held.with(List.of(summary)));
		return summary;
	}

	/**
	 * Read one incident, or return it as it was read some seconds ago; see
	 * {@link IncidentQueue#open}.
	 */
	Incident open(long id) {
		Incident kept = this.lastOpened.find(id, this.clock.instant(), confirmed().index());
		return (kept != null) ? kept : reread(id);
	}

	/**
	 * Read one incident, always by a call; see {@link IncidentQueue#reread}.
	 */
	Incident reread(long id) {
		Instant now = this.clock.instant();
		return keep(this.source.get(id, this.reader), now);
	}

	/**
	 * Add or replace an incident as the answer to a change of it said; see
	 * {@link IncidentQueue#write}.
	 */
	Incident keep(Incident changed) {
		return keep(changed, this.clock.instant());
	}

	private Incident keep(Incident incident, Instant readAt) {
		this.lastOpened.keep(incident, put(incident), readAt);
		return incident;
	}

	/**
	 * Remove an incident; see {@link IncidentQueue#forget}.
	 */
	void forget(long id) {
		this.latest.change((held) -> held.without(id));
	}

	/**
	 * Do not count as fresh; see {@link IncidentQueue#outdated}.
	 */
	void outdate() {
		this.outdated = true;
		this.lastOpened.forget();
	}

	/**
	 * Record that a call failed.
	 */
	void failed(DefenderException ex) {
		this.latest.change((held) -> held.with(held.state().withFailure(ex)));
	}

	/**
	 * Read the changes, or the first page; see {@link IncidentQueue#refresh} and
	 * {@link IncidentQueue#poll}.
	 */
	void refresh(Instant since, Urgency urgency) {
		Instant start = possible(since);
		if (this.cut && urgency == Urgency.AWAITED) {
			narrow(start);
		}
		boolean wider = this.backlog.ask(start);
		Instant asOf = this.latest.get().state().asOf();
		if (asOf == null || this.lastChange == null) {
			readOn(Urgency.FIRST);
		}
		else if (this.outdated || !this.clock.instant().isBefore(asOf.plus(this.freshness))) {
			this.outdated = false;
			Instant from = this.lastChange.readFrom(this.clock.instant(), this.backlog.hasChanges());
			readChanges(this.backlog.changesSince(from), urgency);
		}
		else if (wider) {
			readOn(urgency);
		}
	}

	/**
	 * Read one page further back; see {@link IncidentQueue#step}.
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
	 * Make the calls of a deletion check that are due; see
	 * {@link IncidentQueue#checkDeletions}.
	 */
	void checkDeletions() {
		this.deletionChecks.run(!this.cut && !this.backlog.isEmpty());
	}

	/**
	 * Limit a time from an address, which may be any, to between 1970 and now.
	 */
	private Instant possible(Instant since) {
		return Collections.max(List.of(Instant.EPOCH, Collections.min(List.of(since, this.clock.instant()))));
	}

	/**
	 * Free memory by dropping what lies before the range, if the range is narrower than
	 * before.
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
		PageWalk pageWalk = this.backlog.next();
		if (pageWalk == null) {
			return;
		}
		if (this.lastChange == null) {
			readChanges(pageWalk, urgency);
		}
		else {
			read(pageWalk, urgency);
		}
	}

	/**
	 * Read the first page of a page walk and set the latest change, after which the next
	 * read for changes begins.
	 */
	private void readChanges(PageWalk pageWalk, Urgency urgency) {
		Instant now = this.clock.instant();
		Instant latest = read(pageWalk, urgency);
		LastChange known = this.lastChange;
		if (known == null) {
			this.deletionChecks.readFirst(now);
			this.backlog.readOpen();
		}
		this.lastChange = (known != null) ? known.or(latest, now)
				: new LastChange((latest != null) ? latest : now, now);
		this.latest.change((held) -> held.with(state(now)));
	}

	/**
	 * Read the next page of a page walk. If it fails midway, the incidents before the
	 * failure are kept.
	 * @return the latest update on that page; {@code null} for none
	 */
	private @Nullable Instant read(PageWalk pageWalk, Urgency urgency) {
		PageRead page = new PageRead(this.summaries);
		try {
			Page read = pageWalk.advance(new CallPriority(this.reader, urgency), page);
			this.partialAt = read.partial() ? this.clock.instant() : this.partialAt;
			if (this.backlog.isRange(pageWalk)) {
				this.unreadable.add(read.unreadable());
			}
			else {
				this.unreadable.addChanged(pageWalk.unreadable());
			}
			this.backlog.advanced(pageWalk);
			this.shared = page.isShared();
		}
		finally {
			this.latest.change((held) -> held.with(page.summaries()));
		}
		this.latest.change((held) -> held.with(state(held.state().asOf())));
		return page.latestUpdate();
	}

	private QueueState state(@Nullable Instant asOf) {
		return new QueueState(asOf, 0, this.backlog.backTo(), this.backlog.isEmpty(), this.backlog.hasAllOpen(), null,
				false, this.cut, this.unreadable.count(), this.backlog.askedSince(), this.partialAt);
	}

}
