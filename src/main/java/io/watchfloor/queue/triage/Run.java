package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.watchfloor.defender.DefenderException;
import org.jspecify.annotations.Nullable;

/**
 * A change of many incidents, of which one is changed at a time. It goes on after an
 * incident that cannot be changed, waits where a call has to wait, and stops where the
 * API refuses the analyst or is away. Thread-safe.
 */
final class Run {

	/**
	 * After so many incidents in a row for which the API was not available, the next ones
	 * would fail too.
	 */
	private static final int MOST_FAILURES_IN_A_ROW = 3;

	private final String name;

	private final TriageChange change;

	private final Map<Long, SeenState> seen = new HashMap<>();

	private final ReentrantLock stepping = new ReentrantLock();

	private final List<TriageResult> results = new ArrayList<>();

	private final Deque<Long> left;

	private @Nullable TriageResult begun;

	private @Nullable Unfinished unfinished;

	private int failuresInARow;

	private boolean stopped;

	private Instant lastStep;

	private Instant nextStep;

	Run(String name, Collection<Long> ids, TriageChange change, SeenStates seen, Instant now) {
		this.name = name;
		this.change = change;
		this.left = new ArrayDeque<>(ids);
		this.lastStep = now;
		this.nextStep = now;
		for (Long id : ids) {
			SeenState state = seen.of(id);
			if (state != null) {
				this.seen.put(id, state);
			}
		}
	}

	/**
	 * Create a run that was begun elsewhere. Of an incident that was being changed there
	 * nobody knows what became, and it is not changed again.
	 */
	Run(RunState state) {
		this.name = state.name();
		this.change = state.change();
		this.seen.putAll(state.seen());
		this.results.addAll(state.results());
		this.left = new ArrayDeque<>(state.left());
		this.begun = state.begun();
		this.failuresInARow = state.failuresInARow();
		this.stopped = state.stopped();
		this.lastStep = state.lastStep();
		this.nextStep = state.nextStep();
		Unfinished change = state.unfinished();
		if (change != null) {
			account(change.request(), change.result(), change.at());
		}
	}

	synchronized RunState state() {
		return new RunState(this.name, this.change, this.seen, this.results, List.copyOf(this.left), this.begun,
				this.failuresInARow, this.stopped, this.lastStep, this.nextStep, this.unfinished);
	}

	String name() {
		return this.name;
	}

	synchronized Instant lastStep() {
		return this.lastStep;
	}

	synchronized TriageRun view(Instant now) {
		return new TriageRun(this.name, this.change, this.results, List.copyOf(this.left), this.stopped,
				now.isBefore(this.nextStep) ? Duration.between(now, this.nextStep) : null, this.begun);
	}

	/**
	 * Change the next incident. While another thread does so, wait for it and change
	 * nothing.
	 * @param changed changes an incident
	 * @param clock tells the time
	 */
	void step(Function<TriageRequest, TriageResult> changed, InstantSource clock) {
		boolean first = this.stepping.tryLock();
		if (!first) {
			this.stepping.lock();
		}
		try {
			TriageRequest next = first ? next(clock.instant()) : null;
			if (next != null) {
				begin(new Unfinished(next, clock.instant()));
				account(next, changed.apply(next), clock.instant());
			}
		}
		finally {
			begin(null);
			this.stepping.unlock();
		}
	}

	private synchronized void begin(@Nullable Unfinished change) {
		this.unfinished = change;
	}

	private synchronized @Nullable TriageRequest next(Instant now) {
		Long id = this.left.peekFirst();
		return (id == null || this.stopped || now.isBefore(this.nextStep)) ? null
				: new TriageRequest(id, this.seen.get(id), this.change, this.name + "/" + id, false);
	}

	/**
	 * Keep a result. An incident whose call has to wait stays the next one, also when
	 * another call of it was made: Microsoft Graph takes a comment in a call of its own.
	 */
	private synchronized void account(TriageRequest request, TriageResult result, Instant now) {
		this.lastStep = now;
		TriageResult whole = (this.begun != null) ? result.joinedTo(this.begun) : result;
		if (result.failure() instanceof DefenderException.Throttled throttled) {
			this.nextStep = now.plus(throttled.waitTime());
			this.begun = (whole.written() != null) ? whole : null;
			return;
		}
		this.begun = null;
		this.left.remove(request.id());
		this.results.add(whole);
		DefenderException failure = result.failure();
		this.failuresInARow = (failure instanceof DefenderException.Unavailable) ? this.failuresInARow + 1 : 0;
		this.stopped = (failure != null && failure.isRefusal()) || this.failuresInARow >= MOST_FAILURES_IN_A_ROW;
	}

}
