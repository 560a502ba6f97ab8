package io.watchfloor.queue;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * When the alerts of an incident were raised, to the minute, oldest first: four bytes an
 * alert. They reach the year 6053.
 */
public final class AlertTimes {

	private static final int MILLIS_PER_MINUTE = 60_000;

	private final int[] minutes;

	private AlertTimes(int[] minutes) {
		this.minutes = minutes;
	}

	static AlertTimes ofMillis(LongStream millis) {
		return new AlertTimes(
				millis.mapToInt((time) -> (int) Math.min(Math.floorDiv(time, MILLIS_PER_MINUTE), Integer.MAX_VALUE))
					.sorted()
					.toArray());
	}

	/**
	 * How many alerts there are.
	 * @return the number, from 0
	 */
	public int count() {
		return this.minutes.length;
	}

	/**
	 * When they were raised.
	 * @return milliseconds since 1970, whole minutes, oldest first
	 */
	public LongStream millis() {
		return Arrays.stream(this.minutes).mapToLong((minute) -> (long) minute * MILLIS_PER_MINUTE);
	}

	/**
	 * Count alerts by the hour in which they were raised.
	 * @param firstMillis where the first hour begins
	 * @param counts the hours from then on, to which the alerts are added
	 */
	public void count(long firstMillis, int[] counts) {
		long first = firstMillis / MILLIS_PER_MINUTE;
		for (int i = this.minutes.length - 1; i >= 0 && this.minutes[i] >= first; i--) {
			long hour = (this.minutes[i] - first) / 60;
			if (hour < counts.length) {
				counts[(int) hour]++;
			}
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof AlertTimes times && Arrays.equals(times.minutes, this.minutes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.minutes);
	}

	@Override
	public String toString() {
		return Arrays.toString(this.minutes);
	}

}
