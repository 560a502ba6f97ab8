package io.watchfloor.queue.triage;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The changes that one analyst makes in one session: what may be written, what became of
 * it, and what can be undone. Thread-safe. A result is kept for ten minutes.
 */
public final class Triage {

	/**
	 * The most incidents of one action.
	 */
	public static final int MOST_AT_ONCE = 50;

	/**
	 * Create the triage of a session in which nothing was changed yet.
	 * @param clock tells the time
	 */
	public Triage(InstantSource clock) {
	}

	/**
	 * Change an incident: read it again, compare it with what the analyst saw, write only
	 * what differs from what is wanted, and learn what became of it. A form that was sent
	 * before is not written again and has the same result, also while it is still being
	 * written.
	 * @param request what is wanted, without problems
	 * @param incidents reads and writes
	 * @return what became of it; failures are in it
	 */
	public TriageResult change(TriageRequest request, TriagedIncidents incidents) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Return what became of a form.
	 * @param form its name
	 * @return the result; {@code null} for an unknown form or after ten minutes
	 */
	public @Nullable TriageResult result(String form) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Return the changes that can be undone now, newest first.
	 */
	public List<UndoEntry> undoable() {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Undo a change, only where the fields still have the values that were written.
	 * @param entry the name of the entry
	 * @param incidents reads and writes
	 * @return what became of it; {@code null} for an entry that is unknown, undone or too
	 * old
	 */
	public @Nullable TriageResult undo(String entry, TriagedIncidents incidents) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Begin to change many incidents, one {@link #step} after the other. A form that was
	 * sent before begins nothing and returns the same run.
	 * @param ids their numbers, 1 to {@link #MOST_AT_ONCE}
	 * @param change what to change in each
	 * @param form names the form that was sent
	 * @param seen the state of each incident as the analyst's queue showed it
	 * @return the run, of which no step was made
	 */
	public TriageRun begin(Collection<Long> ids, TriageChange change, String form, SeenStates seen) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Return a run that was begun in the last ten minutes.
	 * @param run its name
	 * @return the run as it is now; {@code null} for an unknown one
	 */
	public @Nullable TriageRun run(String run) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Change the next incident of a run. While another request does so this method waits
	 * for it and changes nothing.
	 * @param run its name
	 * @param incidents reads and writes
	 * @return the run afterwards; {@code null} for an unknown one
	 */
	public @Nullable TriageRun step(String run, TriagedIncidents incidents) {
		throw new UnsupportedOperationException("not built yet");
	}

}
