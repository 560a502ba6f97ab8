package io.watchfloor.queue;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The incidents of a queue that were last updated on one day of UTC, newest first, each
 * in its row. A day never changes, so that analysts whose queues hold the same day share
 * it; and what a question asks of all its rows stands in columns, which are made when
 * they are first asked for.
 */
final class Day {

	private static final long MILLIS = 86_400_000;

	private static final Comparator<IncidentSummary> LAST_UPDATED_FIRST = Comparator
		.comparingLong(IncidentSummary::updatedMillis)
		.thenComparingLong(IncidentSummary::id)
		.reversed();

	private final SortedIncidents incidents;

	private final Map<Facet, Holders> facets = new EnumMap<>(Facet.class);

	private final Map<IncidentOrder.Column, long[]> ranks = new EnumMap<>(IncidentOrder.Column.class);

	private @Nullable Holders names;

	private @Nullable Holders owners;

	private @Nullable TextGrid texts;

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
	 * What holds each row's values of a facet.
	 */
	synchronized Holders holders(Facet facet) {
		return this.facets.computeIfAbsent(facet, (wanted) -> Holders.of(this.incidents, wanted::holder));
	}

	/**
	 * Each row's name.
	 */
	synchronized Holders names() {
		if (this.names == null) {
			this.names = Holders.of(this.incidents, IncidentSummary::name);
		}
		return this.names;
	}

	/**
	 * Each row's owner, the empty text where it has none.
	 */
	synchronized Holders owners() {
		if (this.owners == null) {
			this.owners = Holders.of(this.incidents, IncidentSummary::assignedTo);
		}
		return this.owners;
	}

	/**
	 * Each row's {@link IncidentOrder.Column#rank}.
	 */
	synchronized long[] ranks(IncidentOrder.Column column) {
		return this.ranks.computeIfAbsent(column,
				(wanted) -> this.incidents.stream().mapToLong(wanted::rank).toArray());
	}

	/**
	 * What the rows' texts may hold.
	 */
	synchronized TextGrid texts() {
		if (this.texts == null) {
			this.texts = new TextGrid(this.incidents);
		}
		return this.texts;
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
