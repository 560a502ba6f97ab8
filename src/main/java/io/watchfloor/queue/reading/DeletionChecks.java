package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Status;
import org.jspecify.annotations.Nullable;

/**
 * Runs the deletion checks of a queue, so that whatever it shows was confirmed by the API
 * within {@link DeletionCheckSchedule#BOUND}: a check begins each time half of that has
 * passed, and when all of it has passed, what the check has not reached is dropped and
 * read again.
 * <p>
 * The calls of a check wait for spare calls. At the bound, whoever asks for the queue
 * waits for the check instead, with a few calls that are always due: what they do not
 * reach would have to be read again, for many more.
 */
final class DeletionChecks {

	/**
	 * The most calls at the bound for one request. Those that count take less than a
	 * second each, and reach far.
	 */
	private static final int MOST_CALLS = 6;

	private final ReaderId reader;

	private final IncidentSource source;

	private final SummaryInterner summaries;

	private final Backlog backlog;

	private final UnreadableIncidents unreadable;

	private final PageSource pages;

	private final LatestSnapshot latest;

	private final Clock clock;

	private final DeletionCheckSchedule schedule;

	DeletionChecks(ReaderId reader, IncidentSource source, SummaryInterner summaries, Backlog backlog,
			UnreadableIncidents unreadable, LatestSnapshot latest, Clock clock, Duration freshness) {
		this.reader = reader;
		this.source = source;
		this.summaries = summaries;
		this.backlog = backlog;
		this.unreadable = unreadable;
		this.pages = new PageSource(source, clock);
		this.latest = latest;
		this.clock = clock;
		this.schedule = new DeletionCheckSchedule(freshness);
	}

	/**
	 * Record that the first page of the queue was read.
	 */
	void readFirst(Instant now) {
		this.schedule.readFirst(now);
	}

	/**
	 * Return the latest snapshot, without incidents if they were not confirmed within the
	 * bound. While the API does not answer, nobody can confirm anything, and what was
	 * read before is shown.
	 */
	QueueSnapshot confirmed() {
		QueueSnapshot held = this.latest.get();
		boolean hidden = held.state().failure() == null && this.schedule.isOverdue(this.clock.instant());
		return hidden ? held.hidden(this.summaries.emptyIndex()) : held;
	}

	/**
	 * Make the calls that are due.
	 * @param readingBack whether the queue is still being read, so that counting is in
	 * vain
	 */
	void run(boolean readingBack) {
		Instant since = this.backlog.askedSince();
		if (since == null) {
			return;
		}
		Instant now = this.clock.instant();
		if (this.schedule.isOverdue(now)) {
			catchUp(since, now);
		}
		else if (!readingBack && this.schedule.isDue(now)) {
			DeletionRound round = next(since, now);
			boolean called = advance(round, Urgency.SWEEP);
			for (int call = 1; call < MOST_CALLS && called && this.pages.isHalving() && !round.isFinished(); call++) {
				called = advance(round, Urgency.SWEEP);
			}
		}
	}

	private DeletionRound next(Instant since, Instant now) {
		return this.schedule.next(now,
				(most) -> new DeletionRound(check(ReadScope.updatedSince(since), this.backlog.backTo(), most),
						olderThan(since).map((scope) -> check(scope, null, most)).toList()));
	}

	/**
	 * Return the statuses of which the queue has open incidents that are older than its
	 * range.
	 */
	private Stream<ReadScope> olderThan(Instant since) {
		ReadScope range = ReadScope.updatedSince(since);
		List<IncidentSummary> older = this.latest.get()
			.incidents()
			.filter((summary) -> !range.contains(summary))
			.toList();
		return Status.OPEN_WORDS.stream()
			.map(ReadScope::ofStatus)
			.filter((scope) -> this.backlog.hasAllOpen() && older.stream().anyMatch(scope::contains));
	}

	private DeletionCheck check(ReadScope scope, @Nullable Instant createdSince, int most) {
		return new DeletionCheck(this.pages, this.unreadable, scope, createdSince, most);
	}

	/**
	 * Continue the check, and drop what it does not reach.
	 */
	private void catchUp(Instant since, Instant now) {
		DeletionRound round = next(since, now);
		try {
			boolean called = true;
			for (int call = 0; call < MOST_CALLS && called && !round.isFinished(); call++) {
				called = advance(round, Urgency.FOLLOWING);
			}
		}
		finally {
			if (!round.isFinished()) {
				drop(round.range(), since);
				this.schedule.advanced(round, true);
			}
		}
	}

	/**
	 * Drop what a round did not reach: a part of the range, and what is open and older
	 * than the range.
	 */
	private void drop(DeletionCheck range, Instant since) {
		this.latest.change((held) -> held.updatedSince(since, this.summaries.emptyIndex()));
		if (!range.isFinished()) {
			Instant until = range.confirmedUntil();
			this.backlog.readAgain(until, range.place());
			this.latest.change((held) -> held.createdFrom(until, this.summaries.emptyIndex()));
		}
		this.backlog.readOpen();
	}

	/**
	 * Make the next call of a check, or those that follow one that failed.
	 * @return whether the call budget did not hold it back
	 */
	private boolean advance(DeletionRound round, Urgency urgency) {
		PageRead page = new PageRead(this.summaries);
		try {
			Collection<IncidentSummary> gone = round.advance(this.source, new CallPriority(this.reader, urgency),
					this.latest.get(), page);
			this.latest.change((held) -> held.with(page.summaries()).without(gone));
			this.latest.change((held) -> held.with(held.state().withUnreadable(this.unreadable.count())));
			this.schedule.advanced(round, false);
			return true;
		}
		catch (DefenderException.Throttled ex) {
			if (!ex.heldBack()) {
				throw ex;
			}
			return false;
		}
	}

}
