package io.watchfloor.queue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One view of the queue, as an address tells it. Filters of different facets must all
 * hold, of one facet any; words must all occur.
 *
 * @param filters the values wanted of each facet that is filtered; {@link Facet#ME} and
 * {@link Facet#NOBODY} are owners like others
 * @param words what the incident's texts must hold, without white space
 * @param range by last update
 * @param order how it is sorted
 * @param page which page, from 1
 * @param size how many rows a page has, from 1
 */
public record IncidentQuery(Map<Facet, Set<String>> filters, List<String> words, TimeRange range, IncidentOrder order,
		int page, int size) {

	/**
	 * What an address without parameters means.
	 */
	public static final IncidentQuery DEFAULT = new IncidentQuery(Map.of(), List.of(), TimeRange.DEFAULT,
			IncidentOrder.DEFAULT, 1, 50);

	public IncidentQuery {
		if (page < 1 || size < 1) {
			throw new IllegalArgumentException("page and size count from 1");
		}
		Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
		filters.forEach((facet, values) -> {
			if (!values.isEmpty()) {
				wanted.put(facet, Set.copyOf(values));
			}
		});
		filters = Collections.unmodifiableMap(wanted);
		words = List.copyOf(words);
	}

	/**
	 * This view with another filter on a facet.
	 * @param facet the facet
	 * @param values the values wanted of it; none to lift the filter
	 * @return the view, from its first page
	 */
	public IncidentQuery with(Facet facet, Set<String> values) {
		Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
		changed.putAll(this.filters);
		changed.put(facet, values);
		return new IncidentQuery(changed, this.words, this.range, this.order, 1, this.size);
	}

	/**
	 * This view of another range.
	 * @param newRange the range
	 * @return the view, from its first page
	 */
	public IncidentQuery with(TimeRange newRange) {
		return new IncidentQuery(this.filters, this.words, newRange, this.order, 1, this.size);
	}

	/**
	 * This view in another order.
	 * @param newOrder the order
	 * @return the view, from its first page
	 */
	public IncidentQuery with(IncidentOrder newOrder) {
		return new IncidentQuery(this.filters, this.words, this.range, newOrder, 1, this.size);
	}

	/**
	 * This view with other words.
	 * @param newWords the words
	 * @return the view, from its first page
	 */
	public IncidentQuery withWords(List<String> newWords) {
		return new IncidentQuery(this.filters, newWords, this.range, this.order, 1, this.size);
	}

	/**
	 * Another page of this view.
	 * @param newPage which one, from 1
	 * @return the view
	 */
	public IncidentQuery onPage(int newPage) {
		return new IncidentQuery(this.filters, this.words, this.range, this.order, newPage, this.size);
	}

}
