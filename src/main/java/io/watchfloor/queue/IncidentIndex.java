package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The incidents of one analyst at one moment, answering every question that a page can
 * ask. It never changes, and holds two references an incident: one array in the default
 * order, of which every range is a slice, and one by id.
 */
public final class IncidentIndex {

	private static final Comparator<IncidentSummary> LAST_UPDATED_FIRST = Comparator
		.comparingLong(IncidentSummary::updatedMillis)
		.thenComparingLong(IncidentSummary::id)
		.reversed();

	private static final Comparator<IncidentSummary> BY_ID = Comparator.comparingLong(IncidentSummary::id);

	static final IncidentIndex EMPTY = new IncidentIndex(SortedIncidents.none(LAST_UPDATED_FIRST),
			SortedIncidents.none(BY_ID));

	private final SortedIncidents byUpdate;

	private final SortedIncidents byId;

	private IncidentIndex(SortedIncidents byUpdate, SortedIncidents byId) {
		this.byUpdate = byUpdate;
		this.byId = byId;
	}

	/**
	 * Answer a query.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the page's rows and how many there are in all
	 */
	public Selection select(IncidentQuery query, Viewpoint viewpoint) {
		IncidentSummary[] found = matches(query, viewpoint);
		int from = (int) Math.min((query.page() - 1L) * query.size(), found.length);
		int to = (int) Math.min((long) from + query.size(), found.length);
		if (!query.order().equals(IncidentOrder.DEFAULT)) {
			PartialSort.sort(found, from, to, query.order().comparator(viewpoint), query.order().rank(viewpoint));
		}
		return new Selection(query, found.length, List.of(Arrays.copyOfRange(found, from, to)));
	}

	/**
	 * Everything that a query selects, on all its pages.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the incidents in order
	 */
	public Stream<IncidentSummary> all(IncidentQuery query, Viewpoint viewpoint) {
		IncidentSummary[] found = matches(query, viewpoint);
		if (!query.order().equals(IncidentOrder.DEFAULT)) {
			Arrays.sort(found, query.order().comparator(viewpoint));
		}
		return Arrays.stream(found);
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
		for (IncidentSummary summary : within(query.range(), viewpoint)) {
			filter.count(summary, counter);
		}
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
		for (IncidentSummary found : matches(query, viewpoint)) {
			int side = order.compare(found, middle);
			if (side < 0 && (previous == null || order.compare(found, previous) > 0)) {
				previous = found;
			}
			if (side > 0 && (next == null || order.compare(found, next) < 0)) {
				next = found;
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
	IncidentIndex with(Collection<IncidentSummary> changed) {
		Map<Long, IncidentSummary> news = changed.stream()
			.collect(Collectors.toMap(IncidentSummary::id, Function.identity(), (first, last) -> last));
		news.values().removeIf(this::isKnown);
		return (news.isEmpty()) ? this : replace(news.keySet(), news.values());
	}

	/**
	 * This index without one incident.
	 */
	IncidentIndex without(long id) {
		return (find(id).isPresent()) ? replace(List.of(id), List.of()) : this;
	}

	private boolean isKnown(IncidentSummary summary) {
		return find(summary.id()).filter((held) -> held == summary || held.updatedMillis() > summary.updatedMillis())
			.isPresent();
	}

	private IncidentIndex replace(Collection<Long> ids, Collection<IncidentSummary> news) {
		List<IncidentSummary> old = ids.stream().flatMap((id) -> find(id).stream()).toList();
		return new IncidentIndex(this.byUpdate.without(old).with(news), this.byId.without(old).with(news));
	}

	private IncidentSummary[] matches(IncidentQuery query, Viewpoint viewpoint) {
		IncidentFilter filter = new IncidentFilter(query, viewpoint);
		IncidentSummary[] found = within(query.range(), viewpoint);
		if (filter.isOpen()) {
			return found;
		}
		int count = 0;
		for (IncidentSummary summary : found) {
			if (filter.test(summary)) {
				found[count++] = summary;
			}
		}
		return Arrays.copyOf(found, count);
	}

	/**
	 * A copy of the slice that a range is.
	 */
	private IncidentSummary[] within(TimeRange range, Viewpoint viewpoint) {
		long first = range.firstMillis(viewpoint.now());
		long end = range.endMillis();
		int from = this.byUpdate.first((summary) -> summary.updatedMillis() < end);
		int to = this.byUpdate.first((summary) -> summary.updatedMillis() < first);
		return this.byUpdate.copy(from, Math.max(from, to));
	}

}
