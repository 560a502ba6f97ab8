package io.watchfloor.queue.statistics;

import java.util.List;
import java.util.Set;

/**
 * Several numbers of incidents that have any of the values with one name.
 *
 * @param name the name that people read
 * @param values the values with that name, each in one spelling
 * @param incidents the number of incidents in each column, from 0
 */
public record NamedCounts(String name, Set<String> values, List<Integer> incidents) {

	/**
	 * Return the number of incidents in all columns.
	 * @return the number, from 1
	 */
	public int total() {
		return this.incidents.stream().mapToInt(Integer::intValue).sum();
	}

}
