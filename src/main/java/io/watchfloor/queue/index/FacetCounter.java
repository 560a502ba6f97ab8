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
 * Counts the values of facets. Most incidents share what holds their values, so holders
 * are counted first and their values in the end.
 */
final class FacetCounter {

	private static final Set<Facet> COUNTED = EnumSet.complementOf(EnumSet.of(Facet.ASSET));

	private final Map<Facet, Map<Object, Integer>> counts = new EnumMap<>(Facet.class);

	FacetCounter() {
		COUNTED.forEach(this::of);
	}

	private Map<Object, Integer> of(Facet facet) {
		return this.counts.computeIfAbsent(facet, (first) -> new IdentityHashMap<>());
	}

	/**
	 * Count rows of a day in the menus of all facets but some.
	 */
	void countAllBut(Set<Facet> facets, Day day, BitSet rows) {
		int[] counted = rows.stream().toArray();
		COUNTED.stream().filter((facet) -> !facets.contains(facet)).forEach((facet) -> count(facet, day, counted));
	}

	/**
	 * Count rows of a day in the menu of one facet.
	 */
	void count(Facet facet, Day day, BitSet rows) {
		if (COUNTED.contains(facet)) {
			count(facet, day, rows.stream().toArray());
		}
	}

	private void count(Facet facet, Day day, int[] rows) {
		Map<Object, Integer> known = of(facet);
		DictionaryColumn holders = day.column(facet);
		int[] numbers = holders.count(rows);
		for (int number = 0; number < numbers.length; number++) {
			if (numbers[number] > 0) {
				known.merge(holders.distinct().get(number), numbers[number], Integer::sum);
			}
		}
	}

	Facets facets() {
		Map<Facet, List<Facets.Count>> sorted = new EnumMap<>(Facet.class);
		this.counts.forEach((facet, holders) -> sorted.put(facet, mostFrequentFirst(holders)));
		return new Facets(sorted);
	}

	private static List<Facets.Count> mostFrequentFirst(Map<Object, Integer> holders) {
		Map<String, Integer> spellings = new TreeMap<>();
		holders.forEach((holder, incidents) -> Facet.valuesIn(holder)
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
