package io.watchfloor.web.triage.desk;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.queue.triage.Triage;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageRun;
import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.queue.triage.UndoEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of one session need besides their {@link Triage}: the changes that were
 * not begun, and what became of undoing runs, one entry after the other. Thread-safe.
 */
public final class RunDesk {

	private static final int MOST_DRAFTS = 10;

	/**
	 * Ten runs of the most incidents.
	 */
	private static final int MOST_UNDONE = 10 * Triage.MOST_AT_ONCE;

	private final Map<String, RunDraft> drafts = TriageDesk.newest(MOST_DRAFTS);

	private final Map<String, TriageResult> undone = TriageDesk.newest(MOST_UNDONE);

	/**
	 * Take over what was kept elsewhere.
	 */
	synchronized void take(State state) {
		this.drafts.putAll(state.drafts());
		this.undone.putAll(state.undone());
	}

	/**
	 * Return all that is kept now.
	 */
	synchronized State state() {
		return new State(new LinkedHashMap<>(this.drafts), new LinkedHashMap<>(this.undone));
	}

	/**
	 * Keep a change that was not begun.
	 */
	public synchronized void keep(RunDraft draft) {
		this.drafts.remove(draft.form());
		this.drafts.put(draft.form(), draft);
	}

	/**
	 * Return a change that was not begun, or {@code null}.
	 * @param form names the form that asked for it
	 */
	public synchronized @Nullable RunDraft draft(String form) {
		return this.drafts.get(form);
	}

	/**
	 * Forget a change, since it was begun.
	 */
	public synchronized void forget(String form) {
		this.drafts.remove(form);
	}

	/**
	 * Return what became of undoing a change, or {@code null} where nobody tried.
	 */
	public synchronized @Nullable TriageResult undone(TriageResult result) {
		return (result.undo() != null) ? this.undone.get(result.undo()) : null;
	}

	/**
	 * Return the entries of a run that can be undone and were not tried yet: none after
	 * Defender refused one.
	 */
	public List<UndoEntry> undoable(TriageRun run, Triage triage) {
		boolean refused = run.results()
			.stream()
			.map(this::undone)
			.filter(Objects::nonNull)
			.anyMatch((undone) -> undone.failure() != null && undone.failure().isRefusal());
		if (refused) {
			return List.of();
		}
		List<@Nullable String> names = run.results()
			.stream()
			.filter((result) -> undone(result) == null)
			.<@Nullable String>map(TriageResult::undo)
			.toList();
		return triage.undoable().stream().filter((entry) -> names.contains(entry.name())).toList();
	}

	/**
	 * Undo an entry of a run. One that has to wait is tried again at the next step.
	 * @param wanted names the entry; {@code null} for the next one
	 * @return how long to wait before the next step, or {@code null} for no time
	 */
	public @Nullable Duration undo(TriageRun run, @Nullable String wanted, Triage triage, TriagedIncidents incidents) {
		String entry = undoable(run, triage).stream()
			.map(UndoEntry::name)
			.filter((name) -> wanted == null || wanted.equals(name))
			.findFirst()
			.orElse(null);
		if (entry == null) {
			return null;
		}
		TriageResult result = triage.undo(entry, incidents);
		if (result != null && result.failure() instanceof DefenderException.Throttled throttled
				&& result.outcome() == TriageResult.Outcome.NOT_DONE) {
			return throttled.waitTime();
		}
		if (result != null) {
			keepUndone(entry, result);
		}
		return null;
	}

	private synchronized void keepUndone(String entry, TriageResult result) {
		this.undone.put(entry, result);
	}

	/**
	 * What runs need, at one time.
	 *
	 * @param drafts the changes that were not begun
	 * @param undone what became of undoing
	 */
	record State(LinkedHashMap<String, RunDraft> drafts,
			LinkedHashMap<String, TriageResult> undone) implements Serializable {
	}

}
