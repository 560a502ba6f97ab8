package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The last updates that a queue view shows: either those of the last so many hours or
 * days, or those between two times.
 *
 * @param last how far back from now, without an end; {@code null} when times are set
 * @param from the earliest, included; {@code null} for no bound
 * @param to the latest, not included; {@code null} for no bound
 */
public record TimeRange(@Nullable Duration last, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * What an address without a range means.
	 */
	public static final TimeRange DEFAULT = last(Duration.ofDays(30));

	/**
	 * The range that ends now.
	 * @param duration how far back
	 * @return the range
	 */
	public static TimeRange last(Duration duration) {
		return new TimeRange(duration, null, null);
	}

	/**
	 * The range between two times.
	 * @param from the earliest, included, if any
	 * @param to the latest, not included, if any
	 * @return the range
	 */
	public static TimeRange between(@Nullable Instant from, @Nullable Instant to) {
		return new TimeRange(null, from, to);
	}

	/**
	 * Where the range begins.
	 * @param now the present
	 * @return the earliest time in it
	 */
	public Instant start(Instant now) {
		if (this.last != null) {
			return now.minus(this.last);
		}
		return (this.from != null) ? this.from : Instant.EPOCH;
	}

	/**
	 * The first millisecond in the range.
	 */
	public long firstMillis(Instant now) {
		return millis(start(now));
	}

	/**
	 * The first millisecond after the range.
	 */
	public long endMillis() {
		return (this.to != null) ? millis(this.to) : Long.MAX_VALUE;
	}

	/**
	 * An address may name a time beyond what milliseconds reach.
	 */
	private static long millis(Instant time) {
		if (time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
			return Long.MAX_VALUE;
		}
		return (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) ? Long.MIN_VALUE : time.toEpochMilli();
	}

}
