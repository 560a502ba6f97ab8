package io.watchfloor.defender.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.defender.Alert;

/**
 * Alerts that wait for their incidents. When they get too many, those of the incident
 * that has waited longest are dropped, so that it has to be read alone.
 */
final class WaitingAlerts {

	/**
	 * An alert takes 10 to 20 KB, and each analyst who reads back has alerts waiting.
	 */
	static final int MOST = 400;

	private final Map<Long, List<Alert>> byIncident = new LinkedHashMap<>();

	private final Set<Long> dropped = new HashSet<>();

	private int count;

	/**
	 * Add an alert, unless alerts of the same incident were dropped before.
	 */
	void add(GraphAlert alert) {
		if (this.dropped.contains(alert.incidentId())) {
			return;
		}
		this.byIncident.computeIfAbsent(alert.incidentId(), (id) -> new ArrayList<>()).add(alert.alert());
		this.count++;
		for (Iterator<Map.Entry<Long, List<Alert>>> longest = this.byIncident.entrySet().iterator(); this.count > MOST
				&& longest.hasNext();) {
			Map.Entry<Long, List<Alert>> entry = longest.next();
			this.dropped.add(entry.getKey());
			this.count -= entry.getValue().size();
			longest.remove();
		}
	}

	/**
	 * Return the alerts that came for an incident.
	 */
	List<Alert> of(long incidentId) {
		return this.byIncident.getOrDefault(incidentId, List.of());
	}

	/**
	 * Return whether alerts of an incident were dropped.
	 */
	boolean hasDropped(long incidentId) {
		return this.dropped.contains(incidentId);
	}

	/**
	 * Remove the alerts of an incident that was passed on.
	 */
	void remove(long incidentId) {
		List<Alert> removed = this.byIncident.remove(incidentId);
		this.count -= (removed != null) ? removed.size() : 0;
		this.dropped.remove(incidentId);
	}

}
