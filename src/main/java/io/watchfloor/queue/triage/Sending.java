package io.watchfloor.queue.triage;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one update, one after the other until one fails, and keeps account
 * of what is there afterwards.
 */
final class Sending {

	private final TriagedIncidents incidents;

	private Incident known;

	private boolean afterKnown = true;

	private @Nullable IncidentUpdate written;

	private @Nullable IncidentUpdate unwritten;

	private @Nullable DefenderException failure;

	/**
	 * Create what is to be sent.
	 * @param incidents reads and writes
	 * @param now the incident as it was read a moment ago
	 */
	Sending(TriagedIncidents incidents, Incident now) {
		this.incidents = incidents;
		this.known = now;
	}

	/**
	 * Make the calls.
	 * @param update what to send
	 * @throws RuntimeException if nothing was sent at all, because there is no token
	 */
	void send(IncidentUpdate update) {
		for (IncidentUpdate call : this.incidents.calls(update)) {
			if (this.unwritten == null) {
				make(call);
			}
			else {
				addUnwritten(call);
			}
		}
	}

	private void make(IncidentUpdate call) {
		try {
			this.known = this.incidents.write(this.known, call);
			addWritten(call);
		}
		catch (DefenderException ex) {
			this.failure = ex;
			if (ex.mayHaveTakenEffect()) {
				learn(call);
			}
			else {
				addUnwritten(call);
			}
		}
		catch (RuntimeException ex) {
			// There is no token any more. What was written before must not be forgotten
			if (this.written == null) {
				throw ex;
			}
			addUnwritten(call);
		}
	}

	/**
	 * Read the incident again to learn what became of a call.
	 */
	private void learn(IncidentUpdate call) {
		Incident now = readAgain();
		if (now == null) {
			this.afterKnown = false;
			addUnwritten(call);
			return;
		}
		Aftermath aftermath = new Aftermath(this.known, call, now, this.incidents.analyst());
		this.known = now;
		addWritten(aftermath.written());
		addUnwritten(aftermath.unwritten());
		// One call is written whole or not at all, so its comment may only come later
		if (aftermath.written().changesFields() && aftermath.unwritten().comment() != null) {
			this.afterKnown = false;
		}
	}

	private @Nullable Incident readAgain() {
		try {
			return this.incidents.read(this.known.id());
		}
		catch (RuntimeException ex) {
			// Also without a token: the form must not be sent again as if nothing was
			return null;
		}
	}

	private void addWritten(IncidentUpdate part) {
		if (UpdatePlan.changes(part)) {
			this.written = UpdatePlan.join(this.written, part);
		}
	}

	private void addUnwritten(IncidentUpdate part) {
		if (UpdatePlan.changes(part)) {
			this.unwritten = UpdatePlan.join(this.unwritten, part);
		}
	}

	TriageResult.Outcome outcome() {
		if (this.unwritten == null) {
			return TriageResult.Outcome.DONE;
		}
		if (!this.afterKnown) {
			return TriageResult.Outcome.UNKNOWN;
		}
		return (this.written != null) ? TriageResult.Outcome.PARTLY : TriageResult.Outcome.NOT_DONE;
	}

	/**
	 * Return the incident as it is known now.
	 * @return the incident; {@code null} when it could not be read after a call broke off
	 */
	@Nullable Incident after() {
		return (this.afterKnown || this.written != null) ? this.known : null;
	}

	@Nullable IncidentUpdate written() {
		return this.written;
	}

	@Nullable IncidentUpdate unwritten() {
		return this.unwritten;
	}

	@Nullable DefenderException failure() {
		return this.failure;
	}

}
