package io.watchfloor.defender.graph;

import java.util.Objects;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one walk over incidents from page to page.
 */
final class IncidentWalk {

	private final AlertWalk alerts;

	private final NextLinks links;

	private @Nullable Incident last;

	/**
	 * Create a walk.
	 * @param alerts the alerts beside its incidents
	 * @param links the links of its next pages
	 */
	IncidentWalk(AlertWalk alerts, NextLinks links) {
		this.alerts = alerts;
		this.links = links;
	}

	AlertWalk alerts() {
		return this.alerts;
	}

	NextLinks links() {
		return this.links;
	}

	/**
	 * Keep the last incident of a page, since the next page begins with it.
	 */
	void keep(Incident incident) {
		this.last = incident;
	}

	/**
	 * Return an incident with its alerts if it is the one that was kept.
	 * @param incident the incident as it was listed
	 * @return the incident, or {@code null} if it is another or has changed
	 */
	@Nullable Incident kept(Incident incident) {
		Incident kept = this.last;
		boolean same = kept != null && kept.id() == incident.id()
				&& Objects.equals(kept.lastUpdate(), incident.lastUpdate());
		return same ? kept : null;
	}

}
