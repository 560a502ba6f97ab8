package io.watchfloor.queue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.queue.SearchText.Word;

/**
 * What a query asks of an incident, its range apart.
 */
final class IncidentFilter {

	private final List<FacetFilter> facets = new ArrayList<>();

	private final List<Word> words;

	IncidentFilter(IncidentQuery query, Viewpoint viewpoint) {
		query.filters()
			.forEach((facet, values) -> this.facets.add(new FacetFilter(facet, wanted(facet, values, viewpoint))));
		this.words = query.words().stream().map(Word::new).toList();
	}

	private static Set<String> wanted(Facet facet, Set<String> values, Viewpoint viewpoint) {
		Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		wanted.addAll(values);
		if (facet == Facet.ASSIGNED_TO && wanted.remove(Facet.ME) && viewpoint.analyst() != null) {
			wanted.add(viewpoint.analyst());
		}
		return wanted;
	}

	/**
	 * Whether every incident passes.
	 */
	boolean isOpen() {
		return this.facets.isEmpty() && this.words.isEmpty();
	}

	boolean test(IncidentSummary summary) {
		for (FacetFilter filter : this.facets) {
			if (!filter.test(summary)) {
				return false;
			}
		}
		return hasWords(summary);
	}

	/**
	 * Count an incident in the menus that offer it: in all of them when it passes every
	 * filter, in one when it fails that one's filter alone.
	 */
	void count(IncidentSummary summary, FacetCounter counter) {
		FacetFilter failed = null;
		for (FacetFilter filter : this.facets) {
			if (!filter.test(summary)) {
				if (failed != null) {
					return;
				}
				failed = filter;
			}
		}
		if (!hasWords(summary)) {
			return;
		}
		if (failed != null) {
			counter.count(failed.facet, summary);
		}
		else {
			counter.count(summary);
		}
	}

	private boolean hasWords(IncidentSummary summary) {
		for (Word word : this.words) {
			if (!summary.text().contains(word)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What is wanted of one facet. Most incidents share what holds their values, so each
	 * holder is judged once a query. Assets they do not share, but a search finds them.
	 */
	private static final class FacetFilter {

		private final Facet facet;

		private final Set<String> wanted;

		private final List<Word> words;

		private final Map<Object, Boolean> judged = new IdentityHashMap<>();

		private FacetFilter(Facet facet, Set<String> wanted) {
			this.facet = facet;
			this.wanted = wanted;
			this.words = wanted.stream().map(Word::new).toList();
		}

		private boolean test(IncidentSummary summary) {
			if (this.facet == Facet.ASSET) {
				return mayMention(summary) && isWanted(this.facet.values(summary));
			}
			Object holder = this.facet.holder(summary);
			Boolean verdict = this.judged.get(holder);
			if (verdict == null) {
				verdict = isWanted(this.facet.values(summary));
				this.judged.put(holder, verdict);
			}
			return verdict;
		}

		private boolean mayMention(IncidentSummary summary) {
			for (Word word : this.words) {
				if (summary.text().mayContain(word)) {
					return true;
				}
			}
			return false;
		}

		private boolean isWanted(List<String> values) {
			for (String value : values) {
				if (this.wanted.contains(value)) {
					return true;
				}
			}
			return false;
		}

	}

}
