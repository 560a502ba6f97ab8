package io.watchfloor.queue.change;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.queue.IncidentSummary;

/**
 * A change between two states of an incident that were read one after the other. The API
 * keeps no history, so that a change is known only to a queue that held both states.
 *
 * @param kind what changed
 * @param id the incident's number
 * @param before the severity or the status before; empty for an owner
 * @param after the severity, the status or the owner afterwards
 * @param millis when the later state was last updated, in milliseconds since 1970: the
 * change was made then or before. {@link IncidentSummary#UNKNOWN_TIME} where the API sent
 * no time
 */
public record SeenChange(Kind kind, long id, String before, String after, long millis) {

	/**
	 * Return what changed between two states of one incident.
	 */
	static List<SeenChange> between(IncidentSummary before, IncidentSummary after) {
		List<SeenChange> changes = new ArrayList<>();
		if (after.severity().level().compareTo(before.severity().level()) > 0) {
			changes.add(of(Kind.RAISED, after, before.severity().word(), after.severity().word()));
		}
		if (after.isOpen() && before.status().isResolved()) {
			changes.add(of(Kind.REOPENED, after, before.status().word(), after.status().word()));
		}
		if (after.isAssigned() && !before.isAssigned()) {
			changes.add(of(Kind.ASSIGNED, after, "", after.assignedTo()));
		}
		return changes;
	}

	private static SeenChange of(Kind kind, IncidentSummary incident, String before, String after) {
		return new SeenChange(kind, incident.id(), before, after, incident.updatedMillis());
	}

	/**
	 * The kinds of changes that pages tell of.
	 */
	public enum Kind {

		/** To a higher severity. */
		RAISED,

		/** From resolved to open. */
		REOPENED,

		/** From nobody to an owner. */
		ASSIGNED

	}

}
