package io.watchfloor.queue.reading;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The incidents of a queue that are missing because they cannot be read, each known by
 * the number of the one that the API lists before it.
 */
final class UnreadableIncidents {

	private final Map<Long, Integer> byNumberBefore = new HashMap<>();

	private int changed;

	/**
	 * Add those of a page of the whole range.
	 * @param page as in {@link io.watchfloor.defender.IncidentSource.Page#unreadable()}
	 */
	void add(List<Long> page) {
		page.forEach((before) -> this.byNumberBefore.merge(before, Collections.frequency(page, before), Math::max));
	}

	/**
	 * Record how many cannot be read of those that changed since a time. They are in the
	 * range too, and mostly known already, but are listed after other incidents there.
	 */
	void addChanged(int count) {
		this.changed = Math.max(this.changed, count);
	}

	int count() {
		return Math.max(this.changed, this.byNumberBefore.values().stream().mapToInt(Integer::intValue).sum());
	}

	/**
	 * Return how many the API lists directly after an incident.
	 */
	int after(long id) {
		return this.byNumberBefore.getOrDefault(id, 0);
	}

}
