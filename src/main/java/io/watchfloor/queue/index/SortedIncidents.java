package io.watchfloor.queue.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted array of incidents, in an order in which no two are equal. A
 * changed copy sorts only what was added and copies the rest in blocks.
 */
final class SortedIncidents {

	private final Comparator<IncidentSummary> order;

	private final IncidentSummary[] incidents;

	private SortedIncidents(Comparator<IncidentSummary> order, IncidentSummary[] incidents) {
		this.order = order;
		this.incidents = incidents;
	}

	/**
	 * Return an array without incidents.
	 */
	static SortedIncidents none(Comparator<IncidentSummary> order) {
		return new SortedIncidents(order, new IncidentSummary[0]);
	}

	int size() {
		return this.incidents.length;
	}

	IncidentSummary get(int position) {
		return this.incidents[position];
	}

	Stream<IncidentSummary> stream() {
		return Arrays.stream(this.incidents);
	}

	/**
	 * Find the first incident for which a condition holds, which must then hold for all
	 * after it.
	 * @return its position; {@link #size()} when there is none
	 */
	int first(Predicate<IncidentSummary> condition) {
		int low = 0;
		int high = this.incidents.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (condition.test(this.incidents[middle])) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/**
	 * Return the incidents without some, all of which must be present.
	 */
	SortedIncidents without(Collection<IncidentSummary> leaving) {
		IncidentSummary[] staying = new IncidentSummary[this.incidents.length - leaving.size()];
		int read = 0;
		int written = 0;
		for (IncidentSummary gone : leaving.stream().sorted(this.order).toList()) {
			int position = position(gone);
			System.arraycopy(this.incidents, read, staying, written, position - read);
			written += position - read;
			read = position + 1;
		}
		System.arraycopy(this.incidents, read, staying, written, this.incidents.length - read);
		return new SortedIncidents(this.order, staying);
	}

	/**
	 * Return these incidents and others, none of which may be present.
	 */
	SortedIncidents with(Collection<IncidentSummary> arriving) {
		IncidentSummary[] all = new IncidentSummary[this.incidents.length + arriving.size()];
		int read = 0;
		int written = 0;
		for (IncidentSummary added : arriving.stream().sorted(this.order).toList()) {
			int position = position(added);
			System.arraycopy(this.incidents, read, all, written, position - read);
			written += position - read;
			all[written++] = added;
			read = position;
		}
		System.arraycopy(this.incidents, read, all, written, this.incidents.length - read);
		return new SortedIncidents(this.order, all);
	}

	private int position(IncidentSummary incident) {
		return first((other) -> this.order.compare(other, incident) >= 0);
	}

	/**
	 * Return whether both have the same incidents, compared by identity.
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
