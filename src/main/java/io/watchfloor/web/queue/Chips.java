package io.watchfloor.web.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.TimeRange;
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
		if (!query.range().equals(TimeRange.DEFAULT)) {
			chips.add(
					Link.to(text(query.range()), IncidentQueryParameters.address(path, query.with(TimeRange.DEFAULT))));
		}
		return chips;
	}

	private static List<Wanted> wanted(IncidentQuery query) {
		return query.filters()
			.entrySet()
			.stream()
			.flatMap((filter) -> filter.getValue().stream().sorted().map((value) -> new Wanted(filter.getKey(), value)))
			.toList();
	}

	private static String text(TimeRange range) {
		String words = RangeParameters.words(range);
		if (words != null) {
			return "Updated: " + words.toLowerCase(Locale.ROOT);
		}
		return ("Updated: " + bound("from", range.from()) + bound("until", range.to())).strip();
	}

	private static String bound(String word, @Nullable Instant time) {
		return (time != null) ? word + " " + Times.minute(time) + " UTC" + " " : "";
	}

	private static String without(String path, IncidentQuery query, List<Wanted> lifted) {
		Map<Facet, Set<String>> kept = new EnumMap<>(Facet.class);
		query.filters().forEach((facet, values) -> kept.put(facet, new HashSet<>(values)));
		lifted.forEach((one) -> kept.getOrDefault(one.facet(), Set.of()).remove(one.value()));
		IncidentQuery rest = query;
		for (Map.Entry<Facet, Set<String>> filter : kept.entrySet()) {
			rest = rest.with(filter.getKey(), filter.getValue());
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
	private record Wanted(Facet facet, String value) {

		private String text() {
			return FilterMenu.label(this.facet) + ": " + FilterMenu.label(this.facet, this.value);
		}

	}

}
