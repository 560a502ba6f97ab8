package io.watchfloor.queue.index;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a queue that were last updated on one day of UTC, newest first, each
 * in its row, with a column for each facet that was asked for. A day never changes:
 * analysts whose queues hold the same day share it, and a change makes columns anew for
 * its day alone. Safe for threads.
 */
public final class Day {

	private static final long MILLIS = 86_400_000;

	private static final Comparator<IncidentSummary> LAST_UPDATED_FIRST = Comparator
		.comparingLong(IncidentSummary::updatedMillis)
		.thenComparingLong(IncidentSummary::id)
		.reversed();

	private final SortedIncidents incidents;

	private final Map<Facet, DictionaryColumn> columns = new EnumMap<>(Facet.class);

	private Day(SortedIncidents incidents) {
		this.incidents = incidents;
	}

	/**
	 * A day on which nothing was updated.
	 */
	static Day empty() {
		return new Day(SortedIncidents.none(LAST_UPDATED_FIRST));
	}

	/**
	 * Which day a time is in, counted from the first of 1970.
	 */
	static long number(long millis) {
		return Math.floorDiv(millis, MILLIS);
	}

	/**
	 * This day with other incidents in place of some of its own.
	 */
	Day with(Collection<IncidentSummary> leaving, Collection<IncidentSummary> arriving) {
		return new Day(this.incidents.without(leaving).with(arriving));
	}

	int size() {
		return this.incidents.size();
	}

	IncidentSummary get(int row) {
		return this.incidents.get(row);
	}

	/**
	 * The rows whose incidents were updated between two times, the first included.
	 */
	BitSet rows(long firstMillis, long endMillis) {
		int from = this.incidents.first((summary) -> summary.updatedMillis() < endMillis);
		int to = this.incidents.first((summary) -> summary.updatedMillis() < firstMillis);
		BitSet rows = new BitSet(size());
		rows.set(from, Math.max(from, to));
		return rows;
	}

	/**
	 * Return each row's values of a facet.
	 */
	synchronized DictionaryColumn column(Facet facet) {
		return this.columns.computeIfAbsent(facet, (wanted) -> new DictionaryColumn(this.incidents, wanted::holder));
	}

	/**
	 * Whether both are the same incidents; the same objects, where they are shared.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Day that && this.incidents.equals(that.incidents);
	}

	@Override
	public int hashCode() {
		return this.incidents.hashCode();
	}

}
