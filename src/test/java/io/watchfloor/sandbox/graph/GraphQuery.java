package io.watchfloor.sandbox.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The options of a call of a list.
 *
 * @param filter which elements, as it came
 * @param order in which order, as it came; {@code null} for the newest created first
 * @param count whether to tell how many there are
 * @param expand whether to bring the alerts of incidents along
 * @param skip how many to pass over
 * @param skipToken the skip token, as it came
 * @param top how many to give
 */
record GraphQuery(@Nullable String filter, @Nullable String order, boolean count, boolean expand, int skip,
		@Nullable String skipToken, int top) {

	private static final Set<String> ORDERS = Stream.of("createdDateTime", "lastUpdateDateTime")
		.flatMap((property) -> Stream.of(property, property + " asc", property + " desc"))
		.collect(Collectors.toUnmodifiableSet());

	/**
	 * Read the options of a call.
	 * @param list which list it calls
	 * @throws io.watchfloor.sandbox.defender.ApiError with 400 on anything that Graph
	 * does not document for the list
	 */
	static GraphQuery of(Map<String, String[]> parameters, GraphList list) {
		parameters.forEach((name, values) -> check(name, values, list));
		String order = value(parameters, "$orderby");
		if (order != null && !ORDERS.contains(order)) {
			throw GraphErrors.badRequest("Could not order by '" + order + "'.");
		}
		String skipToken = value(parameters, "$skiptoken");
		if (skipToken != null && parameters.containsKey("$skip")) {
			throw GraphErrors.badRequest("$skip and $skiptoken exclude each other.");
		}
		return new GraphQuery(value(parameters, "$filter"), order, count(value(parameters, "$count")),
				expand(value(parameters, "$expand")), number(parameters, "$skip", 0, 0, list.largestSkip()), skipToken,
				number(parameters, "$top", list.usualTop(), 1, list.largestTop()));
	}

	/**
	 * Read what a call of one incident asks for.
	 * @return whether to bring its alerts along
	 */
	static boolean expand(Map<String, String[]> parameters) {
		parameters.forEach((name, values) -> {
			if (!name.equals("$expand") || values.length > 1) {
				throw GraphErrors.badRequest("The query option '" + name + "' is not allowed.");
			}
		});
		return expand(value(parameters, "$expand"));
	}

	/**
	 * The query string of the page behind this one, without its skip token.
	 */
	String text() {
		StringBuilder text = new StringBuilder("$top=" + this.top);
		if (this.filter != null) {
			text.append("&$filter=").append(encoded(this.filter));
		}
		if (this.order != null) {
			text.append("&$orderby=").append(encoded(this.order));
		}
		if (this.count) {
			text.append("&$count=true");
		}
		if (this.expand) {
			text.append("&$expand=alerts");
		}
		return text.toString();
	}

	private static void check(String name, String[] values, GraphList list) {
		if (!list.options().contains(name)) {
			throw GraphErrors.badRequest("The query option '" + name + "' is not allowed.");
		}
		if (values.length > 1) {
			throw GraphErrors.badRequest("Query option '" + name + "' was specified more than once.");
		}
	}

	private static boolean count(@Nullable String value) {
		if (value != null && !value.equals("true") && !value.equals("false")) {
			throw GraphErrors.badRequest("Invalid value '" + value + "' for $count query option.");
		}
		return "true".equals(value);
	}

	private static boolean expand(@Nullable String value) {
		if (value != null && !value.equals("alerts")) {
			throw GraphErrors.badRequest("Could not find a property named '" + value + "'.");
		}
		return value != null;
	}

	private static @Nullable String value(Map<String, String[]> parameters, String name) {
		String[] values = parameters.get(name);
		return (values != null) ? values[0] : null;
	}

	private static int number(Map<String, String[]> parameters, String name, int otherwise, int least, int most) {
		String value = value(parameters, name);
		if (value == null) {
			return otherwise;
		}
		long number = value.matches("\\d{1,9}") ? Long.parseLong(value) : -1;
		if (number < least || number > most) {
			throw GraphErrors.badRequest("Invalid value '" + value + "' for " + name + " query option.");
		}
		return (int) number;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
