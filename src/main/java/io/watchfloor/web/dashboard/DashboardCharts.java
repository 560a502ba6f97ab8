package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.statistics.Period;
import io.watchfloor.queue.statistics.QueueStatistics;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.dashboard.ColumnChart.Datum;
import io.watchfloor.web.dashboard.ColumnChart.Part;
import io.watchfloor.web.format.SeverityView;

/**
 * Draws the dashboard's charts over time.
 */
final class DashboardCharts {

	/**
	 * The severities from the bottom of a column up. The worst are first, so that they
	 * share a baseline and can be compared.
	 */
	private static final List<SeverityView> SEVERITIES = Stream
		.concat(SeverityView.WORST_FIRST.stream(), Stream.of(new SeverityView("Other", "unknown", 0)))
		.toList();

	private static final int HEIGHT = 220;

	private static final DateTimeFormatter DAY = formatter("EEE d MMM");

	private static final DateTimeFormatter SHORT_DAY = formatter("d MMM");

	private static final DateTimeFormatter HOUR = formatter("EEE d MMM HH:mm");

	private static final DateTimeFormatter SHORT_HOUR = formatter("HH:mm");

	private DashboardCharts() {
	}

	/**
	 * Count incidents by severity and the time of their creation, against those that were
	 * closed.
	 * @param path the address of the queue
	 * @param query the view whose incidents are counted
	 * @param now the time that it is
	 */
	static Trend trend(String path, IncidentQuery query, QueueStatistics statistics, Instant now) {
		Duration length = length(query.range());
		List<Period> periods = statistics.periods(length);
		Map<String, Integer> severities = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		periods.forEach((period) -> period.bySeverity()
			.forEach((severity, incidents) -> severities.merge(severity, incidents, Integer::sum)));
		int total = periods.stream().mapToInt(Period::total).sum();
		IncidentQuery created = created(query, TimeRange.between(query.range().start(now), null));
		List<Datum> columns = periods.stream().map((period) -> datum(path, query, period, length)).toList();
		return new Trend(ColumnChart.of(900, HEIGHT, columns), unit(length), parts(path, created, severities), total,
				IncidentQueryParameters.address(path, created),
				closed(path, query, periods.stream().mapToInt(Period::closed).sum()));
	}

	/**
	 * Return a view of what was created in a range.
	 */
	static IncidentQuery created(IncidentQuery query, TimeRange range) {
		return query.withCreated(range).with(TimeRange.between(range.from(), null));
	}

	/**
	 * Return a view of what is resolved and was last updated in the range of a query.
	 */
	static IncidentQuery closed(IncidentQuery query) {
		return query.with(Facet.STATUS, Set.of(Status.RESOLVED.word()));
	}

	private static Part closed(String path, IncidentQuery query, int number) {
		return new Part("closed", "closed", number, IncidentQueryParameters.address(path, closed(query)));
	}

	/**
	 * Count alerts by the hour in which they were raised.
	 */
	static ColumnChart hours(QueueStatistics statistics) {
		List<Datum> hours = new ArrayList<>();
		statistics.alertsByHour()
			.forEach((hour, alerts) -> hours.add(new Datum(HOUR.format(hour), SHORT_HOUR.format(hour), alerts, null,
					List.of(new Part("alerts", "alerts", alerts, null)), null)));
		return ColumnChart.of(560, HEIGHT, hours);
	}

	private static String unit(Duration length) {
		return switch ((int) length.toHours()) {
			case 1 -> "hour";
			case 6 -> "6 hours";
			case 24 -> "day";
			default -> "week";
		};
	}

	private static Duration length(TimeRange range) {
		long days = Objects.requireNonNull(range.last()).toDays();
		if (days > 31) {
			return Duration.ofDays(7);
		}
		if (days > 3) {
			return Duration.ofDays(1);
		}
		return (days > 1) ? Duration.ofHours(6) : Duration.ofHours(1);
	}

	private static Datum datum(String path, IncidentQuery query, Period period, Duration length) {
		boolean hours = length.toHours() < 24;
		String label = ((length.toDays() > 1) ? "Week of " : "") + ((hours) ? HOUR : DAY).format(period.start());
		String mark = ((length.toHours() == 1) ? SHORT_HOUR : SHORT_DAY).format(period.start());
		IncidentQuery created = created(query, period.range());
		return new Datum(label, mark, period.total(), IncidentQueryParameters.address(path, created),
				parts(path, created, period.bySeverity()), closed(path, query.with(period.range()), period.closed()));
	}

	/**
	 * Return the numbers of incidents by severity, which add up to the total.
	 * @param counts how many incidents have each severity, by the API's word
	 */
	private static List<Part> parts(String path, IncidentQuery query, Map<String, Integer> counts) {
		Map<String, Set<String>> words = new HashMap<>();
		counts.keySet()
			.forEach((word) -> words.computeIfAbsent(SeverityView.of(word).level(), (none) -> new LinkedHashSet<>())
				.add(word));
		List<Part> parts = new ArrayList<>();
		for (SeverityView severity : SEVERITIES) {
			Set<String> ofLevel = words.getOrDefault(severity.level(), Set.of());
			int number = ofLevel.stream().mapToInt((word) -> counts.getOrDefault(word, 0)).sum();
			parts.add(new Part(severity.label(), severity.level(), number, ofLevel.isEmpty() ? null
					: IncidentQueryParameters.address(path, query.with(Facet.SEVERITY, ofLevel))));
		}
		return parts;
	}

	/**
	 * Incidents over time, by creation.
	 *
	 * @param chart the columns
	 * @param unit what a column covers: an {@code hour}, {@code 6 hours}, a {@code day}
	 * or a {@code week}
	 * @param severities the numbers of the whole range by severity
	 * @param total how many incidents there are
	 * @param address the view with all of them
	 * @param closed how many were closed in the range
	 */
	record Trend(ColumnChart chart, String unit, List<Part> severities, int total, String address, Part closed) {
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
	}

}
