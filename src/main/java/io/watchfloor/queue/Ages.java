package io.watchfloor.queue;

import java.time.Duration;

/**
 * Writes durations and ages for people, the same way on every page.
 */
public final class Ages {

	private Ages() {
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
