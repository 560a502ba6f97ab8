package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.time.Instant;

import io.watchfloor.queue.triage.TriageResult.Outcome;

/**
 * A change that was begun and of which nobody has learned the end: the process that made
 * it is gone, or still about it.
 *
 * @param request what is wanted
 * @param at when it was begun
 */
record Unfinished(TriageRequest request, Instant at) implements Serializable {

	/**
	 * Return what can be said of it, so that it is not made again.
	 */
	TriageResult result() {
		return new TriageResult(this.request, Outcome.UNKNOWN, null, null, null,
				UpdatePlan.ofUnread(this.request.change()), null, null, null, this.at);
	}

}
