package io.watchfloor.queue.triage;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change of many incidents, as far as it has come.
 *
 * @param name names it in addresses, and cannot be guessed
 * @param change what is changed in each
 * @param results those of the incidents that were tried, in the order of the run
 * @param left the numbers of the incidents that are still to come
 * @param stopped whether it stopped for good, because the API refused the analyst, or was
 * not available three times in a row
 * @param pause how long to wait before the next step; {@code null} for no time
 * @param begun what was written of the first one that is left, whose next call has to
 * wait; {@code null} for nothing
 */
public record TriageRun(String name, TriageChange change, List<TriageResult> results, List<Long> left, boolean stopped,
		@Nullable Duration pause, @Nullable TriageResult begun) {

	public TriageRun {
		results = List.copyOf(results);
		left = List.copyOf(left);
	}

	/**
	 * Return whether no step is left to make.
	 */
	public boolean ended() {
		return this.stopped || this.left.isEmpty();
	}

}
