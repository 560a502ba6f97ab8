package io.watchfloor.queue.index;

import java.util.List;
import java.util.Map;

import io.watchfloor.queue.Facet;

/**
 * What each menu of the queue offers: the values of every facet, counted over the
 * incidents that pass all other filters.
 *
 * @param counts the values of each facet but {@link Facet#ASSET}, most frequent first;
 * spellings that differ in case only are one value
 */
public record Facets(Map<Facet, List<Count>> counts) {

	/**
	 * The values of one facet.
	 * @param facet the facet
	 * @return its values, most frequent first
	 */
	public List<Count> of(Facet facet) {
		return this.counts.getOrDefault(facet, List.of());
	}

	/**
	 * A value and how many incidents have it.
	 *
	 * @param value the value, in one of its spellings
	 * @param incidents how many, from 1
	 */
	public record Count(String value, int incidents) {
	}

}
