package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a {@link Triage} knows, at one time, to be kept elsewhere.
 *
 * @param results the results of forms, newest first
 * @param undoable what can be undone, newest first
 * @param runs the runs
 * @param unfinished what is being changed, or {@code null}
 */
public record TriageState(List<FormResults.Sent> results, List<UndoEntry> undoable, List<Runs.State> runs,
		@Nullable Unfinished unfinished) implements Serializable {

	public TriageState {
		results = List.copyOf(results);
		undoable = List.copyOf(undoable);
		runs = List.copyOf(runs);
	}

}
