package io.watchfloor.queue.related;

import java.util.List;

import io.watchfloor.queue.IncidentSummary;

/**
 * An incident that shares something with another.
 *
 * @param incident the incident
 * @param shared what both hold, rare values first, then by the number of incidents that
 * hold it; not empty
 */
public record RelatedIncident(IncidentSummary incident, List<SharedValue> shared) {

	/**
	 * Return whether both are strongly related.
	 * @return whether anything that they share is rare
	 */
	public boolean isStrong() {
		return this.shared.get(0).rare();
	}

	/**
	 * Return how closely both are related: the fewer incidents hold a shared value, the
	 * more it adds.
	 */
	double weight() {
		return this.shared.stream().mapToDouble((value) -> 1.0 / value.holders()).sum();
	}

}
