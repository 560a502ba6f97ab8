package io.watchfloor.queue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the values of facets. Most incidents share what holds their values, so holders
 * are counted first and their values in the end.
 */
final class FacetCounter {

	private static final Set<Facet> COUNTED = EnumSet.complementOf(EnumSet.of(Facet.ASSET));

	private final Map<Facet, Map<Object, Holders>> counts = new EnumMap<>(Facet.class);

	FacetCounter() {
		COUNTED.forEach((facet) -> this.counts.put(facet, new IdentityHashMap<>()));
	}

	void count(IncidentSummary summary) {
		this.counts.forEach((facet, holders) -> count(facet, holders, summary));
	}

	void count(Facet facet, IncidentSummary summary) {
		Map<Object, Holders> holders = this.counts.get(facet);
		if (holders != null) {
			count(facet, holders, summary);
		}
	}

	private static void count(Facet facet, Map<Object, Holders> counts, IncidentSummary summary) {
		Object holder = facet.holder(summary);
		Holders same = counts.get(holder);
		if (same == null) {
			same = new Holders(facet.values(summary));
			counts.put(holder, same);
		}
		same.incidents++;
	}

	Facets facets() {
		Map<Facet, List<Facets.Count>> sorted = new EnumMap<>(Facet.class);
		this.counts.forEach((facet, holders) -> sorted.put(facet, mostFrequentFirst(holders)));
		return new Facets(sorted);
	}

	private static List<Facets.Count> mostFrequentFirst(Map<Object, Holders> holders) {
		Map<String, Integer> spellings = new TreeMap<>();
		holders.values()
			.forEach((same) -> same.values.forEach((value) -> spellings.merge(value, same.incidents, Integer::sum)));
		Map<String, Integer> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		spellings.forEach((spelling, incidents) -> values.merge(spelling, incidents, Integer::sum));
		return values.entrySet()
			.stream()
			.map((value) -> new Facets.Count(value.getKey(), value.getValue()))
			.sorted(Comparator.comparingInt(Facets.Count::incidents).reversed())
			.toList();
	}

	/**
	 * How many incidents share one holder of values.
	 */
	private static final class Holders {

		private final List<String> values;

		private int incidents;

		private Holders(List<String> values) {
			this.values = values;
		}

	}

}
