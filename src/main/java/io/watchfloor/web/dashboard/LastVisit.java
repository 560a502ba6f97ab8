package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * When an analyst last looked. A tab remembers it, so that only its scripts can tell;
 * until they do, and without them, it is when the analyst signed in.
 *
 * @param since the first time after it
 * @param told whether scripts told it
 */
record LastVisit(Instant since, boolean told) {

	/**
	 * When the analyst looked.
	 * @param told the parameter {@code since}, if there is one
	 * @param signedIn when the session began
	 */
	static LastVisit of(@Nullable Instant told, Instant signedIn) {
		return new LastVisit((told != null) ? told : signedIn, told != null);
	}

	/**
	 * This, but not before a range: what is older may not have been read.
	 */
	LastVisit within(TimeRange range, Instant now) {
		Instant start = range.start(now);
		return this.since.isBefore(start) ? new LastVisit(start, this.told) : this;
	}

	/**
	 * What came or changed since, newest first.
	 */
	IncidentQuery view() {
		return IncidentQuery.DEFAULT.with(TimeRange.between(this.since, null))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, true));
	}

	/**
	 * Since when, in words.
	 */
	String words(Instant now) {
		boolean today = Duration.between(this.since, now).toHours() < 24;
		return (this.told ? "since you looked, " : "since you signed in, ")
				+ (today ? Times.clock(this.since) : Times.day(this.since));
	}

}
