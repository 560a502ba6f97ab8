package io.watchfloor.web.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.address.FilterValue;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chips of a view: its filters in words and its search terms, each with a link
 * to the view without it.
 */
final class Chips {

	/**
	 * The most filters that have a chip of their own. Each has all the others in its
	 * address, so that hundreds would make a page of megabytes.
	 */
	private static final int MOST = 30;

	private Chips() {
	}

	static List<Link> of(String path, IncidentQuery query) {
		List<Wanted> wanted = wanted(query);
		List<Link> chips = new ArrayList<>();
		wanted.stream()
			.limit(MOST)
			.forEach((one) -> chips.add(Link.to(one.text(), without(path, query, List.of(one)))));
		if (wanted.size() > MOST) {
			List<Wanted> more = wanted.subList(MOST, wanted.size());
			chips.add(Link.to("and " + Numbers.of(more.size(), "more filter", "more filters"),
					without(path, query, more)));
		}
		query.terms().forEach((term) -> chips.add(Link.to("Search: " + term.typed(), without(path, query, term))));
		if (!RangeParameters.isImplied(query)) {
			chips.add(Link.to(text("Updated: ", query.range()),
					IncidentQueryParameters.address(path, query.with(TimeRange.DEFAULT))));
		}
		if (!query.created().equals(TimeRange.ANY)) {
			chips.add(Link.to(text("Created: ", query.created()),
					IncidentQueryParameters.address(path, RangeParameters.withoutCreated(query))));
		}
		return chips;
	}

	private static List<Wanted> wanted(IncidentQuery query) {
		return Stream.concat(wanted(query.filters(), false), wanted(query.excluded(), true))
			.sorted(Comparator.comparing(Wanted::facet))
			.toList();
	}

	private static Stream<Wanted> wanted(Map<Facet, Set<String>> filters, boolean excluded) {
		return filters.entrySet()
			.stream()
			.flatMap((filter) -> filter.getValue()
				.stream()
				.sorted()
				.map((value) -> new Wanted(filter.getKey(), new FilterValue(value, excluded))));
	}

	private static String text(String what, TimeRange range) {
		String words = RangeParameters.words(range);
		if (words != null) {
			return what + words.toLowerCase(Locale.ROOT);
		}
		return (what + bound("from", range.from()) + bound("until", range.to())).strip();
	}

	private static String bound(String word, @Nullable Instant time) {
		return (time != null) ? word + " " + Times.minute(time) + " UTC" + " " : "";
	}

	private static String without(String path, IncidentQuery query, List<Wanted> lifted) {
		IncidentQuery rest = query;
		for (Wanted one : lifted) {
			boolean excluded = one.value().excluded();
			Map<Facet, Set<String>> filters = excluded ? rest.excluded() : rest.filters();
			Set<String> kept = new HashSet<>(filters.getOrDefault(one.facet(), Set.of()));
			kept.remove(one.value().value());
			rest = excluded ? rest.without(one.facet(), kept) : rest.with(one.facet(), kept);
		}
		return IncidentQueryParameters.address(path, rest);
	}

	private static String without(String path, IncidentQuery query, SearchTerm lifted) {
		return IncidentQueryParameters.address(path,
				query.withTerms(query.terms().stream().filter((term) -> !term.equals(lifted)).toList()));
	}

	/**
	 * A value of a filter.
	 */
	private record Wanted(Facet facet, FilterValue value) {

		private String text() {
			return FilterMenu.label(this.facet) + ": " + (this.value.excluded() ? "not " : "")
					+ FilterMenu.label(this.facet, this.value.value());
		}

	}

}
