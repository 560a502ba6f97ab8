package io.watchfloor.queue.index;

import java.util.ArrayList;
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
 * An index of one analyst's incidents at one moment, which selects, sorts and counts
 * them. It is immutable. Each incident is in it twice: in the day of its last update,
 * newest day first, and by id.
 */
public final class IncidentIndex {

	/**
	 * An index without incidents, whose days are shared with no other.
	 */
	public static final IncidentIndex EMPTY = new IncidentIndex(UnaryOperator.identity());

	private final NavigableMap<Long, Day> days;

	private final SortedIncidents byId;

	private final UnaryOperator<Day> interner;

	/**
	 * Create an index without incidents.
	 * @param interner returns an equal day that is in use already, or the same day
	 */
	public IncidentIndex(UnaryOperator<Day> interner) {
		this(new TreeMap<>(Comparator.reverseOrder()),
				SortedIncidents.none(Comparator.comparingLong(IncidentSummary::id)), interner);
	}

	private IncidentIndex(NavigableMap<Long, Day> days, SortedIncidents byId, UnaryOperator<Day> interner) {
		this.days = days;
		this.byId = byId;
		this.interner = interner;
	}

	/**
	 * Select one page of a query.
	 * @param query the query
	 * @param viewpoint who looks, and when
	 * @return the page's incidents and the number on all pages
	 */
	public Selection select(IncidentQuery query, Viewpoint viewpoint) {
		List<Rows> found = matches(query, viewpoint);
		int total = found.stream().mapToInt(Rows::count).sum();
		int from = (int) Math.min((query.page() - 1L) * query.size(), total);
		Stream<IncidentSummary> sorted = sorted(found, query.order(), viewpoint);
		return new Selection(query, total, sorted.skip(from).limit(query.size()).toList());
	}

	/**
	 * Return everything that a query selects, on all pages.
	 * @param query the query
	 * @param viewpoint who looks, and when
	 * @return the incidents in order
	 */
	public Stream<IncidentSummary> all(IncidentQuery query, Viewpoint viewpoint) {
		return sorted(matches(query, viewpoint), query.order(), viewpoint);
	}

	/**
	 * Sort incidents, which come in the default order.
	 */
	private static Stream<IncidentSummary> sorted(List<Rows> found, IncidentOrder order, Viewpoint viewpoint) {
		Stream<IncidentSummary> incidents = found.stream().flatMap(Rows::summaries);
		return (order.equals(IncidentOrder.DEFAULT)) ? incidents : order.sort(incidents.toList(), viewpoint);
	}

	/**
	 * Count the values that the filter menus beside a query offer.
	 * @param query the query
	 * @param viewpoint who looks, and when
	 * @return the values of each facet, counted
	 */
	public Facets facets(IncidentQuery query, Viewpoint viewpoint) {
		IncidentFilter filter = new IncidentFilter(query, viewpoint);
		FacetCounter counter = new FacetCounter();
		within(query.range(), viewpoint).forEach((day) -> filter.count(day, counter));
		return counter.facets();
	}

	/**
	 * Find the incidents before and after one in all that a query selects, whether or not
	 * the query selects that incident itself.
	 * @param id the incident's number
	 * @param query the query
	 * @param viewpoint who looks, and when
	 * @return the incidents before and after it; none when the incident is unknown
	 */
	public Neighbours neighbours(long id, IncidentQuery query, Viewpoint viewpoint) {
		IncidentSummary incident = find(id).orElse(null);
		if (incident == null) {
			return new Neighbours(null, null, 0);
		}
		Comparator<IncidentSummary> order = query.order().comparator(viewpoint);
		IncidentSummary previous = null;
		IncidentSummary next = null;
		int before = 0;
		for (Rows rows : matches(query, viewpoint)) {
			for (IncidentSummary found : (Iterable<IncidentSummary>) rows.summaries()::iterator) {
				int side = order.compare(found, incident);
				before += (side < 0) ? 1 : 0;
				if (side < 0 && (previous == null || order.compare(found, previous) > 0)) {
					previous = found;
				}
				if (side > 0 && (next == null || order.compare(found, next) < 0)) {
					next = found;
				}
			}
		}
		return new Neighbours(previous, next, before);
	}

	/**
	 * Find an incident.
	 * @param id its number
	 * @return its summary, or nothing when it is unknown
	 */
	public Optional<IncidentSummary> find(long id) {
		int position = this.byId.first((summary) -> summary.id() >= id);
		boolean found = position < this.byId.size() && this.byId.get(position).id() == id;
		return (found) ? Optional.of(this.byId.get(position)) : Optional.empty();
	}

	/**
	 * Return the number of incidents.
	 * @return the number, from 0
	 */
	public int size() {
		return this.byId.size();
	}

	/**
	 * Return this index with incidents added or replaced by id. One that is older than
	 * the one in the index is left out: an answer may arrive after a later one, which
	 * another request got meanwhile. One of an unknown age counts as newer.
	 * @param changed the incidents
	 * @return the changed index; this one when nothing is new
	 */
	public IncidentIndex with(Collection<IncidentSummary> changed) {
		Map<Long, IncidentSummary> newer = changed.stream()
			.collect(Collectors.toMap(IncidentSummary::id, Function.identity(), (first, last) -> last));
		newer.values().removeIf(this::isUpToDate);
		return (newer.isEmpty()) ? this : replace(newer.keySet(), newer.values());
	}

	/**
	 * Return this index without one incident.
	 * @param id its number
	 * @return the changed index; this one when the incident is unknown
	 */
	public IncidentIndex without(long id) {
		return (find(id).isPresent()) ? replace(List.of(id), List.of()) : this;
	}

	private boolean isUpToDate(IncidentSummary summary) {
		return find(summary.id())
			.filter((held) -> held == summary
					|| (summary.updated() != null && held.updatedMillis() > summary.updatedMillis()))
			.isPresent();
	}

	private IncidentIndex replace(Collection<Long> ids, Collection<IncidentSummary> arriving) {
		List<IncidentSummary> leaving = ids.stream().flatMap((id) -> find(id).stream()).toList();
		Map<Long, List<IncidentSummary>> leavingDays = byDay(leaving);
		Map<Long, List<IncidentSummary>> arrivingDays = byDay(arriving);
		NavigableMap<Long, Day> changed = new TreeMap<>(this.days);
		Stream.concat(leavingDays.keySet().stream(), arrivingDays.keySet().stream()).distinct().forEach((number) -> {
			Day day = changed.getOrDefault(number, Day.empty())
				.with(leavingDays.getOrDefault(number, List.of()), arrivingDays.getOrDefault(number, List.of()));
			changed.put(number, this.interner.apply(day));
		});
		changed.values().removeIf((day) -> day.size() == 0);
		return new IncidentIndex(changed, this.byId.without(leaving).with(arriving), this.interner);
	}

	private static Map<Long, List<IncidentSummary>> byDay(Collection<IncidentSummary> summaries) {
		return summaries.stream().collect(Collectors.groupingBy((summary) -> Day.number(summary.updatedMillis())));
	}

	private List<Rows> matches(IncidentQuery query, Viewpoint viewpoint) {
		IncidentFilter filter = new IncidentFilter(query, viewpoint);
		return within(query.range(), viewpoint).stream().map((day) -> new Rows(day, filter.passing(day))).toList();
	}

	/**
	 * Return the days that overlap a range, newest first, and that of unknown times at
	 * the end.
	 */
	private List<Day> within(TimeRange range, Viewpoint viewpoint) {
		long first = Math.max(0, Day.number(range.firstMillis(viewpoint.now())));
		long last = Day.number(range.endMillis());
		List<Day> days = new ArrayList<>();
		if (first <= last) {
			days.addAll(this.days.subMap(last, true, first, true).values());
		}
		Day unknown = this.days.get(Day.UNKNOWN);
		if (unknown != null && range.includesUnknown()) {
			days.add(unknown);
		}
		return days;
	}

	/**
	 * Some incidents of a day.
	 *
	 * @param day the day
	 * @param positions the row of each
	 */
	private record Rows(Day day, BitSet positions) {

		private int count() {
			return this.positions.cardinality();
		}

		private Stream<IncidentSummary> summaries() {
			return this.positions.stream().mapToObj(this.day::get);
		}

	}

}
