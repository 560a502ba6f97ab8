package io.watchfloor.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.watchfloor.queue.Facets.Count;

/**
 * Numbers of the incidents that a query selects, for charts. What menus count already,
 * {@link Facets} tell; the number of any view is the {@link Selection#total() total} of
 * its query, so that it cannot disagree with what the view shows.
 */
public final class QueueStatistics {

	private static final int HOURS = 24;

	private final List<IncidentSummary> incidents;

	private final Instant now;

	/**
	 * The numbers of a selection.
	 * @param index the incidents
	 * @param query what of them is counted, on all its pages
	 * @param viewpoint who asks, and when
	 */
	public QueueStatistics(IncidentIndex index, IncidentQuery query, Viewpoint viewpoint) {
		this.incidents = index.all(query, viewpoint).toList();
		this.now = viewpoint.now();
	}

	/**
	 * How many incidents were last updated on each day, by severity. It is the last
	 * update by which a view's range selects.
	 * @param zone where the days begin
	 * @return the days that have any, oldest first, each with its severities as they came
	 */
	public SortedMap<LocalDate, Map<String, Integer>> byDayAndSeverity(ZoneId zone) {
		SortedMap<LocalDate, Map<String, Integer>> days = new TreeMap<>();
		for (IncidentSummary incident : this.incidents) {
			days.computeIfAbsent(LocalDate.ofInstant(incident.updated(), zone),
					(day) -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
				.merge(incident.severity(), 1, Integer::sum);
		}
		return days;
	}

	/**
	 * How many alerts were raised in each of the last 24 hours, the present one included.
	 * @return the beginning of each hour in UTC, oldest first, with its number from 0
	 */
	public SortedMap<Instant, Integer> alertsByHour() {
		SortedMap<Instant, Integer> hours = new TreeMap<>();
		Instant present = this.now.truncatedTo(ChronoUnit.HOURS);
		for (int ago = 0; ago < HOURS; ago++) {
			hours.put(present.minus(ago, ChronoUnit.HOURS), 0);
		}
		long first = hours.firstKey().toEpochMilli();
		this.incidents.stream()
			.flatMapToLong((incident) -> incident.alertTimes().millis())
			.filter((millis) -> millis >= first)
			.forEach((millis) -> hours.computeIfPresent(Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.HOURS),
					(hour, alerts) -> alerts + 1));
		return hours;
	}

	/**
	 * The devices in most incidents.
	 * @param limit how many to tell
	 * @return their names, most incidents first
	 */
	public List<Count> topDevices(int limit) {
		return top(IncidentSummary::devices, limit);
	}

	/**
	 * The users in most incidents.
	 * @param limit how many to tell
	 * @return their names, most incidents first
	 */
	public List<Count> topUsers(int limit) {
		return top(IncidentSummary::users, limit);
	}

	/**
	 * How long the open incidents have been open: from creation to now.
	 * @return the spread
	 */
	public Spread openAges() {
		return spread(IncidentSummary::isOpen, (incident) -> this.now.toEpochMilli() - incident.createdMillis());
	}

	/**
	 * How long it took to notice: from the first activity to creation. A proxy for the
	 * time to detect, of incidents that were not merged into others.
	 * @return the spread
	 */
	public Spread timeToDetect() {
		return spread((incident) -> !incident.isRedirected(),
				(incident) -> incident.createdMillis() - incident.firstActivityMillis());
	}

	/**
	 * How long it took to resolve: from the first activity to the last update of what is
	 * resolved. A proxy for the time to resolve, since the API keeps no history.
	 * @return the spread
	 */
	public Spread timeToResolve() {
		return spread((incident) -> !incident.isOpen() && !incident.isRedirected(),
				(incident) -> incident.updatedMillis() - incident.firstActivityMillis());
	}

	private Spread spread(Predicate<IncidentSummary> counted, ToLongFunction<IncidentSummary> millis) {
		return Spread.ofMillis(this.incidents.stream().filter(counted).mapToLong(millis));
	}

	private List<Count> top(Function<IncidentSummary, List<String>> values, int limit) {
		Map<String, Integer> counts = new HashMap<>();
		this.incidents
			.forEach((incident) -> values.apply(incident).forEach((value) -> counts.merge(value, 1, Integer::sum)));
		Map<String, Integer> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		counts.forEach((value, count) -> folded.merge(value, count, Integer::sum));
		return folded.entrySet()
			.stream()
			.map((entry) -> new Count(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingInt(Count::incidents).reversed())
			.limit(limit)
			.toList();
	}

}
