package io.watchfloor.queue.triage;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of one incident.
 *
 * @param request what was wanted
 * @param outcome what became of it
 * @param before the state that was read before the write; {@code null} when it could not
 * be read
 * @param after the incident as it is known now; {@code null} when it could not be read
 * @param written what was sent and is known to be there; {@code null} for nothing
 * @param unwritten what was wanted and is not there, or may not be; {@code null} for
 * nothing
 * @param failure why, where a call failed
 * @param redirectedTo the incident that it was merged into, or {@code null}
 * @param undo names the entry of the undo list, or {@code null} when it cannot be undone
 * @param at when it ended
 */
public record TriageResult(TriageRequest request, Outcome outcome, @Nullable SeenState before, @Nullable Incident after,
		@Nullable IncidentUpdate written, @Nullable IncidentUpdate unwritten, @Nullable DefenderException failure,
		@Nullable Long redirectedTo, @Nullable String undo, Instant at) {

	/**
	 * Return the names of the fields in which the incident differs from what the analyst
	 * saw.
	 * @return {@code status}, {@code assignedTo}, {@code classification},
	 * {@code determination}, {@code tags}; none where it does not
	 */
	public List<String> conflicts() {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * What became of it.
	 */
	public enum Outcome {

		/** It is written. */
		DONE,
		/** The incident was already as wanted, so that nothing was sent. */
		UNCHANGED,
		/** A part of it is written. */
		PARTLY,
		/** Somebody else changed the incident meanwhile; nothing was sent. */
		CONFLICT,
		/** It was merged into another incident; nothing was sent. */
		REDIRECTED,
		/** It is not written. */
		NOT_DONE,
		/** The call broke off, and what became of it could not be learned. */
		UNKNOWN

	}

}
