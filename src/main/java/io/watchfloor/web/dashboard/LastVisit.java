package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * When an analyst last saw a dashboard. A tab remembers it, so that only its scripts can
 * send it; until they do, and without them, the sign-in counts as the last visit.
 *
 * @param time the time of the visit
 * @param sent whether scripts sent it
 */
record LastVisit(Instant time, boolean sent) {

	/**
	 * Create the last visit.
	 * @param sent the parameter {@code since}, or {@code null} if there is none
	 * @param signedIn when the session began
	 */
	static LastVisit of(@Nullable Instant sent, Instant signedIn) {
		return new LastVisit((sent != null) ? sent : signedIn, sent != null);
	}

	/**
	 * Return this visit, but at the beginning of a range if it was before that: what is
	 * older may not have been read.
	 */
	LastVisit within(TimeRange range, Instant now) {
		Instant start = range.start(now);
		return this.time.isBefore(start) ? new LastVisit(start, this.sent) : this;
	}

	/**
	 * Return the view of what was created or changed since, newest first.
	 */
	IncidentQuery view() {
		return IncidentQuery.DEFAULT.with(TimeRange.between(this.time, null))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, true));
	}

	/**
	 * Return the visit in words, such as {@code since you looked, 10:00:00 UTC}.
	 */
	String words(Instant now) {
		boolean today = Duration.between(this.time, now).toHours() < 24;
		return (this.sent ? "since you looked, " : "since you signed in, ")
				+ (today ? Times.clock(this.time) : Times.day(this.time));
	}

}
