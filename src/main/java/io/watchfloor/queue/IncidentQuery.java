package io.watchfloor.queue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A view of the queue, as an address describes it. An incident is selected if it has, for
 * each filtered facet, one of the wanted values and none of the excluded ones, and if all
 * search terms select it.
 *
 * @param filters the wanted values of each filtered facet; {@link Facet#ASSIGNED_TO} also
 * takes {@link Facet#ME} and {@link Facet#NOBODY}
 * @param excluded the values of each facet that an incident must not have; likewise
 * @param terms the terms to search for, all of which have to select an incident
 * @param range the range of last updates
 * @param created the range of creations; {@link TimeRange#ANY} for any
 * @param order the order of the incidents
 * @param page the number of the page, from 1
 * @param size the number of rows on a page, from 1
 */
public record IncidentQuery(Map<Facet, Set<String>> filters, Map<Facet, Set<String>> excluded, List<SearchTerm> terms,
		TimeRange range, TimeRange created, IncidentOrder order, int page, int size) {

	/**
	 * The most terms to search for: each is looked for in the texts of all incidents, and
	 * 500 took 1.7 s of CPU.
	 */
	public static final int MOST_WORDS = 20;

	/**
	 * The most values of one filter.
	 */
	public static final int MOST_VALUES = 50;

	private static final Set<String> OPEN_STATUSES = openStatuses();

	/**
	 * The view that an address without parameters names.
	 */
	public static final IncidentQuery DEFAULT = new IncidentQuery(Map.of(), List.of(), TimeRange.DEFAULT,
			IncidentOrder.DEFAULT, 1, 50);

	/**
	 * Create a query.
	 * @throws IllegalArgumentException if the page or its size is less than 1
	 */
	public IncidentQuery {
		if (page < 1 || size < 1) {
			throw new IllegalArgumentException("page and size count from 1");
		}
		filters = copyOf(filters);
		excluded = copyOf(excluded);
		terms = List.copyOf(terms);
	}

	/**
	 * Create a query that excludes nothing and takes any creation.
	 */
	public IncidentQuery(Map<Facet, Set<String>> filters, List<SearchTerm> terms, TimeRange range, IncidentOrder order,
			int page, int size) {
		this(filters, Map.of(), terms, range, TimeRange.ANY, order, page, size);
	}

	private static Map<Facet, Set<String>> copyOf(Map<Facet, Set<String>> filters) {
		Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
		filters.forEach((facet, values) -> {
			if (!values.isEmpty()) {
				copy.put(facet, values.stream().map(facet::valueFor).collect(Collectors.toUnmodifiableSet()));
			}
		});
		return Collections.unmodifiableMap(copy);
	}

	/**
	 * Return whether this view shows nothing but open incidents, of those that are read
	 * whatever their age.
	 * @return whether it asks for statuses of open incidents alone
	 */
	public boolean isOfOpenOnly() {
		Set<String> statuses = this.filters.getOrDefault(Facet.STATUS, Set.of());
		return !statuses.isEmpty() && statuses.stream().allMatch(OPEN_STATUSES::contains);
	}

	/**
	 * Return this view with another filter on a facet.
	 * @param facet the facet
	 * @param values the wanted values; none to remove the filter
	 * @return the view, from its first page
	 */
	public IncidentQuery with(Facet facet, Set<String> values) {
		return new IncidentQuery(changed(this.filters, facet, values), this.excluded, this.terms, this.range,
				this.created, this.order, 1, this.size);
	}

	/**
	 * Return this view without incidents that have some values of a facet.
	 * @param facet the facet
	 * @param values the values; none to exclude nothing
	 * @return the view, from its first page
	 */
	public IncidentQuery without(Facet facet, Set<String> values) {
		return new IncidentQuery(this.filters, changed(this.excluded, facet, values), this.terms, this.range,
				this.created, this.order, 1, this.size);
	}

	private static Map<Facet, Set<String>> changed(Map<Facet, Set<String>> filters, Facet facet, Set<String> values) {
		Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
		changed.putAll(filters);
		changed.put(facet, values);
		return changed;
	}

	/**
	 * Return this view of another range.
	 * @param newRange the range
	 * @return the view, from its first page
	 */
	public IncidentQuery with(TimeRange newRange) {
		return new IncidentQuery(this.filters, this.excluded, this.terms, newRange, this.created, this.order, 1,
				this.size);
	}

	/**
	 * Return this view of another range of creations.
	 * @param newCreated the range
	 * @return the view, from its first page
	 */
	public IncidentQuery withCreated(TimeRange newCreated) {
		return new IncidentQuery(this.filters, this.excluded, this.terms, this.range, newCreated, this.order, 1,
				this.size);
	}

	/**
	 * Return this view in another order.
	 * @param newOrder the order
	 * @return the view, from its first page
	 */
	public IncidentQuery with(IncidentOrder newOrder) {
		return new IncidentQuery(this.filters, this.excluded, this.terms, this.range, this.created, newOrder, 1,
				this.size);
	}

	/**
	 * Return this view with other terms to search for.
	 * @param newTerms the terms
	 * @return the view, from its first page
	 */
	public IncidentQuery withTerms(List<SearchTerm> newTerms) {
		return new IncidentQuery(this.filters, this.excluded, newTerms, this.range, this.created, this.order, 1,
				this.size);
	}

	/**
	 * Return this view with another number of rows.
	 * @param newSize the number of rows on a page, from 1
	 * @return the view, from its first page
	 */
	public IncidentQuery ofSize(int newSize) {
		return new IncidentQuery(this.filters, this.excluded, this.terms, this.range, this.created, this.order, 1,
				newSize);
	}

	/**
	 * Return another page of this view.
	 * @param newPage the number of the page, from 1
	 * @return the view
	 */
	public IncidentQuery onPage(int newPage) {
		return new IncidentQuery(this.filters, this.excluded, this.terms, this.range, this.created, this.order, newPage,
				this.size);
	}

	private static Set<String> openStatuses() {
		Set<String> statuses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		statuses.add(Facet.OPEN);
		statuses.addAll(Status.OPEN_WORDS);
		return statuses;
	}

}
