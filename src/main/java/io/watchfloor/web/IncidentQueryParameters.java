package io.watchfloor.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * A view of the queue as the parameters of an address, and back. Blank values, which
 * forms send, mean nothing; what is the default is left out of an address.
 */
final class IncidentQueryParameters {

	/**
	 * The ranges by their names in an address, in order.
	 */
	static final Map<String, Duration> RANGES = ranges();

	/**
	 * How many rows a page may have.
	 */
	static final List<Integer> SIZES = List.of(25, 50, 100, 200);

	/**
	 * Pages are counted no further: there are never so many.
	 */
	private static final int LAST_PAGE = 1_000_000;

	private IncidentQueryParameters() {
	}

	/**
	 * The view that an address tells.
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	static IncidentQuery parse(MultiValueMap<String, String> parameters) {
		Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
		for (Facet facet : Facet.values()) {
			filters.put(facet, new LinkedHashSet<>(values(parameters, facet.parameter())));
		}
		List<String> words = values(parameters, "q").stream()
			.flatMap((text) -> Arrays.stream(text.split("\\s+")))
			.toList();
		return new IncidentQuery(filters, words, range(parameters), order(parameters), page(parameters),
				size(parameters));
	}

	/**
	 * The address of a view.
	 * @param path the address without its query
	 */
	static String address(String path, IncidentQuery query) {
		String parameters = pairs(query).stream()
			.map((pair) -> pair.name() + "=" + URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return parameters.isEmpty() ? path : path + "?" + parameters;
	}

	/**
	 * The parameters of a view's address, in a fixed order.
	 */
	static List<Pair> pairs(IncidentQuery query) {
		List<Pair> pairs = new ArrayList<>();
		query.filters()
			.forEach((facet, values) -> values.stream()
				.sorted()
				.forEach((value) -> pairs.add(new Pair(facet.parameter(), value))));
		if (!query.words().isEmpty()) {
			pairs.add(new Pair("q", String.join(" ", query.words())));
		}
		addRange(pairs, query.range());
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

	/**
	 * The name that a range has in an address.
	 * @return such as {@code 7d}, or {@code null} for a range between two times
	 */
	static @Nullable String name(TimeRange range) {
		return RANGES.entrySet()
			.stream()
			.filter((named) -> named.getValue().equals(range.last()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	private static void addRange(List<Pair> pairs, TimeRange range) {
		String name = name(range);
		if (name != null && !range.equals(TimeRange.DEFAULT)) {
			pairs.add(new Pair("range", name));
		}
		if (range.from() != null) {
			pairs.add(new Pair("from", range.from().toString()));
		}
		if (range.to() != null) {
			pairs.add(new Pair("to", range.to().toString()));
		}
	}

	private static TimeRange range(MultiValueMap<String, String> parameters) {
		Instant from = time(parameters, "from");
		Instant to = time(parameters, "to");
		if (from != null || to != null) {
			return TimeRange.between(from, to);
		}
		String name = first(parameters, "range");
		if (name == null) {
			return TimeRange.DEFAULT;
		}
		Duration last = RANGES.get(name);
		if (last == null) {
			throw new BadParameterException("range", "one of " + String.join(", ", RANGES.keySet()));
		}
		return TimeRange.last(last);
	}

	private static @Nullable Instant time(MultiValueMap<String, String> parameters, String name) {
		String value = first(parameters, name);
		if (value == null) {
			return null;
		}
		try {
			if (value.endsWith("Z")) {
				return Instant.parse(value);
			}
			return (value.contains("T") ? LocalDateTime.parse(value) : LocalDate.parse(value).atStartOfDay())
				.toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new BadParameterException(name, "a time in UTC such as 2026-11-23T14:00:00Z or 2026-11-23");
		}
	}

	private static IncidentOrder order(MultiValueMap<String, String> parameters) {
		String name = first(parameters, "sort");
		return (name == null) ? IncidentOrder.DEFAULT
				: IncidentOrder.of(name)
					.orElseThrow(() -> new BadParameterException("sort",
							"one of updated, created, severity, attention, name, alerts, assets, id and assignee, "
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

	private static @Nullable String first(MultiValueMap<String, String> parameters, String name) {
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

	private static Map<String, Duration> ranges() {
		Map<String, Duration> ranges = new LinkedHashMap<>();
		ranges.put("24h", Duration.ofHours(24));
		for (int days : new int[] { 3, 7, 30, 180 }) {
			ranges.put(days + "d", Duration.ofDays(days));
		}
		return ranges;
	}

	/**
	 * A parameter.
	 *
	 * @param name its name
	 * @param value its value, not encoded
	 */
	record Pair(String name, String value) {
	}

}
