package io.watchfloor.queue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the values of facets.
 */
final class FacetCounter {

	private static final Set<Facet> COUNTED = EnumSet.complementOf(EnumSet.of(Facet.ASSET));

	private final Map<Facet, Map<String, int[]>> counts = new EnumMap<>(Facet.class);

	FacetCounter() {
		COUNTED.forEach((facet) -> this.counts.put(facet, new HashMap<>()));
	}

	void count(IncidentSummary summary) {
		for (Facet facet : COUNTED) {
			count(facet, summary);
		}
	}

	void count(Facet facet, IncidentSummary summary) {
		Map<String, int[]> ofFacet = this.counts.get(facet);
		if (ofFacet != null) {
			for (String value : facet.values(summary)) {
				ofFacet.computeIfAbsent(value, (key) -> new int[1])[0]++;
			}
		}
	}

	Facets facets() {
		Map<Facet, List<Facets.Count>> sorted = new EnumMap<>(Facet.class);
		this.counts.forEach((facet, ofFacet) -> sorted.put(facet, mostFrequentFirst(ofFacet)));
		return new Facets(sorted);
	}

	private static List<Facets.Count> mostFrequentFirst(Map<String, int[]> spellings) {
		Map<String, Integer> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		spellings.forEach((spelling, count) -> values.merge(spelling, count[0], Integer::sum));
		return values.entrySet()
			.stream()
			.map((value) -> new Facets.Count(value.getKey(), value.getValue()))
			.sorted(Comparator.comparingInt(Facets.Count::incidents).reversed())
			.toList();
	}

}
