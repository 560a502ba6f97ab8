package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Writes durations and ages for people, the same way on every page.
 */
public final class Ages {

	/**
	 * What stands in the place of a time that is not known.
	 */
	public static final String UNKNOWN = "time unknown";

	private Ages() {
	}

	/**
	 * Write how long ago a time was, in its largest unit.
	 * @param time the time, or {@code null} where it is unknown
	 * @param now the present
	 * @return such as {@code 5 h}, or {@value #UNKNOWN}
	 */
	public static String of(@Nullable Instant time, Instant now) {
		return (time != null) ? rough(Duration.between(time, now)) : UNKNOWN;
	}

	/**
	 * Write a duration in its largest unit.
	 * @param duration the duration; a negative one, from clocks that differ, counts as 0
	 * @return such as {@code 40 s}, {@code 12 min}, {@code 5 h} or {@code 3 d}
	 */
	public static String rough(Duration duration) {
		if (duration.toDays() > 0) {
			return duration.toDays() + " d";
		}
		if (duration.toHours() > 0) {
			return duration.toHours() + " h";
		}
		return (duration.toMinutes() > 0) ? duration.toMinutes() + " min" : Math.max(0, duration.toSeconds()) + " s";
	}

}
