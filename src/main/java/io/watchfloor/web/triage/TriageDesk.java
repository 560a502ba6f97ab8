package io.watchfloor.web.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import org.jspecify.annotations.Nullable;

/**
 * What one analyst triages in one session: the changes, what became of undoing them, and
 * the forms that were not written yet. Thread-safe.
 */
final class TriageDesk {

	/**
	 * How many forms are kept that were not written, and how many answers to undoing.
	 */
	private static final int MOST = 10;

	/**
	 * How many results are known to be logged.
	 */
	private static final int MOST_LOGGED = 200;

	private final Triage triage;

	private final Map<String, TriageDraft> drafts = newest(MOST);

	private final Map<String, UndoAnswer> undone = newest(MOST);

	private final Map<String, TriageResult> logged = newest(MOST_LOGGED);

	private final RunDesk runs = new RunDesk();

	/**
	 * Create the desk of a session in which nothing was triaged yet.
	 */
	TriageDesk(Triage triage) {
		this.triage = triage;
	}

	private static <T> Map<String, T> newest(int most) {
		return new LinkedHashMap<>() {
			@Override
			protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
				return size() > most;
			}
		};
	}

	Triage triage() {
		return this.triage;
	}

	/**
	 * Return what the changes of many incidents need besides.
	 */
	RunDesk runs() {
		return this.runs;
	}

	/**
	 * Keep a form that is not written yet.
	 * @param form its name
	 */
	synchronized void keep(String form, TriageDraft draft) {
		this.drafts.remove(form);
		this.drafts.put(form, draft);
	}

	/**
	 * Return a form that was not written, or {@code null}.
	 */
	synchronized @Nullable TriageDraft draft(String form) {
		return this.drafts.get(form);
	}

	/**
	 * Forget a form, since it is written.
	 */
	synchronized void forget(String form) {
		this.drafts.remove(form);
	}

	/**
	 * Keep of a form what is not written, and forget it where everything is.
	 * @param result what became of the form
	 * @param rest what it said besides and was not to be written, or {@code null}
	 */
	synchronized void settle(String form, TriageResult result, @Nullable TriageChange rest) {
		TriageDraft draft = draft(form);
		switch (result.outcome()) {
			case DONE, UNCHANGED -> forget(form);
			case PARTLY -> keep(form, TriageDraft.of(result));
			default -> {
				return;
			}
		}
		if (draft != null && rest != null && !rest.isEmpty()) {
			keep(form, new TriageDraft(draft.incident(), rest, List.of()));
		}
	}

	/**
	 * Keep what became of undoing.
	 * @param name names the answer
	 */
	synchronized void keepUndone(String name, UndoAnswer answer) {
		this.undone.put(name, answer);
	}

	/**
	 * Return what became of undoing, or {@code null}.
	 */
	synchronized @Nullable UndoAnswer undone(String name) {
		return this.undone.get(name);
	}

	/**
	 * Return whether a result was not logged before, and remember that it is: a form that
	 * is sent twice has the same one.
	 */
	synchronized boolean isToBeLogged(TriageResult result) {
		return this.logged.put(result.request().form() + "/" + result.request().id(), result) != result;
	}

	/**
	 * What became of undoing a change.
	 *
	 * @param result what became of it; {@code null} when it could not be undone any
	 * longer
	 */
	record UndoAnswer(@Nullable TriageResult result) {
	}

}
