package io.watchfloor.web.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.index.Facets;
import io.watchfloor.web.address.FilterValue;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A menu of the queue's filter bar: the values of one facet, with how many incidents each
 * would show.
 *
 * @param parameter the facet's name in an address
 * @param label the facet in words
 * @param options its values: severities and states in their own order, others most
 * frequent first after those that the view asks for
 * @param wanted how many values the view asks for or excludes
 * @param more how many further values there are, less frequent than those shown
 * @param gap what the source does not give of the facet, or {@code null} if it gives all
 */
record FilterMenu(String parameter, String label, List<Option> options, int wanted, int more, @Nullable String gap) {

	/**
	 * The most values that a menu shows besides those that the view asks for.
	 */
	private static final int LONGEST = 15;

	/**
	 * Values with an order of their own; enumerations are open, so others may follow.
	 */
	private static final Map<Facet, List<String>> RANKED = Map.of(Facet.SEVERITY,
			List.of("high", "medium", "low", "informational"), Facet.STATUS,
			List.of(Facet.OPEN, "active", "inprogress", "awaitingaction", "resolved", "redirected"));

	/**
	 * What a menu says of the one status that stands for several.
	 */
	private static final String WHAT_IS_OPEN = ": all but resolved and redirected";

	/**
	 * Create the menu of a facet.
	 * @param source what the source of the incidents gives
	 */
	static FilterMenu of(Facet facet, IncidentQuery query, Facets facets, SourceDetails source) {
		Set<String> wanted = query.filters().getOrDefault(facet, Set.of());
		Set<String> excluded = query.excluded().getOrDefault(facet, Set.of());
		List<Facets.Count> counts = facets.of(facet);
		List<Option> options = new ArrayList<>();
		Stream.concat(wanted.stream(), excluded.stream())
			.distinct()
			.sorted()
			.forEach((value) -> options
				.add(option(facet, value, count(counts, value), holds(wanted, value), holds(excluded, value))));
		List<Facets.Count> others = counts.stream()
			.filter((count) -> !holds(wanted, count.value()) && !holds(excluded, count.value()))
			.toList();
		others.stream()
			.limit(LONGEST)
			.forEach((count) -> options.add(option(facet, count.value(), count.incidents(), false, false)));
		options.sort(Comparator.comparingInt((Option option) -> rank(facet, option.name()))
			.thenComparing(Option::wanted, Comparator.reverseOrder()));
		return new FilterMenu(facet.parameter(), label(facet), options, wanted.size() + excluded.size(),
				Math.max(0, others.size() - LONGEST), SourceGaps.of(facet, source));
	}

	/**
	 * Return the name of a facet.
	 */
	static String label(Facet facet) {
		return switch (facet) {
			case ASSIGNED_TO -> "Assignee";
			case OS -> "Operating system";
			case GROUP -> "Device group";
			case DETECTION -> "Detection source";
			default -> facet.name().charAt(0) + facet.parameter().substring(1);
		};
	}

	/**
	 * Return a value of a facet in words.
	 */
	static String label(Facet facet, String value) {
		return switch (facet) {
			case SOURCE, DETECTION -> ProductNames.shortly(value);
			case ASSIGNED_TO -> switch (value.toLowerCase(Locale.ROOT)) {
				case Facet.NOBODY -> "Nobody";
				case Facet.ME -> "Me";
				default -> ForeignText.lineOr(value, "");
			};
			case CLASSIFICATION -> Terms.classification(value);
			case STATUS -> value.equalsIgnoreCase(Facet.OPEN) ? "Open" : Terms.of(value, value);
			case SEVERITY, CATEGORY, DETERMINATION, INVESTIGATION -> Terms.of(value, value);
			default -> ForeignText.lineOr(value, "");
		};
	}

	private static int rank(Facet facet, String value) {
		List<String> ranked = RANKED.getOrDefault(facet, List.of());
		int rank = ranked.indexOf(value.toLowerCase(Locale.ROOT));
		return (rank >= 0) ? rank : ranked.size();
	}

	private static Option option(Facet facet, String value, int incidents, boolean wanted, boolean excluded) {
		boolean open = facet == Facet.STATUS && value.equalsIgnoreCase(Facet.OPEN);
		return new Option(value, label(facet, value) + (open ? WHAT_IS_OPEN : ""), incidents, wanted, excluded);
	}

	private static int count(List<Facets.Count> counts, String value) {
		return counts.stream()
			.filter((count) -> count.value().equalsIgnoreCase(value))
			.mapToInt(Facets.Count::incidents)
			.sum();
	}

	private static boolean holds(Set<String> wanted, String value) {
		return wanted.stream().anyMatch(value::equalsIgnoreCase);
	}

	/**
	 * A value of a facet.
	 *
	 * @param name as the API sent it
	 * @param label in words
	 * @param incidents how many incidents it would show
	 * @param wanted whether the view asks for it
	 * @param excluded whether the view excludes it
	 */
	record Option(String name, String label, int incidents, boolean wanted, boolean excluded) {

		/**
		 * Return the value as an address asks for it.
		 */
		public String value() {
			return new FilterValue(this.name, false).write();
		}

		/**
		 * Return the value as an address excludes it.
		 */
		public String not() {
			return new FilterValue(this.name, true).write();
		}

		/**
		 * Return how many incidents it would show, such as {@code 1,284}.
		 */
		public String count() {
			return Numbers.of(this.incidents);
		}

	}

}
