package io.watchfloor.queue.reading;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.queue.IncidentSummary;

/**
 * The deletion checks of all that a queue holds: of its range, and then of the open
 * incidents of any age.
 */
final class DeletionRound {

	private final DeletionCheck range;

	private final Deque<DeletionCheck> left = new ArrayDeque<>();

	/**
	 * Create a round that has read nothing yet.
	 * @param range the check of the range
	 * @param open the checks of open incidents
	 */
	DeletionRound(DeletionCheck range, List<DeletionCheck> open) {
		this.range = range;
		this.left.add(range);
		this.left.addAll(open);
	}

	/**
	 * Continue the present check; see {@link DeletionCheck#advance}.
	 * @return the incidents that are gone
	 * @throws DefenderException if the call fails
	 */
	Collection<IncidentSummary> advance(IncidentSource source, CallPriority priority, QueueSnapshot held,
			Consumer<? super Incident> reader) {
		DeletionCheck check = this.left.peek();
		if (check == null) {
			return Set.of();
		}
		Collection<IncidentSummary> gone = check.advance(source, priority, held, reader);
		if (check.isFinished()) {
			this.left.remove();
		}
		return gone;
	}

	/**
	 * Return the check of the range.
	 */
	DeletionCheck range() {
		return this.range;
	}

	boolean isFinished() {
		return this.left.isEmpty();
	}

	/**
	 * Return the most incidents that the next round counts with its first call.
	 */
	int mostOfNext() {
		return this.range.mostOfNext();
	}

}
