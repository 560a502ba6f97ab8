package io.watchfloor.sandbox.defender;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of the API: comparisons of four properties, joined by {@code and}.
 * Forms that nobody has seen to work ({@code or}, {@code ne}, {@code null}, brackets,
 * functions) are refused, and so is a quoted time.
 */
final class IncidentFilter {

	private static final Pattern COMPARISON = Pattern
		.compile("\\s*(?<property>\\w+)\\s+(?<operator>\\w+)\\s+(?<value>'(?:[^']|'')*'|[^\\s']+)\\s*");

	private static final Pattern AND = Pattern.compile("and\\s");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z");

	private static final Set<String> STATUSES = Set.of("Active", "InProgress", "Resolved", "Redirected");

	private IncidentFilter() {
	}

	/**
	 * Read a filter.
	 * @param filter the filter's text
	 * @return what decides whether an incident passes
	 * @throws ApiError with 400 when the API would not understand it
	 */
	static Predicate<StoredIncident> parse(String filter) {
		Matcher comparison = COMPARISON.matcher(filter);
		Predicate<StoredIncident> all = (incident) -> true;
		int position = 0;
		while (true) {
			comparison.region(position, filter.length());
			if (!comparison.lookingAt()) {
				throw syntaxError(filter, position);
			}
			all = all
				.and(compare(comparison.group("property"), comparison.group("operator"), comparison.group("value")));
			position = comparison.end();
			if (position == filter.length()) {
				return all;
			}
			Matcher and = AND.matcher(filter).region(position, filter.length());
			if (!and.lookingAt() || !Character.isWhitespace(filter.charAt(position - 1))) {
				throw syntaxError(filter, position);
			}
			position = and.end();
		}
	}

	private static Predicate<StoredIncident> compare(String property, String operator, String value) {
		return switch (property) {
			case "createdTime" -> time(StoredIncident::created, operator, value);
			case "lastUpdateTime" -> time(StoredIncident::lastUpdate, operator, value);
			case "status" -> status(operator, value);
			case "assignedTo" -> text(StoredIncident::assignedTo, operator, value);
			default -> throw ApiError.odata("The property '" + property + "' cannot be used in $filter");
		};
	}

	private static Predicate<StoredIncident> time(Function<StoredIncident, @Nullable Instant> property, String operator,
			String value) {
		Instant bound = time(value);
		return switch (operator) {
			case "gt" -> having(property, (time) -> time.isAfter(bound));
			case "ge" -> having(property, (time) -> !time.isBefore(bound));
			case "lt" -> having(property, (time) -> time.isBefore(bound));
			case "le" -> having(property, (time) -> !time.isAfter(bound));
			default -> throw ApiError.odata("The operator '" + operator + "' cannot be used with a time");
		};
	}

	private static Instant time(String value) {
		try {
			if (TIME.matcher(value).matches()) {
				return Instant.parse(value);
			}
		}
		catch (DateTimeParseException ex) {
			// answered below
		}
		throw ApiError.odata("A time was expected instead of " + value);
	}

	private static Predicate<StoredIncident> status(String operator, String value) {
		Predicate<StoredIncident> predicate = text(StoredIncident::status, operator, value);
		if (!STATUSES.contains(unquote(value))) {
			throw ApiError.odata(value + " is no status of an incident");
		}
		return predicate;
	}

	private static Predicate<StoredIncident> text(Function<StoredIncident, @Nullable String> property, String operator,
			String value) {
		if (!operator.equals("eq")) {
			throw ApiError.odata("The operator '" + operator + "' cannot be used with a text");
		}
		return having(property, unquote(value)::equals);
	}

	private static String unquote(String value) {
		if (!value.startsWith("'")) {
			throw ApiError.odata("A text in single quotes was expected instead of " + value);
		}
		return value.substring(1, value.length() - 1).replace("''", "'");
	}

	private static <T> Predicate<StoredIncident> having(Function<StoredIncident, @Nullable T> property,
			Predicate<T> predicate) {
		return (incident) -> {
			T value = property.apply(incident);
			return value != null && predicate.test(value);
		};
	}

	private static ApiError syntaxError(String filter, int position) {
		return ApiError.odata("Syntax error at position " + position + " in '" + filter + "'.");
	}

}
