package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Run} at one time.
 *
 * @param name names it
 * @param change what is changed in each incident
 * @param seen the states that the analyst saw
 * @param results what became of those that were tried
 * @param left the numbers of the others
 * @param begun what was written of the first of those, or {@code null}
 * @param failuresInARow for how many incidents in a row the API was not available
 * @param stopped whether it stopped for good
 * @param lastStep when the last step was made
 * @param nextStep when the next one may be
 * @param unfinished what is being changed, or {@code null}
 */
record RunState(String name, TriageChange change, Map<Long, SeenState> seen, List<TriageResult> results,
		List<Long> left, @Nullable TriageResult begun, int failuresInARow, boolean stopped, Instant lastStep,
		Instant nextStep, @Nullable Unfinished unfinished) implements Serializable {

	RunState {
		seen = Map.copyOf(seen);
		results = List.copyOf(results);
		left = List.copyOf(left);
	}

}
