package io.watchfloor.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.QueuePage.Link;
import org.jspecify.annotations.Nullable;

/**
 * The filters that hold, in words, each with the address of the view without it.
 */
final class Chips {

	private Chips() {
	}

	static List<Link> of(String path, IncidentQuery query) {
		List<Link> chips = new ArrayList<>();
		query.filters()
			.forEach((facet, values) -> values.stream()
				.sorted()
				.forEach((value) -> chips.add(new Link(text(facet, value), without(path, query, facet, value)))));
		if (!query.words().isEmpty()) {
			chips.add(new Link("Search: " + String.join(" ", query.words()),
					IncidentQueryParameters.address(path, query.withWords(List.of()))));
		}
		if (!query.range().equals(TimeRange.DEFAULT)) {
			chips.add(new Link(text(query.range()),
					IncidentQueryParameters.address(path, query.with(TimeRange.DEFAULT))));
		}
		return chips;
	}

	private static String text(Facet facet, String value) {
		return FilterMenu.label(facet) + ": " + FilterMenu.label(facet, value);
	}

	private static String text(TimeRange range) {
		String name = RangeParameters.name(range);
		if (name != null) {
			return "Updated: last " + (name.equals("24h") ? "24 hours" : name.replace("d", " days"));
		}
		return ("Updated: " + bound("from", range.from()) + bound("until", range.to())).strip();
	}

	private static String bound(String word, @Nullable Instant time) {
		return (time != null) ? word + " " + Times.minute(time) + " UTC" + " " : "";
	}

	private static String without(String path, IncidentQuery query, Facet facet, String value) {
		Set<String> kept = new HashSet<>(query.filters().getOrDefault(facet, Set.of()));
		kept.remove(value);
		return IncidentQueryParameters.address(path, query.with(facet, kept));
	}

}
