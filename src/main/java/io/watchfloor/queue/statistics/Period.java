package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;

/**
 * A part of a range, and how many incidents were last updated in it.
 */
public final class Period {

	/**
	 * A Monday: periods of a week begin there, those of hours and days anyway.
	 */
	private static final long MONDAY = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

	private final Instant start;

	private final TimeRange range;

	private final Map<String, int[]> counts = new HashMap<>();

	private int total;

	private Period(Instant start, TimeRange range) {
		this.start = start;
		this.range = range;
	}

	/**
	 * The periods from one time to another. The first begins no earlier than the range
	 * does, and the last has no end, since nor has a range of the last days.
	 */
	static List<Period> within(Instant from, Instant now, Duration length) {
		List<Period> periods = new ArrayList<>();
		long last = aligned(now.toEpochMilli(), length);
		for (long start = aligned(from.toEpochMilli(), length); start <= last; start += length.toMillis()) {
			Instant begin = Instant.ofEpochMilli(start);
			periods.add(new Period(begin, TimeRange.between((begin.isBefore(from)) ? from : begin,
					(start < last) ? begin.plus(length) : null)));
		}
		return periods;
	}

	/**
	 * The period that a time lies in, among all those of its range.
	 */
	static Period of(long millis, List<Period> periods, Duration length) {
		long place = Math.floorDiv(millis - periods.get(0).start.toEpochMilli(), length.toMillis());
		return periods.get((int) Math.min(place, periods.size() - 1L));
	}

	void count(IncidentSummary incident) {
		this.counts.computeIfAbsent(incident.severity().word(), (absent) -> new int[1])[0]++;
		this.total++;
	}

	/**
	 * Where the period begins, even if the range begins later.
	 * @return a full hour, day or week
	 */
	public Instant start() {
		return this.start;
	}

	/**
	 * What a view must show to show the period's incidents.
	 * @return the part of the range that the period is
	 */
	public TimeRange range() {
		return this.range;
	}

	/**
	 * How many incidents were last updated in the period.
	 * @return the number, from 0
	 */
	public int total() {
		return this.total;
	}

	/**
	 * How many of them have each severity.
	 * @return the numbers by severity as it came, in one of its spellings; those without
	 * a severity are missing
	 */
	public Map<String, Integer> bySeverity() {
		Map<String, Integer> severities = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.counts.forEach((severity, count) -> {
			if (!severity.isEmpty()) {
				severities.merge(severity, count[0], Integer::sum);
			}
		});
		return severities;
	}

	private static long aligned(long millis, Duration length) {
		return MONDAY + Math.floorDiv(millis - MONDAY, length.toMillis()) * length.toMillis();
	}

}
