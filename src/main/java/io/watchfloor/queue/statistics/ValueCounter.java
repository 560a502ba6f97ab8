package io.watchfloor.queue.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentSummary;

/**
 * Counts how many incidents have each value of one facet. Most incidents share an entry
 * (see {@link Facet#entry}), so entries are counted first, and their values at the end.
 */
final class ValueCounter {

	private final Facet facet;

	private final Map<Object, EntryCount> counts = new IdentityHashMap<>();

	ValueCounter(Facet facet) {
		this.facet = facet;
	}

	void count(IncidentSummary incident) {
		Object entry = this.facet.entry(incident);
		EntryCount count = this.counts.get(entry);
		if (count == null) {
			count = new EntryCount(
					this.facet.values(incident).stream().filter((value) -> !value.equals(Facet.OPEN)).toList());
			this.counts.put(entry, count);
		}
		count.incidents++;
	}

	/**
	 * Return the values by name, most incidents first, then by name.
	 * @param name returns the name of a value; values that differ in case only are one
	 */
	List<NamedCount> mostFrequentFirst(UnaryOperator<String> name) {
		Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.counts.values()
			.stream()
			.flatMap((count) -> count.values.stream())
			.sorted()
			.forEach((value) -> names.computeIfAbsent(value, name));
		Map<String, Integer> incidents = new TreeMap<>();
		for (EntryCount count : this.counts.values()) {
			Set<String> namesOfEntry = new HashSet<>();
			count.values.forEach((value) -> namesOfEntry.add(names.getOrDefault(value, value)));
			namesOfEntry.forEach((named) -> incidents.merge(named, count.incidents, Integer::sum));
		}
		Map<String, Set<String>> values = new HashMap<>();
		names.forEach((value, named) -> values.computeIfAbsent(named, (none) -> new LinkedHashSet<>()).add(value));
		return incidents.entrySet()
			.stream()
			.map((count) -> new NamedCount(count.getKey(), values.getOrDefault(count.getKey(), Set.of()),
					count.getValue()))
			.sorted(Comparator.comparingInt(NamedCount::incidents).reversed())
			.toList();
	}

	/**
	 * The number of incidents that share one entry.
	 */
	private static final class EntryCount {

		private final List<String> values;

		private int incidents;

		private EntryCount(List<String> values) {
			this.values = values;
		}

	}

}
