package io.watchfloor.queue.triage;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Changes one incident once: reads it again, compares it with what the analyst saw,
 * writes only what differs from what is wanted, and learns what became of it. Neither API
 * has a precondition such as an ETag, so that a window of a second remains between the
 * reading and the writing.
 *
 * @param incidents reads and writes
 * @param clock tells the time
 */
record Attempt(TriagedIncidents incidents, InstantSource clock) {

	/**
	 * Make the attempt.
	 * @param request what is wanted
	 * @param seen returns the state that the analyst knows, of the incident as it is
	 * @return what became of it, without an entry of the undo list
	 */
	TriageResult make(TriageRequest request, Function<Incident, @Nullable SeenState> seen) {
		Incident now;
		try {
			this.incidents.requireRoom();
			now = this.incidents.read(request.id());
		}
		catch (DefenderException ex) {
			return new TriageResult(request, Outcome.NOT_DONE, null, null, null, UpdatePlan.ofUnread(request.change()),
					ex, null, null, this.clock.instant());
		}
		TriageRequest asked = request.withSeen(seen.apply(now));
		IncidentUpdate update = UpdatePlan.of(asked.change(), now);
		if (isRedirected(request.id(), now)) {
			return notSent(Outcome.REDIRECTED, asked, now, update);
		}
		if (isConflict(asked, update, now)) {
			return notSent(Outcome.CONFLICT, asked, now, update);
		}
		return UpdatePlan.changes(update) ? sent(asked, now, update) : notSent(Outcome.UNCHANGED, asked, now, update);
	}

	/**
	 * Return whether an incident was merged into another. What an API writes that is
	 * asked to change one such is not documented, and nothing may be written to another
	 * incident than the one named.
	 */
	private static boolean isRedirected(long id, Incident now) {
		return target(id, now) != null
				|| (now.status() != null && Status.of(now.status()).stage() == Status.Stage.REDIRECTED);
	}

	private static @Nullable Long target(long id, Incident now) {
		if (now.id() != id) {
			return now.id();
		}
		Long target = now.redirectedTo();
		return (target != null && target > 0 && target != id) ? target : null;
	}

	/**
	 * Return whether somebody else changed the incident meanwhile, in whichever field. An
	 * incident that already is as wanted is no conflict if nothing but that changed.
	 */
	private static boolean isConflict(TriageRequest request, IncidentUpdate update, Incident now) {
		SeenState seen = request.seen();
		if (seen == null || request.overwrite()) {
			return false;
		}
		List<String> differences = seen.differences(SeenState.of(now));
		boolean asWanted = !UpdatePlan.changes(update)
				&& new HashSet<>(request.change().fields()).containsAll(differences);
		return !differences.isEmpty() && !asWanted;
	}

	private TriageResult notSent(Outcome outcome, TriageRequest request, Incident now, IncidentUpdate update) {
		return new TriageResult(request, outcome, SeenState.of(now), now, null,
				UpdatePlan.changes(update) ? update : null, null,
				(outcome == Outcome.REDIRECTED) ? target(request.id(), now) : null, null, this.clock.instant());
	}

	private TriageResult sent(TriageRequest request, Incident now, IncidentUpdate update) {
		Sending sending = new Sending(this.incidents, now);
		sending.send(update);
		return new TriageResult(request, sending.outcome(), SeenState.of(now), sending.after(), sending.written(),
				sending.unwritten(), sending.failure(), null, null, this.clock.instant());
	}

}
