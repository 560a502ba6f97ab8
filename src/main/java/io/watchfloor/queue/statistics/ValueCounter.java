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
 * Counts the values of one facet. Most incidents share what holds their values, so
 * holders are counted first and their values in the end.
 */
final class ValueCounter {

	private final Facet facet;

	private final Map<Object, Held> held = new IdentityHashMap<>();

	ValueCounter(Facet facet) {
		this.facet = facet;
	}

	void count(IncidentSummary incident) {
		Object holder = this.facet.entry(incident);
		Held same = this.held.get(holder);
		if (same == null) {
			same = new Held(this.facet.values(incident).stream().filter((value) -> !value.equals(Facet.OPEN)).toList());
			this.held.put(holder, same);
		}
		same.incidents++;
	}

	/**
	 * The values by name, most incidents first, then by name.
	 * @param name names a value; equal but for case means the same value
	 */
	List<NamedCount> mostFrequentFirst(UnaryOperator<String> name) {
		Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.held.values()
			.stream()
			.flatMap((same) -> same.values.stream())
			.sorted()
			.forEach((value) -> names.computeIfAbsent(value, name));
		Map<String, Integer> counts = new TreeMap<>();
		for (Held same : this.held.values()) {
			Set<String> ofHolder = new HashSet<>();
			same.values.forEach((value) -> ofHolder.add(names.getOrDefault(value, value)));
			ofHolder.forEach((named) -> counts.merge(named, same.incidents, Integer::sum));
		}
		Map<String, Set<String>> values = new HashMap<>();
		names.forEach((value, named) -> values.computeIfAbsent(named, (none) -> new LinkedHashSet<>()).add(value));
		return counts.entrySet()
			.stream()
			.map((count) -> new NamedCount(count.getKey(), values.getOrDefault(count.getKey(), Set.of()),
					count.getValue()))
			.sorted(Comparator.comparingInt(NamedCount::incidents).reversed())
			.toList();
	}

	/**
	 * How many incidents share one holder of values.
	 */
	private static final class Held {

		private final List<String> values;

		private int incidents;

		private Held(List<String> values) {
			this.values = values;
		}

	}

}
