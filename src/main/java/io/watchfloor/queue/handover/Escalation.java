package io.watchfloor.queue.handover;

import java.util.Comparator;
import java.util.List;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.change.SeenChange;

/**
 * An open incident that was there before and got worse.
 *
 * @param incident the incident
 * @param changes how it was raised or opened again, as far as the queue saw both states;
 * oldest first
 * @param newAlerts the number of its alerts that were raised since
 */
public record Escalation(IncidentSummary incident, List<SeenChange> changes, int newAlerts) {

	/**
	 * Puts those that were raised or opened again before those that have new alerts, the
	 * most severe first, then those with most new alerts.
	 */
	static final Comparator<Escalation> WORST_FIRST = Comparator
		.comparing((Escalation escalation) -> escalation.changes().isEmpty())
		.thenComparing((escalation) -> escalation.incident().severity().level(), Comparator.reverseOrder())
		.thenComparing(Escalation::newAlerts, Comparator.reverseOrder())
		.thenComparing((escalation) -> escalation.incident().id(), Comparator.reverseOrder());

}
