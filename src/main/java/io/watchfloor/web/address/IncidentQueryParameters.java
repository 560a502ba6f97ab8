package io.watchfloor.web.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchTerms;
import io.watchfloor.queue.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Converts between a view of the queue and the parameters of its address. Blank values,
 * which forms send, are ignored; defaults are left out of an address.
 */
public final class IncidentQueryParameters {

	/**
	 * The numbers of rows that a page may have.
	 */
	public static final List<Integer> SIZES = List.of(25, 50, 100, 200);

	/**
	 * The highest page number; a higher one counts as this. There are never so many
	 * pages.
	 */
	private static final int LAST_PAGE = 1_000_000;

	/**
	 * The longest search, in characters: several command lines or hashes.
	 */
	private static final int LONGEST_SEARCH = 1000;

	private IncidentQueryParameters() {
	}

	/**
	 * Parse the view that an address asks for.
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	public static IncidentQuery parse(MultiValueMap<String, String> parameters) {
		Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
		Map<Facet, Set<String>> excluded = new EnumMap<>(Facet.class);
		for (Facet facet : Facet.values()) {
			for (FilterValue value : filterValues(parameters, facet.parameter())) {
				(value.excluded() ? excluded : wanted).computeIfAbsent(facet, (first) -> new LinkedHashSet<>())
					.add(value.value());
			}
		}
		TimeRange created = RangeParameters.parseCreated(parameters);
		return new IncidentQuery(wanted, excluded, terms(parameters), RangeParameters.parse(parameters, created),
				created, order(parameters), page(parameters), size(parameters));
	}

	/**
	 * Return the address of a view.
	 * @param path the address without its query
	 */
	public static String address(String path, IncidentQuery query) {
		String parameters = pairs(query).stream()
			.map((pair) -> pair.name() + "=" + URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return parameters.isEmpty() ? path : path + "?" + parameters;
	}

	/**
	 * Return the parameters of a view's address, in a fixed order.
	 */
	public static List<Pair> pairs(IncidentQuery query) {
		List<Pair> pairs = new ArrayList<>();
		for (Facet facet : Facet.values()) {
			add(pairs, facet, query.filters().getOrDefault(facet, Set.of()), false);
			add(pairs, facet, query.excluded().getOrDefault(facet, Set.of()), true);
		}
		if (!query.terms().isEmpty()) {
			pairs.add(new Pair("q", SearchTerms.write(query.terms())));
		}
		pairs.addAll(RangeParameters.pairs(query.range(), query.created()));
		if (!query.order().equals(IncidentOrder.DEFAULT)) {
			pairs.add(new Pair("sort", query.order().parameter()));
		}
		if (query.size() != IncidentQuery.DEFAULT.size()) {
			pairs.add(new Pair("size", Integer.toString(query.size())));
		}
		if (query.page() > 1) {
			pairs.add(new Pair("page", Integer.toString(query.page())));
		}
		return pairs;
	}

	private static void add(List<Pair> pairs, Facet facet, Set<String> values, boolean excluded) {
		values.stream()
			.sorted()
			.forEach((value) -> pairs.add(new Pair(facet.parameter(), new FilterValue(value, excluded).write())));
	}

	private static List<FilterValue> filterValues(MultiValueMap<String, String> parameters, String name) {
		List<FilterValue> values = values(parameters, name).stream().map(FilterValue::parse).distinct().toList();
		if (values.size() > IncidentQuery.MOST_VALUES) {
			throw new BadParameterException(name, "at most " + IncidentQuery.MOST_VALUES + " different values");
		}
		return values;
	}

	private static List<SearchTerm> terms(MultiValueMap<String, String> parameters) {
		List<String> texts = values(parameters, "q");
		if (texts.stream().mapToInt(String::length).sum() > LONGEST_SEARCH) {
			throw new BadParameterException("q", "at most " + LONGEST_SEARCH + " characters");
		}
		List<SearchTerm> terms = texts.stream().flatMap((text) -> SearchTerms.parse(text).stream()).distinct().toList();
		if (terms.size() > IncidentQuery.MOST_WORDS) {
			throw new BadParameterException("q", "at most " + IncidentQuery.MOST_WORDS + " different words");
		}
		return terms;
	}

	private static IncidentOrder order(MultiValueMap<String, String> parameters) {
		String name = first(parameters, "sort");
		return (name == null) ? IncidentOrder.DEFAULT : IncidentOrder.of(name)
			.orElseThrow(() -> new BadParameterException("sort",
					"one of updated, created, severity, priority, attention, name, alerts, assets, id and assignee, "
							+ "with a leading - for descending"));
	}

	private static int page(MultiValueMap<String, String> parameters) {
		String value = first(parameters, "page");
		if (value == null) {
			return 1;
		}
		if (!value.matches("0*[1-9][0-9]*")) {
			throw new BadParameterException("page", "a number from 1");
		}
		String digits = value.replaceFirst("^0+", "");
		return (digits.length() < 7) ? Integer.parseInt(digits) : LAST_PAGE;
	}

	private static int size(MultiValueMap<String, String> parameters) {
		String value = first(parameters, "size");
		return (value == null) ? IncidentQuery.DEFAULT.size()
				: SIZES.stream()
					.filter((size) -> size.toString().equals(value))
					.findFirst()
					.orElseThrow(() -> new BadParameterException("size", "one of 25, 50, 100 and 200"));
	}

	/**
	 * Return the first value of a parameter that is not blank.
	 * @return the value, or {@code null} when there is none
	 */
	public static @Nullable String first(MultiValueMap<String, String> parameters, String name) {
		List<String> values = values(parameters, name);
		return values.isEmpty() ? null : values.get(0);
	}

	private static List<String> values(MultiValueMap<String, String> parameters, String name) {
		return parameters.getOrDefault(name, List.of())
			.stream()
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	/**
	 * A parameter.
	 *
	 * @param name its name
	 * @param value its value, not encoded
	 */
	public record Pair(String name, String value) {
	}

}
