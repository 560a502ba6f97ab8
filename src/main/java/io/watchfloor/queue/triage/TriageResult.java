package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of one incident.
 *
 * @param request what was wanted; the state that the analyst saw is brought up to date
 * with what the analyst wrote since
 * @param outcome what became of it
 * @param before the state that was read before the write; {@code null} when it could not
 * be read
 * @param after the incident as it is known now, without its alerts, which lag behind, and
 * without its comments: results are kept for a while; {@code null} when it could not be
 * read
 * @param written what was sent and is known to be there; {@code null} for nothing
 * @param unwritten what was wanted and is not there, or may not be; {@code null} for
 * nothing. Without labels where the incident could not be read
 * @param failure why, where a call failed; also where it turned out that the call took
 * effect all the same
 * @param redirectedTo the incident that it was merged into, or {@code null}
 * @param undo names the entry of the undo list, or {@code null} when it cannot be undone
 * @param at when it ended
 */
public record TriageResult(TriageRequest request, Outcome outcome, @Nullable SeenState before, @Nullable Incident after,
		@Nullable IncidentUpdate written, @Nullable IncidentUpdate unwritten, @Nullable DefenderException failure,
		@Nullable Long redirectedTo, @Nullable String undo, Instant at) implements Serializable {

	public TriageResult {
		after = (after != null && !after.alerts().isEmpty()) ? after.with(List.of(), true) : after;
		after = (after != null && !after.comments().isEmpty()) ? after.withComments(List.of()) : after;
	}

	/**
	 * Return the names of the fields in which the incident differs from what the analyst
	 * saw.
	 * @return {@code status}, {@code assignedTo}, {@code classification},
	 * {@code determination}, {@code tags}; none where it does not
	 */
	public List<String> conflicts() {
		SeenState seen = this.request.seen();
		return (seen == null || this.before == null) ? List.of() : seen.differences(this.before);
	}

	/**
	 * Return whether a call broke off, so that what became of it was learned by reading
	 * the incident again.
	 */
	public boolean brokeOff() {
		return this.failure != null && this.failure.mayHaveTakenEffect();
	}

	TriageResult withUndo(@Nullable String entry) {
		return new TriageResult(this.request, this.outcome, this.before, this.after, this.written, this.unwritten,
				this.failure, this.redirectedTo, entry, this.at);
	}

	/**
	 * Return what became of a change in two attempts: the first came to a part of it.
	 * @param first what became of the first
	 */
	TriageResult joinedTo(TriageResult first) {
		IncidentUpdate done = first.written();
		IncidentUpdate both = (this.written == null || done == null) ? Objects.requireNonNullElse(done, this.written)
				: UpdatePlan.join(done, this.written);
		Outcome joined = switch (this.outcome) {
			case UNCHANGED -> Outcome.DONE;
			case CONFLICT, REDIRECTED, NOT_DONE -> Outcome.PARTLY;
			case DONE, PARTLY, UNKNOWN -> this.outcome;
		};
		return new TriageResult(this.request, joined, first.before, this.after, both,
				(this.before != null) ? this.unwritten : first.unwritten, this.failure, this.redirectedTo,
				(this.undo != null) ? this.undo : first.undo, this.at);
	}

	/**
	 * What became of it.
	 */
	public enum Outcome {

		/** It is written. */
		DONE,
		/** The incident was already as wanted, so that nothing was sent. */
		UNCHANGED,
		/** A part of it is written, and the rest is not. */
		PARTLY,
		/** Somebody else changed the incident meanwhile; nothing was sent. */
		CONFLICT,
		/** It was merged into another incident; nothing was sent. */
		REDIRECTED,
		/**
		 * It is not written. After a call that {@link TriageResult#brokeOff} this is what
		 * the incident showed when it was read again at once, which is sure of nothing
		 * that the API may still be working on: say that it was not there a moment later.
		 */
		NOT_DONE,
		/** The call broke off, and what became of it could not be learned. */
		UNKNOWN

	}

}
