package io.watchfloor.sandbox.defender;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What a call of the list asks for.
 *
 * @param filter which incidents
 * @param filterText the filter as it came
 * @param skip how many to pass over
 * @param top how many to give
 */
record ListQuery(Predicate<StoredIncident> filter, @Nullable String filterText, int skip, int top) {

	/**
	 * The largest page, and the one that who names none gets.
	 */
	static final int LARGEST_PAGE = 100;

	/**
	 * Read the parameters of a call.
	 * @throws ApiError with 400 on anything that the API does not know
	 */
	static ListQuery of(Map<String, String[]> parameters) {
		parameters.forEach(ListQuery::check);
		String filter = value(parameters, "$filter");
		return new ListQuery((filter != null) ? IncidentFilter.parse(filter) : (incident) -> true, filter,
				number(parameters, "$skip", 0, 0, Integer.MAX_VALUE),
				number(parameters, "$top", LARGEST_PAGE, 1, LARGEST_PAGE));
	}

	/**
	 * The query string of the page behind this one.
	 */
	String next() {
		String next = "$skip=" + (this.skip + this.top) + "&$top=" + this.top;
		return (this.filterText != null)
				? next + "&$filter=" + URLEncoder.encode(this.filterText, StandardCharsets.UTF_8).replace("+", "%20")
				: next;
	}

	private static void check(String name, String[] values) {
		switch (name) {
			case "$top", "$skip", "$filter" -> {
				if (values.length > 1) {
					throw ApiError.odata("Query option '" + name + "' was specified more than once");
				}
			}
			default -> throw name.startsWith("$") ? ApiError.odata("The query option '" + name + "' is not allowed")
					: ApiError.badRequest("The query parameter '" + name + "' is not known");
		}
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
			throw ApiError.invalidInput("Invalid value '" + value + "' for query option '" + name + "'");
		}
		return (int) number;
	}

}
