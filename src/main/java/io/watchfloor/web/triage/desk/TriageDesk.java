package io.watchfloor.web.triage.desk;

import java.io.Serializable;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageState;
import io.watchfloor.queue.triage.TriagedIncidents;
import org.jspecify.annotations.Nullable;

/**
 * What one analyst triages in one session: the changes, what became of undoing them, and
 * the forms that were not written yet. Thread-safe.
 */
public final class TriageDesk {

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

	private @Nullable Runnable announcement;

	/**
	 * Create the desk of a session in which nothing was triaged yet.
	 */
	public TriageDesk(Triage triage) {
		this.triage = triage;
	}

	/**
	 * Create the desk of a session in which something was triaged elsewhere.
	 */
	static TriageDesk of(State state, InstantSource clock) {
		TriageDesk desk = new TriageDesk(new Triage(clock, state.triage()));
		desk.drafts.putAll(state.drafts());
		desk.undone.putAll(state.undone());
		desk.logged.putAll(state.logged());
		desk.runs.take(state.runs());
		return desk;
	}

	/**
	 * Return all that is on it now.
	 */
	synchronized State state() {
		return new State(this.triage.state(), new LinkedHashMap<>(this.drafts), new LinkedHashMap<>(this.undone),
				new LinkedHashMap<>(this.logged), this.runs.state());
	}

	/**
	 * Let something be done before each write to an incident.
	 */
	void beforeWriting(Runnable work) {
		this.announcement = work;
	}

	/**
	 * Return incidents as this desk writes them.
	 */
	public TriagedIncidents incidents(TriagedIncidents incidents) {
		return (this.announcement != null) ? new AnnouncedWrites(incidents, this.announcement) : incidents;
	}

	static <T> Map<String, T> newest(int most) {
		return new LinkedHashMap<>() {
			@Override
			protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
				return size() > most;
			}
		};
	}

	public Triage triage() {
		return this.triage;
	}

	/**
	 * Return what the changes of many incidents need besides.
	 */
	public RunDesk runs() {
		return this.runs;
	}

	/**
	 * Keep a form that is not written yet.
	 * @param form its name
	 */
	public synchronized void keep(String form, TriageDraft draft) {
		this.drafts.remove(form);
		this.drafts.put(form, draft);
	}

	/**
	 * Return a form that was not written, or {@code null}.
	 */
	public synchronized @Nullable TriageDraft draft(String form) {
		return this.drafts.get(form);
	}

	/**
	 * Forget a form, since it is written.
	 */
	public synchronized void forget(String form) {
		this.drafts.remove(form);
	}

	/**
	 * Keep of a form what is not written, and forget it where everything is.
	 * @param result what became of the form
	 * @param rest what it said besides and was not to be written, or {@code null}
	 */
	public synchronized void settle(String form, TriageResult result, @Nullable TriageChange rest) {
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
	public synchronized void keepUndone(String name, UndoAnswer answer) {
		this.undone.put(name, answer);
	}

	/**
	 * Return what became of undoing, or {@code null}.
	 */
	public synchronized @Nullable UndoAnswer undone(String name) {
		return this.undone.get(name);
	}

	/**
	 * Return whether a result was not logged before, and remember that it is: a form that
	 * is sent twice has the same one.
	 */
	public synchronized boolean isToBeLogged(TriageResult result) {
		return this.logged.put(result.request().form() + "/" + result.request().id(), result) != result;
	}

	/**
	 * What became of undoing a change.
	 *
	 * @param result what became of it; {@code null} when it could not be undone any
	 * longer
	 */
	public record UndoAnswer(@Nullable TriageResult result) implements Serializable {
	}

	/**
	 * All that is on a desk, at one time.
	 *
	 * @param triage the changes
	 * @param drafts the forms that were not written yet
	 * @param undone what became of undoing
	 * @param logged what is known to be logged: the same objects as elsewhere in it
	 * @param runs what runs need besides
	 */
	record State(TriageState triage, LinkedHashMap<String, TriageDraft> drafts,
			LinkedHashMap<String, UndoAnswer> undone, LinkedHashMap<String, TriageResult> logged,
			RunDesk.State runs) implements Serializable {
	}

}
