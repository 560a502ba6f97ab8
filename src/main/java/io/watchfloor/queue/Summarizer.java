package io.watchfloor.queue;

import io.watchfloor.defender.Incident;

/**
 * Sums up one incident.
 */
final class Summarizer {

	private final Incident incident;

	Summarizer(Incident incident) {
		this.incident = incident;
	}

	IncidentSummary summary() {
		throw new UnsupportedOperationException();
	}

}
