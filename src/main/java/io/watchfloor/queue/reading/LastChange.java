package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The latest change that the API has reported.
 *
 * @param time when it happened, by the API's clock
 * @param seen when it was first reported, by this server's clock
 */
record LastChange(Instant time, Instant seen) {

	/**
	 * How late the API may report a change, and so how far before the latest change the
	 * next read begins.
	 */
	static final Duration OVERLAP = Duration.ofMinutes(2);

	/**
	 * The smallest step of time that the API's filters can express.
	 */
	static final Duration TICK = Duration.ofNanos(100);

	/**
	 * Return when the next read for changes begins. Once {@link #OVERLAP} has passed,
	 * late changes have been read, and it begins after the latest change: many incidents
	 * may have changed at once, which would otherwise be read with every call. For the
	 * same reason it begins after the latest change while changes are left to read: else
	 * reading them would start over and over.
	 * @param now the present
	 * @param changesLeft whether changes are left to read
	 */
	Instant readFrom(Instant now, boolean changesLeft) {
		return (!changesLeft && now.isBefore(this.seen.plus(OVERLAP))) ? this.time.minus(OVERLAP)
				: this.time.plus(TICK);
	}

	/**
	 * Return this or a later change.
	 * @param latest the latest update on a page; {@code null} for none
	 * @param now the present
	 */
	LastChange or(@Nullable Instant latest, Instant now) {
		return (latest != null && latest.isAfter(this.time)) ? new LastChange(latest, now) : this;
	}

}
