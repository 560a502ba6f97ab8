package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.util.Arrays;

/**
 * The spread of a duration over incidents, as percentiles: an average would hide the
 * tail.
 *
 * @param count the number of incidents
 * @param unknown the number of those whose times are not known; they are not in the
 * percentiles
 * @param median the 50th percentile; zero where there are no incidents
 * @param ninetieth the 90th percentile
 * @param longest the longest duration
 */
public record Spread(int count, int unknown, Duration median, Duration ninetieth, Duration longest) {

	/**
	 * Return the spread of durations, with percentiles by nearest rank. Negative ones,
	 * which come from clocks that differ, count as zero.
	 * @param count the number of incidents, with those for which there is no duration
	 * @param durations the durations in milliseconds
	 */
	static Spread ofMillis(int count, long... durations) {
		long[] sorted = durations.clone();
		Arrays.sort(sorted);
		return new Spread(count, count - sorted.length, percentile(sorted, 50), percentile(sorted, 90),
				percentile(sorted, 100));
	}

	private static Duration percentile(long[] sorted, int percent) {
		int rank = (int) ((sorted.length * (long) percent + 99) / 100);
		return (rank > 0) ? Duration.ofMillis(Math.max(0, sorted[rank - 1])) : Duration.ZERO;
	}

}
