package io.watchfloor.queue.triage;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The changes that one analyst makes in one session: what may be written, what became of
 * it, and what can be undone. Thread-safe: one change of a session is made after the
 * other, while lists and results can be read. A result is kept for ten minutes. An
 * exception that is no {@link io.watchfloor.defender.DefenderException}, such as for a
 * missing token, leaves everything as it was, so that the form can be sent again.
 */
public final class Triage {

	/**
	 * The most incidents of one action.
	 */
	public static final int MOST_AT_ONCE = 50;

	private final InstantSource clock;

	private final Lock oneAtATime = new ReentrantLock();

	private final FormResults results;

	private final UndoList undoList;

	private final Runs runs;

	private volatile @Nullable Unfinished unfinished;

	/**
	 * Create the triage of a session in which nothing was changed yet.
	 * @param clock tells the time
	 */
	public Triage(InstantSource clock) {
		this(clock, new TriageState(List.of(), List.of(), List.of(), null));
	}

	/**
	 * Create the triage of a session in which something was changed elsewhere. Of what
	 * was being changed there nobody knows what became, and it is not changed again.
	 * @param clock tells the time
	 * @param state what is known of it
	 */
	public Triage(InstantSource clock, TriageState state) {
		this.clock = clock;
		this.results = new FormResults(state.results());
		this.undoList = new UndoList(state.undoable());
		this.runs = new Runs(state.runs());
		Unfinished change = state.unfinished();
		if (change != null) {
			this.results.add(change.request(), change.result());
		}
	}

	/**
	 * Return all that is known now. While a change is being made, that is part of it.
	 */
	public TriageState state() {
		return new TriageState(this.results.all(), this.undoList.all(this.clock.instant()), this.runs.all(),
				this.unfinished);
	}

	/**
	 * Change an incident: read it again, compare it with what the analyst saw, write only
	 * what differs from what is wanted, and learn what became of it. A form that was sent
	 * before with the same in it is not written again and has the same result, also while
	 * it is still being written.
	 * @param request what is wanted, without problems
	 * @param incidents reads and writes
	 * @return what became of it; failures are in it
	 * @throws IllegalArgumentException if the change has problems
	 */
	public TriageResult change(TriageRequest request, TriagedIncidents incidents) {
		require(request.change());
		this.oneAtATime.lock();
		try {
			TriageResult known = this.results.of(request, this.clock.instant());
			return (known != null) ? known : changeNow(request, incidents);
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private TriageResult changeNow(TriageRequest request, TriagedIncidents incidents) {
		this.oneAtATime.lock();
		this.unfinished = new Unfinished(request, this.clock.instant());
		try {
			KnownState seen = new KnownState(request.seen(), this.results.written(request.id(), this.clock.instant()));
			TriageResult made = new Attempt(incidents, this.clock).make(request, seen);
			TriageResult result = made.withUndo(this.undoList.add(made));
			this.results.add(request, result);
			return result;
		}
		finally {
			this.unfinished = null;
			this.oneAtATime.unlock();
		}
	}

	private static void require(TriageChange change) {
		List<String> problems = change.problems();
		if (!problems.isEmpty()) {
			throw new IllegalArgumentException(String.join(" ", problems));
		}
	}

	/**
	 * Return what became of a form, or of undoing an entry.
	 * @param form the name of the form or of the entry
	 * @return the last result; {@code null} for an unknown form or after ten minutes
	 */
	public @Nullable TriageResult result(String form) {
		return this.results.of(form, this.clock.instant());
	}

	/**
	 * Return what became of the last change or undoing of the last ten minutes.
	 * @return the result, or {@code null} where there was none
	 */
	public @Nullable TriageResult last() {
		return this.results.last(this.clock.instant());
	}

	/**
	 * Return the changes that can be undone now, newest first.
	 */
	public List<UndoEntry> undoable() {
		return this.undoList.all(this.clock.instant());
	}

	/**
	 * Undo a change, only where the fields still have the values that were written. An
	 * entry that was undone a moment ago has the same result.
	 * @param entry the name of the entry
	 * @param incidents reads and writes
	 * @return what became of it; {@code null} for an entry that is unknown or too old
	 */
	public @Nullable TriageResult undo(String entry, TriagedIncidents incidents) {
		this.oneAtATime.lock();
		try {
			UndoEntry found = this.undoList.find(entry, this.clock.instant());
			return (found != null) ? undoNow(found, incidents) : result(entry);
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private TriageResult undoNow(UndoEntry entry, TriagedIncidents incidents) {
		this.unfinished = new Unfinished(entry.request(), this.clock.instant());
		TriageResult result;
		try {
			result = new UndoAttempt(entry, new Attempt(incidents, this.clock)).make();
		}
		finally {
			this.unfinished = null;
		}
		if (UndoAttempt.ends(result)) {
			this.undoList.remove(entry);
		}
		this.results.add(entry.request(), result);
		return result;
	}

	/**
	 * Begin to change many incidents, one {@link #step} after the other. A form that was
	 * sent before with the same in it begins nothing and returns the same run.
	 * @param ids their numbers, 1 to {@link #MOST_AT_ONCE}; one that is there twice
	 * counts once
	 * @param change what to change in each, without problems
	 * @param form names the form that was sent
	 * @param seen the state of each incident as the analyst's queue showed it
	 * @return the run, of which no step was made
	 * @throws IllegalArgumentException if the change has problems, or there are too many
	 * incidents or none
	 */
	public TriageRun begin(Collection<Long> ids, TriageChange change, String form, SeenStates seen) {
		require(change);
		return this.runs.begin(List.copyOf(ids).stream().distinct().toList(), change, form, seen, this.clock.instant());
	}

	/**
	 * Return a run of which a step was made in the last ten minutes, or which began then.
	 * @param run its name
	 * @return the run as it is now; {@code null} for an unknown one
	 */
	public @Nullable TriageRun run(String run) {
		Run found = this.runs.find(run, this.clock.instant());
		return (found != null) ? found.view(this.clock.instant()) : null;
	}

	/**
	 * Change the next incident of a run. While another request does so this method waits
	 * for it and changes nothing, nor does it before the run's pause is over.
	 * @param run its name
	 * @param incidents reads and writes
	 * @return the run afterwards; {@code null} for an unknown one
	 */
	public @Nullable TriageRun step(String run, TriagedIncidents incidents) {
		Run found = this.runs.find(run, this.clock.instant());
		if (found == null) {
			return null;
		}
		found.step((request) -> changeNow(request, incidents), this.clock);
		return found.view(this.clock.instant());
	}

}
