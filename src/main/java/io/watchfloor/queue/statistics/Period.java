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
 * A part of a range, with the number of incidents created in it and of those closed in
 * it.
 */
public final class Period {

	/**
	 * A Monday at midnight, from which periods are counted: weeks begin on Mondays, days
	 * at midnight and hours on the hour.
	 */
	private static final long MONDAY = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

	private final Instant start;

	private final TimeRange range;

	private final Map<String, int[]> counts = new HashMap<>();

	private int total;

	private int closed;

	private Period(Instant start, TimeRange range) {
		this.start = start;
		this.range = range;
	}

	/**
	 * Return the periods between two times. The range of the first begins with the first
	 * time, and that of the last has no end, as {@link TimeRange#last} has none.
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
	 * Find the period that a time is in. An unknown time is in the last: that period has
	 * no end, and a range without an end includes it.
	 * @param millis the time in milliseconds since 1970, not before the first period, or
	 * {@link IncidentSummary#UNKNOWN_TIME}
	 * @param periods all periods of a range; must not be empty
	 * @param length the length of each
	 */
	static Period of(long millis, List<Period> periods, Duration length) {
		if (millis == IncidentSummary.UNKNOWN_TIME) {
			return periods.get(periods.size() - 1);
		}
		long place = Math.floorDiv(millis - periods.get(0).start.toEpochMilli(), length.toMillis());
		return periods.get((int) Math.min(place, periods.size() - 1L));
	}

	void countCreated(IncidentSummary incident) {
		this.counts.computeIfAbsent(incident.severity().word(), (absent) -> new int[1])[0]++;
		this.total++;
	}

	void countClosed() {
		this.closed++;
	}

	/**
	 * Return when the period begins, even if the range begins later.
	 * @return a full hour, day or week
	 */
	public Instant start() {
		return this.start;
	}

	/**
	 * Return the range of the period, for views of what was created in it, and of what is
	 * resolved and was last updated in it.
	 * @return the part of the whole range that is in this period
	 */
	public TimeRange range() {
		return this.range;
	}

	/**
	 * Return the number of incidents created in the period.
	 * @return the number, from 0
	 */
	public int total() {
		return this.total;
	}

	/**
	 * Return the number of incidents that are resolved and were last updated in the
	 * period: the API does not say when they were closed.
	 * @return the number, from 0
	 */
	public int closed() {
		return this.closed;
	}

	/**
	 * Return the number of those created incidents by severity.
	 * @return the numbers by the API's word, in one of its spellings; incidents without a
	 * severity are left out
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
