package io.watchfloor.queue.index;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.queue.Facet;

/**
 * The values that each filter menu of the queue offers, counted over the incidents that
 * pass the filters of all other facets.
 *
 * @param counts the values of each facet but {@link Facet#ASSET}, most frequent first;
 * values that differ in case only are one
 */
public record Facets(Map<Facet, List<Count>> counts) {

	/**
	 * Return the values of one facet.
	 * @param facet the facet
	 * @return its values, most frequent first; none for {@link Facet#ASSET}
	 */
	public List<Count> of(Facet facet) {
		return this.counts.getOrDefault(facet, List.of());
	}

	/**
	 * Return the same values with no incidents, for a view that selects none.
	 * @return the values of each facet
	 */
	public Facets withoutIncidents() {
		return new Facets(this.counts.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(facet) -> facet.getValue().stream().map((count) -> new Count(count.value(), 0)).toList())));
	}

	/**
	 * A value with the number of incidents that have it.
	 *
	 * @param value the value, in one of its spellings
	 * @param incidents the number of incidents, from 0
	 */
	public record Count(String value, int incidents) {
	}

}
