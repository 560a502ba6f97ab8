package io.watchfloor.queue.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;

/**
 * Applies the range, filters and search terms of a query to the incidents of a day.
 */
final class IncidentFilter {

	private final long firstMillis;

	private final long endMillis;

	private final Map<Facet, RowFilter> facets = new EnumMap<>(Facet.class);

	private final List<RowFilter> exclusions = new ArrayList<>();

	private final long createdFirstMillis;

	private final long createdEndMillis;

	private final boolean anyCreation;

	private final List<SearchTerm> terms;

	private final List<SearchMatcher> matchers;

	IncidentFilter(IncidentQuery query, Viewpoint viewpoint) {
		this.firstMillis = query.range().firstMillis(viewpoint.now());
		this.endMillis = query.range().endMillis();
		query.filters().forEach((facet, values) -> this.facets.put(facet, of(facet, values, viewpoint)));
		query.excluded().forEach((facet, values) -> {
			RowFilter filter = of(facet, values, viewpoint);
			this.exclusions.add((day, rows) -> rows.andNot(narrowed(rows, day, filter)));
		});
		this.createdFirstMillis = query.created().firstMillis(viewpoint.now());
		this.createdEndMillis = query.created().endMillis();
		this.anyCreation = query.created().equals(TimeRange.ANY);
		this.terms = query.terms();
		this.matchers = this.terms.stream().map(SearchMatcher::new).toList();
	}

	private static RowFilter of(Facet facet, Set<String> values, Viewpoint viewpoint) {
		if (facet == Facet.ASSET) {
			List<String> names = values.stream().flatMap((name) -> SearchText.meanings(name).stream()).toList();
			return (day, rows) -> keep(rows, (row) -> day.get(row).hasAnyAsset(names));
		}
		Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		wanted.addAll(values);
		boolean mine = facet == Facet.ASSIGNED_TO && wanted.remove(Facet.ME);
		return of(facet, (mine) ? (value) -> wanted.contains(value) || viewpoint.isAnalyst(value) : wanted::contains);
	}

	private static RowFilter of(Facet facet, Predicate<String> wanted) {
		// The same entry comes again in other days and is tested once
		Map<Object, Boolean> tested = new IdentityHashMap<>();
		Predicate<Object> passes = (entry) -> tested.computeIfAbsent(entry,
				(key) -> Facet.valuesIn(key).stream().anyMatch(wanted));
		return (day, rows) -> {
			DictionaryColumn column = day.column(facet);
			boolean[] passing = column.test(passes);
			keep(rows, (row) -> passing[column.code(row)]);
		};
	}

	/**
	 * Return the rows of a day that pass.
	 */
	BitSet passing(Day day) {
		BitSet rows = rows(day);
		this.facets.values().forEach((filter) -> filter.narrow(day, rows));
		search(day, rows);
		return rows;
	}

	/**
	 * Count the rows of a day for the filter menus: for each facet those that pass the
	 * filters of all other facets.
	 */
	void count(Day day, FacetCounter counter) {
		BitSet within = rows(day);
		search(day, within);
		Map<Facet, BitSet> passing = new EnumMap<>(Facet.class);
		this.facets.forEach((facet, filter) -> passing.put(facet, narrowed(within, day, filter)));
		BitSet all = (BitSet) within.clone();
		passing.values().forEach(all::and);
		counter.countAllBut(this.facets.keySet(), day, all);
		this.facets.keySet().forEach((facet) -> {
			BitSet others = (BitSet) within.clone();
			passing.forEach((other, rows) -> {
				if (other != facet) {
					others.and(rows);
				}
			});
			counter.count(facet, day, others);
		});
	}

	/**
	 * Return the rows of a day that are in both ranges and have nothing that is excluded.
	 */
	private BitSet rows(Day day) {
		BitSet rows = day.rows(this.firstMillis, this.endMillis);
		if (!this.anyCreation) {
			keep(rows, (row) -> isCreatedInRange(day.get(row).createdMillis()));
		}
		this.exclusions.forEach((exclusion) -> exclusion.narrow(day, rows));
		return rows;
	}

	private boolean isCreatedInRange(long millis) {
		return millis != IncidentSummary.UNKNOWN_TIME && millis >= this.createdFirstMillis
				&& millis < this.createdEndMillis;
	}

	private void search(Day day, BitSet rows) {
		if (!this.terms.isEmpty()) {
			rows.and(day.search(this.terms, this.matchers));
		}
	}

	private static BitSet narrowed(BitSet rows, Day day, RowFilter filter) {
		BitSet narrowed = (BitSet) rows.clone();
		filter.narrow(day, narrowed);
		return narrowed;
	}

	private static void keep(BitSet rows, IntPredicate wanted) {
		for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
			if (!wanted.test(row)) {
				rows.clear(row);
			}
		}
	}

	/**
	 * The filter of one facet.
	 */
	@FunctionalInterface
	private interface RowFilter {

		/**
		 * Clear the rows of a day that do not pass.
		 */
		void narrow(Day day, BitSet rows);

	}

}
