package io.watchfloor.sandbox.graph;

import java.util.Comparator;
import java.util.List;

import io.watchfloor.sandbox.defender.IncidentStore;
import io.watchfloor.sandbox.defender.StoredIncident;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of all incidents in one list.
 */
final class ListedAlerts {

	private static final Comparator<ListedAlert> NEWEST_FIRST = Comparator
		.comparing((ListedAlert one) -> one.alert().created(), Comparator.nullsLast(Comparator.reverseOrder()));

	private final IncidentStore store;

	private @Nullable List<StoredIncident> incidents;

	private List<ListedAlert> alerts = List.of();

	ListedAlerts(IncidentStore store) {
		this.store = store;
	}

	/**
	 * All of them as of now, newest created first; those without a time come last.
	 */
	synchronized List<ListedAlert> newestFirst() {
		List<StoredIncident> current = this.store.newestFirst();
		if (current != this.incidents) {
			this.incidents = current;
			this.alerts = current.stream()
				.flatMap((incident) -> incident.alerts().stream().map((alert) -> new ListedAlert(incident, alert)))
				.filter((one) -> one.alert().isObject())
				.sorted(NEWEST_FIRST)
				.toList();
		}
		return this.alerts;
	}

}
