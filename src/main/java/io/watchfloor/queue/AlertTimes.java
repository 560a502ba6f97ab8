package io.watchfloor.queue;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The times at which the alerts of an incident were raised, to the minute, oldest first.
 * Each takes four bytes, which reach the year 6053.
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
	 * Return the number of alerts.
	 * @return the number, from 0
	 */
	public int count() {
		return this.minutes.length;
	}

	/**
	 * Return the times at which the alerts were raised.
	 * @return milliseconds since 1970, whole minutes, oldest first
	 */
	public LongStream millis() {
		return Arrays.stream(this.minutes).mapToLong((minute) -> (long) minute * MILLIS_PER_MINUTE);
	}

	/**
	 * Add the alerts to counts by hour.
	 * @param firstMillis when the first hour begins, in milliseconds since 1970
	 * @param counts the number of alerts in each hour from then on, which is changed;
	 * alerts of other hours are left out
	 */
	public void addToHours(long firstMillis, int[] counts) {
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
