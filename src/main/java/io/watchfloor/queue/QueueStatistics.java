package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.watchfloor.queue.Facets.Count;

/**
 * Numbers of the incidents that a query selects, for charts. Each counts all of them, so
 * that it cannot disagree with the view that the query opens. For one thread.
 */
public final class QueueStatistics {

	private static final int HOURS = 24;

	private final IncidentIndex index;

	private final List<IncidentSummary> incidents;

	private final IncidentQuery query;

	private final Viewpoint viewpoint;

	private final Instant now;

	private @Nullable List<Count> assets;

	/**
	 * The numbers of a selection.
	 * @param index the incidents
	 * @param query what of them is counted, on all its pages
	 * @param viewpoint who asks, and when
	 */
	public QueueStatistics(IncidentIndex index, IncidentQuery query, Viewpoint viewpoint) {
		this.index = index;
		this.incidents = index.all(query.with(IncidentOrder.DEFAULT), viewpoint).toList();
		this.query = query;
		this.viewpoint = viewpoint;
		this.now = viewpoint.now();
	}

	/**
	 * The numbers of those among the incidents that a narrower query selects.
	 * @param narrower a query of the same range, which asks for more than this one
	 * @return the numbers
	 */
	public QueueStatistics of(IncidentQuery narrower) {
		return new QueueStatistics(this.index, narrower, this.viewpoint);
	}

	/**
	 * How many incidents there are.
	 * @return the number, from 0
	 */
	public int total() {
		return this.incidents.size();
	}

	/**
	 * How many incidents were last updated in each period of the query's range, which
	 * must be one of the last so many hours or days. It is the last update by which a
	 * view's range selects.
	 * @param length how long a period is; weeks begin on Monday, all in UTC
	 * @return the periods, oldest first, from the one that the range begins in to the
	 * present one
	 */
	public List<Period> periods(Duration length) {
		List<Period> periods = Period.within(this.query.range().start(this.now), this.now, length);
		for (IncidentSummary incident : this.incidents) {
			Period.of(incident.updatedMillis(), periods, length).count(incident);
		}
		return periods;
	}

	/**
	 * How many alerts were raised in each of the last 24 hours, the present one included.
	 * @return the beginning of each hour in UTC, oldest first, with its number from 0
	 */
	public SortedMap<Instant, Integer> alertsByHour() {
		Instant present = this.now.truncatedTo(ChronoUnit.HOURS);
		Instant first = present.minus(HOURS - 1L, ChronoUnit.HOURS);
		int[] counts = new int[HOURS];
		this.incidents.forEach((incident) -> incident.alertTimes().count(first.toEpochMilli(), counts));
		SortedMap<Instant, Integer> hours = new TreeMap<>();
		for (int i = 0; i < HOURS; i++) {
			hours.put(first.plus(i, ChronoUnit.HOURS), counts[i]);
		}
		return hours;
	}

	/**
	 * The values that most incidents have of a facet.
	 * @param facet the facet
	 * @param limit how many to tell
	 * @return the values, most incidents first
	 */
	public List<Count> top(Facet facet, int limit) {
		return counts((facet == Facet.ASSET) ? QueueStatistics::assets : facet::values).limit(limit).toList();
	}

	/**
	 * The devices in most incidents.
	 * @param limit how many to tell
	 * @return their names, most incidents first
	 */
	public List<Count> topDevices(int limit) {
		return topAssets(IncidentSummary::devices, limit);
	}

	/**
	 * The users in most incidents, the incidents of their mailboxes included: a view by
	 * asset knows no difference.
	 * @param limit how many to tell
	 * @return their names, most incidents first
	 */
	public List<Count> topUsers(int limit) {
		return topAssets(IncidentSummary::users, limit);
	}

	/**
	 * How old the incidents are: from creation to now.
	 * @return the spread
	 */
	public Spread ages() {
		return spread((incident) -> this.now.toEpochMilli() - incident.createdMillis());
	}

	/**
	 * How long it took to notice: from the first activity to creation. A proxy for the
	 * time to detect.
	 * @return the spread
	 */
	public Spread timeToDetect() {
		return spread((incident) -> incident.createdMillis() - incident.firstActivityMillis());
	}

	/**
	 * How long it took from the first activity to the last update: of what is resolved, a
	 * proxy for the time to resolve, since the API keeps no history.
	 * @return the spread
	 */
	public Spread timeToLastUpdate() {
		return spread((incident) -> incident.updatedMillis() - incident.firstActivityMillis());
	}

	/**
	 * How many incidents a rule of the ranking holds for.
	 * @param rule the rule
	 * @return the number, from 0
	 */
	public int count(Attention.Rule rule) {
		return (int) this.incidents.stream()
			.filter((incident) -> Attention.Rule.of(incident, this.viewpoint) == rule)
			.count();
	}

	private Spread spread(ToLongFunction<IncidentSummary> millis) {
		return Spread.ofMillis(this.incidents.stream().mapToLong(millis));
	}

	private List<Count> topAssets(Function<IncidentSummary, List<String>> ofKind, int limit) {
		Set<String> names = new HashSet<>();
		this.incidents.forEach((incident) -> names.addAll(ofKind.apply(incident)));
		Set<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		folded.addAll(names);
		if (this.assets == null) {
			this.assets = counts(QueueStatistics::assets).toList();
		}
		return this.assets.stream().filter((asset) -> folded.contains(asset.value())).limit(limit).toList();
	}

	/**
	 * The assets of an incident, each name once: a user and a mailbox may share one.
	 */
	private static List<String> assets(IncidentSummary incident) {
		List<String> assets = new ArrayList<>(incident.assets());
		assets.addAll(incident.devices());
		addOthers(incident.users(), assets);
		addOthers(incident.mailboxes(), assets);
		return assets;
	}

	private static void addOthers(List<String> names, List<String> assets) {
		int known = assets.size();
		for (String name : names) {
			boolean other = true;
			for (int i = 0; i < known && other; i++) {
				other = !name.equalsIgnoreCase(assets.get(i));
			}
			if (other) {
				assets.add(name);
			}
		}
	}

	private Stream<Count> counts(Function<IncidentSummary, List<String>> values) {
		Map<String, int[]> counts = new HashMap<>();
		for (IncidentSummary incident : this.incidents) {
			for (String value : values.apply(incident)) {
				counts.computeIfAbsent(value, (absent) -> new int[1])[0]++;
			}
		}
		Map<String, Integer> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		counts.forEach((value, count) -> folded.merge(value, count[0], Integer::sum));
		return folded.entrySet()
			.stream()
			.map((entry) -> new Count(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingInt(Count::incidents).reversed());
	}

}
