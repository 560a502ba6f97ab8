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
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.Viewpoint;

/**
 * What a query asks of the incidents of a day.
 */
final class IncidentFilter {

	private final long firstMillis;

	private final long endMillis;

	private final Map<Facet, RowFilter> facets = new EnumMap<>(Facet.class);

	private final List<WordFilter> words = new ArrayList<>();

	IncidentFilter(IncidentQuery query, Viewpoint viewpoint) {
		this.firstMillis = query.range().firstMillis(viewpoint.now());
		this.endMillis = query.range().endMillis();
		query.filters().forEach((facet, values) -> this.facets.put(facet, of(facet, wanted(facet, values, viewpoint))));
		query.words().forEach((word) -> this.words.add(new WordFilter(word)));
	}

	private static Set<String> wanted(Facet facet, Set<String> values, Viewpoint viewpoint) {
		Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		wanted.addAll(values);
		if (facet == Facet.ASSIGNED_TO && wanted.remove(Facet.ME) && viewpoint.analyst() != null) {
			wanted.add(viewpoint.analyst());
		}
		return wanted;
	}

	private static RowFilter of(Facet facet, Set<String> wanted) {
		return (facet == Facet.ASSET) ? new AssetFilter(wanted) : new FacetFilter(facet, wanted);
	}

	/**
	 * The rows that pass.
	 */
	BitSet passing(Day day) {
		BitSet rows = day.rows(this.firstMillis, this.endMillis);
		this.facets.values().forEach((filter) -> filter.narrow(day, rows));
		findWords(day, rows);
		return rows;
	}

	/**
	 * Count a day's incidents in the menus that offer them: each menu those that pass
	 * every filter but its own.
	 */
	void count(Day day, FacetCounter counter) {
		BitSet within = day.rows(this.firstMillis, this.endMillis);
		findWords(day, within);
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

	private void findWords(Day day, BitSet rows) {
		this.words.forEach((word) -> word.guess(day, rows));
		this.words.forEach((word) -> word.narrow(day, rows));
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
	 * One thing that is asked.
	 */
	private interface RowFilter {

		/**
		 * Leave only rows of a day that pass.
		 */
		void narrow(Day day, BitSet rows);

	}

	/**
	 * Judges what several incidents hold once a query.
	 */
	private static final class Verdicts {

		private final Map<Object, Boolean> known = new IdentityHashMap<>();

		private final Predicate<Object> question;

		private Verdicts(Predicate<Object> question) {
			this.question = question;
		}

		private boolean of(Object holder) {
			return this.known.computeIfAbsent(holder, this.question::test);
		}

	}

	/**
	 * Wants any of some values.
	 */
	private static final class FacetFilter implements RowFilter {

		private final Facet facet;

		private final Verdicts verdicts;

		private FacetFilter(Facet facet, Set<String> wanted) {
			this.facet = facet;
			this.verdicts = new Verdicts((holder) -> Facet.valuesIn(holder).stream().anyMatch(wanted::contains));
		}

		@Override
		public void narrow(Day day, BitSet rows) {
			DictionaryColumn holders = day.columns().holders(this.facet);
			boolean[] answers = holders.judge(this.verdicts::of);
			keep(rows, (row) -> answers[holders.number(row)]);
		}

	}

	/**
	 * Wants any of some assets, which incidents share too little to judge them apart.
	 */
	private static final class AssetFilter implements RowFilter {

		private final Set<String> wanted;

		private AssetFilter(Set<String> wanted) {
			this.wanted = wanted;
		}

		@Override
		public void narrow(Day day, BitSet rows) {
			BitSet candidates = new BitSet(day.size());
			for (String asset : this.wanted) {
				BitSet bearing = (BitSet) rows.clone();
				day.columns().texts().narrow(bearing, TextSignatures.marksOfAsset(asset).toArray());
				candidates.or(bearing);
			}
			keep(candidates, (row) -> Facet.ASSET.values(day.get(row)).stream().anyMatch(this.wanted::contains));
			rows.and(candidates);
		}

	}

	/**
	 * Wants a word. Names recur, and common words stand in them.
	 */
	private static final class WordFilter {

		private final String folded;

		private final int[] marks;

		private final Verdicts names;

		private WordFilter(String word) {
			this.folded = SearchText.fold(word);
			this.marks = TextSignatures.marksOfWord(this.folded);
			this.names = new Verdicts((name) -> SearchText.fold((String) name).contains(this.folded));
		}

		/**
		 * Leave only rows of a day that may have the word.
		 */
		private void guess(Day day, BitSet rows) {
			day.columns().texts().narrow(rows, this.marks);
		}

		private void narrow(Day day, BitSet rows) {
			TextSignatures texts = day.columns().texts();
			if (!rows.isEmpty() && !texts.tellsAllOf(this.marks)) {
				DictionaryColumn names = day.columns().names();
				boolean[] answers = names.judge(this.names::of);
				keep(rows, (row) -> answers[names.number(row)] || texts.contains(row, this.folded));
			}
		}

	}

}
