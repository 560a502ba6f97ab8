package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.util.Arrays;

/**
 * How a duration is spread over incidents: an average would hide the tail.
 *
 * @param count how many incidents have it
 * @param median the least that half of them do not exceed
 * @param ninetieth the least that nine in ten do not exceed
 * @param longest the longest
 */
public record Spread(int count, Duration median, Duration ninetieth, Duration longest) {

	/**
	 * The spread of durations by nearest rank; negative ones, from clocks that disagree,
	 * count as zero.
	 */
	static Spread ofMillis(long... durations) {
		long[] sorted = durations.clone();
		Arrays.sort(sorted);
		return new Spread(sorted.length, rank(sorted, 50), rank(sorted, 90), rank(sorted, 100));
	}

	private static Duration rank(long[] sorted, int percent) {
		int rank = (int) ((sorted.length * (long) percent + 99) / 100);
		return (rank > 0) ? Duration.ofMillis(Math.max(0, sorted[rank - 1])) : Duration.ZERO;
	}

}
