package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The last change that the API told.
 *
 * @param time when it happened, by the API's clock
 * @param seen when it was told first, by this one's
 */
record LastChange(Instant time, Instant seen) {

	/**
	 * How late the API may tell a change, and so how far a read for changes reaches
	 * behind the last one.
	 */
	static final Duration OVERLAP = Duration.ofMinutes(2);

	/**
	 * The finest time that a filter can tell.
	 */
	static final Duration TICK = Duration.ofNanos(100);

	/**
	 * Where a read for changes begins. What could come late has come after a while, and
	 * is not read time and again: many incidents may have changed at once.
	 */
	Instant readFrom(Instant now) {
		return now.isBefore(this.seen.plus(OVERLAP)) ? this.time.minus(OVERLAP) : this.time.plus(TICK);
	}

	/**
	 * The later of this and what a page told.
	 */
	LastChange or(@Nullable Instant latest, Instant now) {
		return (latest != null && latest.isAfter(this.time)) ? new LastChange(latest, now) : this;
	}

}
