package io.watchfloor.queue.index;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.watchfloor.queue.Facet;

/**
 * Counts how many incidents have each value of each facet. Most incidents share an entry
 * (see {@link Facet#entry}), so entries are counted first, and their values at the end.
 */
final class FacetCounter {

	private static final Set<Facet> COUNTED = EnumSet.complementOf(EnumSet.of(Facet.ASSET));

	private final Map<Facet, Map<Object, Integer>> counts = new EnumMap<>(Facet.class);

	FacetCounter() {
		COUNTED.forEach(this::entries);
	}

	private Map<Object, Integer> entries(Facet facet) {
		return this.counts.computeIfAbsent(facet, (first) -> new IdentityHashMap<>());
	}

	/**
	 * Count rows of a day for all facets but some.
	 */
	void countAllBut(Set<Facet> facets, Day day, BitSet rows) {
		int[] counted = rows.stream().toArray();
		COUNTED.stream().filter((facet) -> !facets.contains(facet)).forEach((facet) -> count(facet, day, counted));
	}

	/**
	 * Count rows of a day for one facet.
	 */
	void count(Facet facet, Day day, BitSet rows) {
		if (COUNTED.contains(facet)) {
			count(facet, day, rows.stream().toArray());
		}
	}

	private void count(Facet facet, Day day, int[] rows) {
		Map<Object, Integer> entries = entries(facet);
		DictionaryColumn column = day.column(facet);
		int[] added = column.count(rows);
		for (int code = 0; code < added.length; code++) {
			if (added[code] > 0) {
				entries.merge(column.entries().get(code), added[code], Integer::sum);
			}
		}
	}

	Facets facets() {
		Map<Facet, List<Facets.Count>> sorted = new EnumMap<>(Facet.class);
		this.counts.forEach((facet, entries) -> sorted.put(facet, mostFrequentFirst(entries)));
		return new Facets(sorted);
	}

	private static List<Facets.Count> mostFrequentFirst(Map<Object, Integer> entries) {
		Map<String, Integer> spellings = new TreeMap<>();
		entries.forEach((entry, incidents) -> Facet.valuesIn(entry)
			.forEach((value) -> spellings.merge(value, incidents, Integer::sum)));
		Map<String, Integer> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		spellings.forEach((spelling, incidents) -> values.merge(spelling, incidents, Integer::sum));
		return values.entrySet()
			.stream()
			.map((value) -> new Facets.Count(value.getKey(), value.getValue()))
			.sorted(Comparator.comparingInt(Facets.Count::incidents).reversed())
			.toList();
	}

}
