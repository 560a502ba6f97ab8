package io.watchfloor.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a query asks of an incident, its range apart.
 */
final class IncidentFilter {

	private final List<FacetFilter> facets = new ArrayList<>();

	private final List<String> words;

	IncidentFilter(IncidentQuery query, Viewpoint viewpoint) {
		query.filters()
			.forEach((facet, values) -> this.facets.add(new FacetFilter(facet, wanted(facet, values, viewpoint))));
		this.words = query.words().stream().map(SearchText::fold).toList();
	}

	private static Set<String> wanted(Facet facet, Set<String> values, Viewpoint viewpoint) {
		Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		wanted.addAll(values);
		if (facet == Facet.ASSIGNED_TO && wanted.remove(Facet.ME) && viewpoint.analyst() != null) {
			wanted.add(viewpoint.analyst());
		}
		return wanted;
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
		for (String word : this.words) {
			if (!summary.text().contains(word)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What is wanted of one facet. Values recur and case is costly to ignore, so each
	 * spelling is judged once a query.
	 */
	private static final class FacetFilter {

		private final Facet facet;

		private final Set<String> wanted;

		private final Map<String, Boolean> judged = new HashMap<>();

		private FacetFilter(Facet facet, Set<String> wanted) {
			this.facet = facet;
			this.wanted = wanted;
		}

		private boolean test(IncidentSummary summary) {
			for (String value : this.facet.values(summary)) {
				if (this.judged.computeIfAbsent(value, this.wanted::contains)) {
					return true;
				}
			}
			return false;
		}

	}

}
