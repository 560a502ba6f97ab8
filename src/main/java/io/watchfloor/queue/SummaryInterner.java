package io.watchfloor.queue;

import io.watchfloor.defender.Incident;

/**
 * Makes equal summaries one object, for as long as somebody holds it. Analysts of a team
 * so share memory, never access: a summary is found here only by who already has its
 * equal.
 */
public final class SummaryInterner {

	/**
	 * Sum up an incident.
	 * @param incident the incident as the API told it
	 * @return its summary, the same object for equal ones
	 */
	public IncidentSummary summarize(Incident incident) {
		return IncidentSummary.of(incident);
	}

}
