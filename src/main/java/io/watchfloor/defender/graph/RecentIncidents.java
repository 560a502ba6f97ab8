package io.watchfloor.defender.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The incidents that were passed on last, with their alerts: the same changes are listed
 * for some minutes, and pages overlap by one incident.
 */
final class RecentIncidents {

	/**
	 * The most alerts of all of them, at 10 to 20 KB each.
	 */
	private static final int MOST_ALERTS = 200;

	private final Map<Long, Incident> latestLast = new LinkedHashMap<>();

	private int alerts;

	/**
	 * Keep an incident, and forget those that were kept first. One that may lack alerts
	 * is not kept.
	 */
	void keep(Incident incident) {
		forget(incident.id());
		if (incident.supplement().alertsMissing() || weight(incident) > MOST_ALERTS) {
			return;
		}
		this.latestLast.put(incident.id(), incident);
		this.alerts += weight(incident);
		while (this.alerts > MOST_ALERTS) {
			forget(this.latestLast.keySet().iterator().next());
		}
	}

	private void forget(long id) {
		Incident forgotten = this.latestLast.remove(id);
		this.alerts -= (forgotten != null) ? weight(forgotten) : 0;
	}

	private static int weight(Incident incident) {
		return 1 + incident.alerts().size();
	}

	/**
	 * Return an incident with its alerts if it is kept and has not changed.
	 * @param listed the incident as it was listed
	 * @return the incident, or {@code null}
	 */
	@Nullable Incident find(Incident listed) {
		Incident kept = this.latestLast.get(listed.id());
		boolean same = kept != null && kept.lastUpdate() != null
				&& Objects.equals(kept.lastUpdate(), listed.lastUpdate());
		return same ? kept : null;
	}

}
