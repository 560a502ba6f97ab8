package io.watchfloor.queue.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentSummary;

/**
 * Counts incidents in the columns of a table that has a row for each name of a facet's
 * values. Most incidents share an entry (see {@link Facet#entry}), so entries are counted
 * first, and their values at the end.
 */
final class CrossCounter {

	private final Facet facet;

	private final int columns;

	private final Map<Object, int[]> counts = new IdentityHashMap<>();

	/**
	 * Create a counter that has counted nothing yet.
	 * @param facet the facet
	 * @param columns the number of columns
	 */
	CrossCounter(Facet facet, int columns) {
		this.facet = facet;
		this.columns = columns;
	}

	/**
	 * Count an incident.
	 * @param column its column, from 0
	 */
	void count(IncidentSummary incident, int column) {
		this.counts.computeIfAbsent(this.facet.entry(incident), (first) -> new int[this.columns])[column]++;
	}

	/**
	 * Return the rows by name, most incidents first, then by name.
	 * @param name returns the name of a value; values that differ in case only are one
	 */
	List<NamedCounts> mostFrequentFirst(UnaryOperator<String> name) {
		Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.counts.keySet()
			.stream()
			.flatMap((entry) -> Facet.valuesIn(entry).stream())
			.sorted()
			.forEach((value) -> names.computeIfAbsent(value, name));
		Map<String, Set<String>> values = new TreeMap<>();
		names.forEach((value, named) -> values.computeIfAbsent(named, (none) -> new LinkedHashSet<>()).add(value));
		Map<String, int[]> sums = new TreeMap<>();
		this.counts.forEach((entry, numbers) -> Facet.valuesIn(entry)
			.stream()
			.map((value) -> names.getOrDefault(value, value))
			.distinct()
			.forEach((named) -> add(numbers, sums.computeIfAbsent(named, (none) -> new int[this.columns]))));
		return sums.entrySet()
			.stream()
			.map((sum) -> new NamedCounts(sum.getKey(), Objects.requireNonNull(values.get(sum.getKey())),
					Arrays.stream(sum.getValue()).boxed().collect(Collectors.toUnmodifiableList())))
			.sorted(Comparator.comparingInt(NamedCounts::total).reversed())
			.toList();
	}

	private static void add(int[] numbers, int[] sums) {
		for (int column = 0; column < numbers.length; column++) {
			sums[column] += numbers[column];
		}
	}

}
