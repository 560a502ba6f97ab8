package io.watchfloor.queue.index;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import io.watchfloor.queue.IncidentSummary;

/**
 * A column of what holds the values of incidents. Most incidents share their holders, so
 * that a question is put to each holder once and answered for every row by its number.
 */
final class DictionaryColumn {

	private final List<Object> distinct = new ArrayList<>();

	private final int[] numbers;

	private DictionaryColumn(SortedIncidents incidents, Function<IncidentSummary, Object> holder) {
		Map<Object, Integer> known = new IdentityHashMap<>();
		this.numbers = incidents.stream().map(holder).mapToInt((held) -> known.computeIfAbsent(held, (met) -> {
			this.distinct.add(met);
			return this.distinct.size() - 1;
		})).toArray();
	}

	static DictionaryColumn of(SortedIncidents incidents, Function<IncidentSummary, Object> holder) {
		return new DictionaryColumn(incidents, holder);
	}

	/**
	 * Every holder, each once, by its number.
	 */
	List<Object> distinct() {
		return this.distinct;
	}

	/**
	 * The number of a row's holder.
	 */
	int number(int row) {
		return this.numbers[row];
	}

	/**
	 * Put a question to every holder.
	 * @return the answers, by number
	 */
	boolean[] judge(Predicate<Object> question) {
		boolean[] answers = new boolean[this.distinct.size()];
		for (int number = 0; number < answers.length; number++) {
			answers[number] = question.test(this.distinct.get(number));
		}
		return answers;
	}

	/**
	 * Count by holder.
	 * @return how many of the rows have each, by number
	 */
	int[] count(int[] rows) {
		int[] counts = new int[this.distinct.size()];
		for (int row : rows) {
			counts[this.numbers[row]]++;
		}
		return counts;
	}

}
