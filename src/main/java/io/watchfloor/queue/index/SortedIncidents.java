package io.watchfloor.queue.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Incidents in an order that tells any two of them apart. They never change: what comes
 * and goes makes others, of which all that stays is copied as it stands.
 */
final class SortedIncidents {

	private final Comparator<IncidentSummary> order;

	private final IncidentSummary[] incidents;

	private SortedIncidents(Comparator<IncidentSummary> order, IncidentSummary[] incidents) {
		this.order = order;
		this.incidents = incidents;
	}

	static SortedIncidents none(Comparator<IncidentSummary> order) {
		return new SortedIncidents(order, new IncidentSummary[0]);
	}

	int size() {
		return this.incidents.length;
	}

	IncidentSummary get(int place) {
		return this.incidents[place];
	}

	Stream<IncidentSummary> stream() {
		return Arrays.stream(this.incidents);
	}

	/**
	 * The first place from which on something holds, which holds nowhere before.
	 */
	int first(Predicate<IncidentSummary> reached) {
		int low = 0;
		int high = this.incidents.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (reached.test(this.incidents[middle])) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/**
	 * These without some of them.
	 */
	SortedIncidents without(Collection<IncidentSummary> leaving) {
		IncidentSummary[] staying = new IncidentSummary[this.incidents.length - leaving.size()];
		int read = 0;
		int written = 0;
		for (IncidentSummary gone : leaving.stream().sorted(this.order).toList()) {
			int place = place(gone);
			System.arraycopy(this.incidents, read, staying, written, place - read);
			written += place - read;
			read = place + 1;
		}
		System.arraycopy(this.incidents, read, staying, written, this.incidents.length - read);
		return new SortedIncidents(this.order, staying);
	}

	/**
	 * These and others.
	 */
	SortedIncidents with(Collection<IncidentSummary> arriving) {
		IncidentSummary[] all = new IncidentSummary[this.incidents.length + arriving.size()];
		int read = 0;
		int written = 0;
		for (IncidentSummary added : arriving.stream().sorted(this.order).toList()) {
			int place = place(added);
			System.arraycopy(this.incidents, read, all, written, place - read);
			written += place - read;
			all[written++] = added;
			read = place;
		}
		System.arraycopy(this.incidents, read, all, written, this.incidents.length - read);
		return new SortedIncidents(this.order, all);
	}

	private int place(IncidentSummary incident) {
		return first((other) -> this.order.compare(other, incident) >= 0);
	}

	/**
	 * Whether both hold the same objects.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SortedIncidents that
				&& Arrays.equals(this.incidents, that.incidents, (one, same) -> (one == same) ? 0 : 1);
	}

	@Override
	public int hashCode() {
		return Arrays.stream(this.incidents)
			.mapToInt(System::identityHashCode)
			.reduce(1, (all, next) -> 31 * all + next);
	}

}
