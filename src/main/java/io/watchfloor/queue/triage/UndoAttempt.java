package io.watchfloor.queue.triage;

import java.util.Objects;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.TriageResult.Outcome;

/**
 * Undoes one change once. That a classification can be taken back to "not set" is
 * documented for neither API: where the API rejects it, what else was changed is restored
 * without it.
 *
 * @param entry the change
 * @param attempt reads and writes
 */
record UndoAttempt(UndoEntry entry, Attempt attempt) {

	/**
	 * Make the attempt.
	 */
	TriageResult make() {
		TriageRequest request = this.entry.request();
		TriageResult whole = this.attempt.make(request, this.entry::expected);
		IncidentUpdate refused = whole.unwritten();
		if (!(whole.failure() instanceof DefenderException.Rejected) || refused == null
				|| refused.classification() == null || !UpdatePlan.withoutJudgement(refused).changesFields()) {
			return whole;
		}
		return restOf(whole, this.attempt.make(withoutJudgement(request), this.entry::expected));
	}

	private static TriageRequest withoutJudgement(TriageRequest request) {
		TriageChange change = request.change();
		return new TriageRequest(request.id(), request.seen(), new TriageChange(change.status(), change.assignedTo(),
				null, null, change.tagsAdded(), change.tagsRemoved(), null), request.form(), false);
	}

	private static TriageResult restOf(TriageResult whole, TriageResult rest) {
		IncidentUpdate wanted = whole.unwritten();
		IncidentUpdate judgement = new IncidentUpdate(null, null, Objects.requireNonNull(wanted).classification(),
				wanted.determination(), null, null);
		return new TriageResult(whole.request(), (rest.outcome() == Outcome.DONE) ? Outcome.PARTLY : rest.outcome(),
				whole.before(), rest.after(), rest.written(), UpdatePlan.join(rest.unwritten(), judgement),
				Objects.requireNonNullElse(rest.failure(), whole.failure()), rest.redirectedTo(), null, rest.at());
	}

	/**
	 * Return whether nothing is left to be tried again.
	 */
	static boolean ends(TriageResult result) {
		return switch (result.outcome()) {
			case DONE, UNCHANGED, PARTLY, REDIRECTED -> true;
			case CONFLICT, NOT_DONE, UNKNOWN -> false;
		};
	}

}
