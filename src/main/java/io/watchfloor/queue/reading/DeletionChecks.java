package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.IncidentSummary;

/**
 * Runs the deletion checks of a queue, so that whatever it shows was confirmed by the API
 * within {@link DeletionCheckSchedule#BOUND}: a check begins each time half of that has
 * passed, and when all of it has passed, what the check has not reached is dropped and
 * read again.
 * <p>
 * The calls of a check wait for spare calls. At the bound, whoever asks for the queue
 * waits for the check instead, with a few calls as urgent as news.
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
			DeletionCheck check = next(since, now);
			boolean called = advance(check, Urgency.SWEEP);
			for (int call = 1; call < MOST_CALLS && called && this.pages.isHalving() && !check.isFinished(); call++) {
				called = advance(check, Urgency.SWEEP);
			}
		}
	}

	private DeletionCheck next(Instant since, Instant now) {
		return this.schedule.next(now,
				(most) -> new DeletionCheck(this.pages, this.unreadable, since, this.backlog.backTo(), most));
	}

	/**
	 * Continue the check, and drop what it does not reach.
	 */
	private void catchUp(Instant since, Instant now) {
		DeletionCheck check = next(since, now);
		try {
			boolean called = true;
			for (int call = 0; call < MOST_CALLS && called && !check.isFinished(); call++) {
				called = advance(check, Urgency.AWAITED);
			}
		}
		finally {
			if (!check.isFinished()) {
				Instant until = check.confirmedUntil();
				this.backlog.readAgain(until, check.place());
				this.latest.change((held) -> held.createdFrom(until, this.summaries.emptyIndex()));
				this.schedule.advanced(check, true);
			}
		}
	}

	/**
	 * Make the next call of a check, or those that follow one that failed.
	 * @return whether the call budget did not hold it back
	 */
	private boolean advance(DeletionCheck check, Urgency urgency) {
		PageRead page = new PageRead(this.summaries);
		try {
			Collection<IncidentSummary> gone = check.advance(this.source, new CallPriority(this.reader, urgency),
					this.latest.get(), page);
			this.latest.change((held) -> held.with(page.summaries()).without(gone));
			this.latest.change((held) -> held.with(held.state().withUnreadable(this.unreadable.count())));
			this.schedule.advanced(check, false);
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
