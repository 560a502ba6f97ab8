package io.watchfloor.queue.index;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a queue that were last updated on one day in UTC, or at an unknown
 * time, each in a row, newest first, with a column for each facet that a query asked for.
 * A day is immutable: analysts whose queues have the same day share it, and a change
 * makes new columns for its day only. Thread-safe.
 */
public final class Day {

	private static final long MILLIS = 86_400_000;

	/**
	 * The number of the day of the incidents whose last update is unknown: before all
	 * others.
	 */
	static final long UNKNOWN = Long.MIN_VALUE;

	private static final Comparator<IncidentSummary> LAST_UPDATED_FIRST = Comparator
		.comparingLong(IncidentSummary::updatedMillis)
		.thenComparingLong(IncidentSummary::id)
		.reversed();

	private final SortedIncidents incidents;

	private final Map<Facet, DictionaryColumn> columns = new EnumMap<>(Facet.class);

	private volatile @Nullable Found lastFound;

	private Day(SortedIncidents incidents) {
		this.incidents = incidents;
	}

	/**
	 * Return a day without incidents.
	 */
	static Day empty() {
		return new Day(SortedIncidents.none(LAST_UPDATED_FIRST));
	}

	/**
	 * Return the number of the day that a time is in, counted from the first of 1970, or
	 * {@link #UNKNOWN}.
	 */
	static long number(long millis) {
		return (millis != IncidentSummary.UNKNOWN_TIME) ? Math.floorDiv(millis, MILLIS) : UNKNOWN;
	}

	/**
	 * Return this day without some of its incidents and with others.
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
	 * Return the rows whose incidents were last updated between two times; all rows if
	 * the times are unknown.
	 * @param firstMillis the start, inclusive
	 * @param endMillis the end, exclusive
	 */
	BitSet rows(long firstMillis, long endMillis) {
		int from = this.incidents.first((summary) -> summary.updatedMillis() < endMillis);
		int to = this.incidents.first((summary) -> summary.updatedMillis() < firstMillis);
		BitSet rows = new BitSet(size());
		if (size() > 0 && get(0).updated() == null) {
			rows.set(0, size());
			return rows;
		}
		rows.set(from, Math.max(from, to));
		return rows;
	}

	/**
	 * Return the column of a facet, made when it is first asked for.
	 */
	synchronized DictionaryColumn column(Facet facet) {
		return this.columns.computeIfAbsent(facet, (wanted) -> new DictionaryColumn(this.incidents, wanted::entry));
	}

	/**
	 * Return the rows that all terms of a search select. The last result is kept: a page
	 * asks for it twice, for its rows and for its menus, and so does each poll.
	 * @param terms the terms
	 * @param matchers a matcher for each term
	 * @return the rows, not to be changed
	 */
	BitSet search(List<SearchTerm> terms, List<SearchMatcher> matchers) {
		Found found = this.lastFound;
		if (found == null || !found.terms().equals(terms)) {
			found = new Found(terms, search(matchers));
			this.lastFound = found;
		}
		return found.rows();
	}

	private BitSet search(List<SearchMatcher> matchers) {
		BitSet rows = new BitSet(size());
		for (int row = 0; row < size(); row++) {
			SearchText text = get(row).text();
			rows.set(row, matchers.stream().allMatch((matcher) -> matcher.selects(text)));
		}
		return rows;
	}

	/**
	 * Return whether both days have the same incidents, compared by identity: equal
	 * summaries are one object where days are shared.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Day that && this.incidents.equals(that.incidents);
	}

	@Override
	public int hashCode() {
		return this.incidents.hashCode();
	}

	/**
	 * The result of a search.
	 */
	private record Found(List<SearchTerm> terms, BitSet rows) {
	}

}
