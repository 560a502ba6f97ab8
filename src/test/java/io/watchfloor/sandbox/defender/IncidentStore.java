package io.watchfloor.sandbox.defender;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The tenant's incidents, for many readers and few writers.
 */
public final class IncidentStore {

	private static final Comparator<StoredIncident> NEWEST_FIRST = Comparator
		.comparing(StoredIncident::created, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(StoredIncident::id)
		.reversed();

	private final Map<Long, StoredIncident> byId = new HashMap<>();

	private @Nullable List<StoredIncident> newestFirst;

	synchronized void put(StoredIncident incident) {
		this.byId.put(incident.id(), incident);
		this.newestFirst = null;
	}

	synchronized void remove(long id) {
		this.byId.remove(id);
		this.newestFirst = null;
	}

	synchronized void replaceAll(List<StoredIncident> incidents) {
		this.byId.clear();
		incidents.forEach((incident) -> this.byId.put(incident.id(), incident));
		this.newestFirst = null;
	}

	/**
	 * Change an incident.
	 * @throws NoSuchElementException when there is none of this id
	 */
	synchronized void change(long id, UnaryOperator<StoredIncident> change) {
		put(change.apply(find(id).orElseThrow()));
	}

	public synchronized Optional<StoredIncident> find(long id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/**
	 * All of them as of now, newest created first; those without a time come last.
	 */
	public synchronized List<StoredIncident> newestFirst() {
		List<StoredIncident> sorted = this.newestFirst;
		if (sorted == null) {
			sorted = this.byId.values().stream().sorted(NEWEST_FIRST).toList();
			this.newestFirst = sorted;
		}
		return sorted;
	}

	synchronized long largestId() {
		return this.byId.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
	}

}
