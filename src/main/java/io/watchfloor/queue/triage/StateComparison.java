package io.watchfloor.queue.triage;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;

/**
 * Compares two states of an incident. Case does not count, a label counts once, a former
 * word of the API is its present one, and a judgement that is absent is one that is not
 * set.
 *
 * @param one a state
 * @param other another
 */
record StateComparison(SeenState one, SeenState other) {

	/**
	 * Return the names of the fields in which they differ.
	 */
	List<String> differences() {
		List<String> names = new ArrayList<>();
		if (!isSame(this.one.status(), this.other.status())) {
			names.add(SeenState.STATUS);
		}
		if (!isSame(this.one.assignedTo(), this.other.assignedTo())) {
			names.add(SeenState.ASSIGNED_TO);
		}
		if (!isSame(classification(this.one), classification(this.other))) {
			names.add(SeenState.CLASSIFICATION);
		}
		if (!isSame(determination(this.one), determination(this.other))) {
			names.add(SeenState.DETERMINATION);
		}
		if (!TagChange.names(this.one.tags()).equals(TagChange.names(this.other.tags()))) {
			names.add(SeenState.TAGS);
		}
		return List.copyOf(names);
	}

	private static boolean isSame(String word, String otherWord) {
		return word.strip().equalsIgnoreCase(otherWord.strip());
	}

	private static String classification(SeenState state) {
		Classification known = Classification.of(state.classification());
		return (known != null) ? known.word() : state.classification();
	}

	private static String determination(SeenState state) {
		Determination known = Determination.of(state.determination());
		return (known != null) ? known.word() : state.determination();
	}

}
