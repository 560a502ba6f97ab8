package io.watchfloor.queue.statistics;

import java.util.HashMap;
import java.util.Map;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * Measures how long incidents waited for their first owner. The API does not say when an
 * incident was assigned, so that this is known of those alone that a queue saw without an
 * owner and then with one.
 */
public final class FirstOwners {

	private FirstOwners() {
	}

	/**
	 * Return the times from creation to the update with which the first owner was seen.
	 * @param changes the changes that the queue has seen
	 * @param index the incidents that it holds
	 * @return the spread over the incidents that it holds
	 */
	public static Spread of(SeenChanges changes, IncidentIndex index) {
		Map<Long, Long> firsts = new HashMap<>();
		changes.of(SeenChange.Kind.ASSIGNED)
			.filter((change) -> change.millis() != IncidentSummary.UNKNOWN_TIME)
			.forEach((change) -> firsts.putIfAbsent(change.id(), change.millis()));
		long[] durations = firsts.entrySet()
			.stream()
			.flatMap((first) -> index.find(first.getKey())
				.filter((incident) -> incident.created() != null)
				.map((incident) -> first.getValue() - incident.createdMillis())
				.stream())
			.mapToLong(Long::longValue)
			.toArray();
		return Spread.ofMillis(durations.length, durations);
	}

}
