package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A range of last updates: either a duration that ends now, or the time between two
 * instants.
 *
 * @param last how far the range reaches back from now; it has no end. {@code null} when
 * times are set
 * @param from the start, inclusive; {@code null} for no bound
 * @param to the end, exclusive; {@code null} for no bound
 */
public record TimeRange(@Nullable Duration last, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * The range of an address that names none: the last 30 days.
	 */
	public static final TimeRange DEFAULT = last(Duration.ofDays(30));

	/**
	 * All times: open incidents of any age, and others as far back as was read.
	 */
	public static final TimeRange ANY = between(null, null);

	/**
	 * Return the range that ends now.
	 * @param duration how far it reaches back
	 * @return the range
	 */
	public static TimeRange last(Duration duration) {
		return new TimeRange(duration, null, null);
	}

	/**
	 * Return the range between two times.
	 * @param from the start, inclusive; {@code null} for no bound
	 * @param to the end, exclusive; {@code null} for no bound
	 * @return the range
	 */
	public static TimeRange between(@Nullable Instant from, @Nullable Instant to) {
		return new TimeRange(null, from, to);
	}

	/**
	 * Return the start of the range.
	 * @param now the present
	 * @return the start, inclusive; 1970 where there is no bound
	 */
	public Instant start(Instant now) {
		if (this.last != null) {
			return now.minus(this.last);
		}
		return (this.from != null) ? this.from : Instant.EPOCH;
	}

	/**
	 * Return how far back the incidents that are not open have to be read for this range.
	 * Open ones are read whatever their age, so that {@link #ANY} needs no more than the
	 * default.
	 * @param now the present
	 * @return the start, inclusive
	 */
	public Instant historyStart(Instant now) {
		return equals(ANY) ? DEFAULT.start(now) : start(now);
	}

	/**
	 * Return the start of the range in milliseconds.
	 * @param now the present
	 * @return milliseconds since 1970, inclusive
	 */
	public long firstMillis(Instant now) {
		return millis(start(now));
	}

	/**
	 * Return the end of the range in milliseconds.
	 * @return milliseconds since 1970, exclusive; {@link Long#MAX_VALUE} where there is
	 * no bound
	 */
	public long endMillis() {
		return (this.to != null) ? millis(this.to) : Long.MAX_VALUE;
	}

	/**
	 * Return whether incidents whose last update is unknown are in the range. The API
	 * listed them for a range that ends now.
	 * @return whether the range has no end
	 */
	public boolean includesUnknown() {
		return this.to == null;
	}

	/**
	 * Convert a time to milliseconds. An address may name one that they cannot reach.
	 */
	private static long millis(Instant time) {
		if (time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
			return Long.MAX_VALUE;
		}
		return (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) ? Long.MIN_VALUE : time.toEpochMilli();
	}

}
