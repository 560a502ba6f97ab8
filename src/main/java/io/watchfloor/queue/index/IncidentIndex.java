package io.watchfloor.queue.index;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;

/**
 * The incidents of one analyst at one moment, answering every question that a page can
 * ask. It never changes. It holds each incident twice: in the day of its last update, of
 * which the newest comes first, and by id.
 */
public final class IncidentIndex {

	public static final IncidentIndex EMPTY = new IncidentIndex(UnaryOperator.identity());

	private final NavigableMap<Long, Day> days;

	private final SortedIncidents byId;

	private final UnaryOperator<Day> shared;

	/**
	 * An index of nothing.
	 * @param shared gives an equal day that is held already, or the same
	 */
	public IncidentIndex(UnaryOperator<Day> shared) {
		this(new TreeMap<>(Comparator.reverseOrder()),
				SortedIncidents.none(Comparator.comparingLong(IncidentSummary::id)), shared);
	}

	private IncidentIndex(NavigableMap<Long, Day> days, SortedIncidents byId, UnaryOperator<Day> shared) {
		this.days = days;
		this.byId = byId;
		this.shared = shared;
	}

	/**
	 * Answer a query.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the page's rows and how many there are in all
	 */
	public Selection select(IncidentQuery query, Viewpoint viewpoint) {
		List<Rows> found = matches(query, viewpoint);
		int total = found.stream().mapToInt(Rows::count).sum();
		int from = (int) Math.min((query.page() - 1L) * query.size(), total);
		Stream<IncidentSummary> sorted = sorted(found, query.order(), viewpoint);
		return new Selection(query, total, sorted.skip(from).limit(query.size()).toList());
	}

	/**
	 * Everything that a query selects, on all its pages.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the incidents in order
	 */
	public Stream<IncidentSummary> all(IncidentQuery query, Viewpoint viewpoint) {
		return sorted(matches(query, viewpoint), query.order(), viewpoint);
	}

	/**
	 * Days are held in the default order.
	 */
	private static Stream<IncidentSummary> sorted(List<Rows> found, IncidentOrder order, Viewpoint viewpoint) {
		Stream<IncidentSummary> incidents = found.stream().flatMap(Rows::summaries);
		return (order.equals(IncidentOrder.DEFAULT)) ? incidents : order.sort(incidents.toList(), viewpoint);
	}

	/**
	 * What the menus beside a query offer.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the values of each facet, counted
	 */
	public Facets facets(IncidentQuery query, Viewpoint viewpoint) {
		IncidentFilter filter = new IncidentFilter(query, viewpoint);
		FacetCounter counter = new FacetCounter();
		within(query.range(), viewpoint).forEach((day) -> filter.count(day, counter));
		return counter.facets();
	}

	/**
	 * What stands beside an incident among all that a query selects, whether or not the
	 * query still selects that incident itself.
	 * @param id the incident's number
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the incidents before and behind it; neither when the incident is unknown
	 */
	public Neighbours neighbours(long id, IncidentQuery query, Viewpoint viewpoint) {
		IncidentSummary middle = find(id).orElse(null);
		if (middle == null) {
			return new Neighbours(null, null);
		}
		Comparator<IncidentSummary> order = query.order().comparator(viewpoint);
		IncidentSummary previous = null;
		IncidentSummary next = null;
		for (Rows rows : matches(query, viewpoint)) {
			for (IncidentSummary found : (Iterable<IncidentSummary>) rows.summaries()::iterator) {
				int side = order.compare(found, middle);
				if (side < 0 && (previous == null || order.compare(found, previous) > 0)) {
					previous = found;
				}
				if (side > 0 && (next == null || order.compare(found, next) < 0)) {
					next = found;
				}
			}
		}
		return new Neighbours(previous, next);
	}

	/**
	 * One incident.
	 * @param id its number
	 * @return its summary, or nothing when it is unknown
	 */
	public Optional<IncidentSummary> find(long id) {
		int place = this.byId.first((summary) -> summary.id() >= id);
		boolean found = place < this.byId.size() && this.byId.get(place).id() == id;
		return (found) ? Optional.of(this.byId.get(place)) : Optional.empty();
	}

	/**
	 * How many incidents there are.
	 * @return the number, from 0
	 */
	public int size() {
		return this.byId.size();
	}

	/**
	 * This index with other incidents in place of those of the same ids, but for what is
	 * older than what is held: pages read meanwhile may tell less than the latest.
	 */
	public IncidentIndex with(Collection<IncidentSummary> changed) {
		Map<Long, IncidentSummary> news = changed.stream()
			.collect(Collectors.toMap(IncidentSummary::id, Function.identity(), (first, last) -> last));
		news.values().removeIf(this::isKnown);
		return (news.isEmpty()) ? this : replace(news.keySet(), news.values());
	}

	/**
	 * This index without one incident.
	 */
	public IncidentIndex without(long id) {
		return (find(id).isPresent()) ? replace(List.of(id), List.of()) : this;
	}

	private boolean isKnown(IncidentSummary summary) {
		return find(summary.id()).filter((held) -> held == summary || held.updatedMillis() > summary.updatedMillis())
			.isPresent();
	}

	private IncidentIndex replace(Collection<Long> ids, Collection<IncidentSummary> news) {
		List<IncidentSummary> old = ids.stream().flatMap((id) -> find(id).stream()).toList();
		Map<Long, List<IncidentSummary>> leaving = byDay(old);
		Map<Long, List<IncidentSummary>> arriving = byDay(news);
		NavigableMap<Long, Day> changed = new TreeMap<>(this.days);
		Stream.concat(leaving.keySet().stream(), arriving.keySet().stream()).distinct().forEach((number) -> {
			Day day = changed.getOrDefault(number, Day.empty())
				.with(leaving.getOrDefault(number, List.of()), arriving.getOrDefault(number, List.of()));
			changed.put(number, this.shared.apply(day));
		});
		changed.values().removeIf((day) -> day.size() == 0);
		return new IncidentIndex(changed, this.byId.without(old).with(news), this.shared);
	}

	private static Map<Long, List<IncidentSummary>> byDay(Collection<IncidentSummary> summaries) {
		return summaries.stream().collect(Collectors.groupingBy((summary) -> Day.number(summary.updatedMillis())));
	}

	private List<Rows> matches(IncidentQuery query, Viewpoint viewpoint) {
		IncidentFilter filter = new IncidentFilter(query, viewpoint);
		return within(query.range(), viewpoint).stream().map((day) -> new Rows(day, filter.passing(day))).toList();
	}

	/**
	 * The days that a range touches, the newest first.
	 */
	private Collection<Day> within(TimeRange range, Viewpoint viewpoint) {
		long first = Day.number(range.firstMillis(viewpoint.now()));
		long last = Day.number(range.endMillis());
		return (first <= last) ? this.days.subMap(last, true, first, true).values() : List.of();
	}

	/**
	 * Some incidents of a day.
	 *
	 * @param day the day
	 * @param places their rows
	 */
	private record Rows(Day day, BitSet places) {

		private int count() {
			return this.places.cardinality();
		}

		private Stream<IncidentSummary> summaries() {
			return this.places.stream().mapToObj(this.day::get);
		}

	}

}
