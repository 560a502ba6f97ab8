package io.watchfloor.sandbox.graph;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.defender.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of Graph: comparisons of the documented properties, joined by
 * {@code and} and {@code or}, of which {@code and} binds tighter. Brackets, functions and
 * other properties are refused, and so is a quoted time.
 */
final class GraphFilter {

	private static final Pattern COMPARISON = Pattern
		.compile("\\s*(?<property>\\w+)\\s+(?<operator>\\w+)\\s+(?<value>'(?:[^']|'')*'|[^\\s']+)");

	private static final Pattern JUNCTION = Pattern.compile("\\s+(?<word>and|or)(?=\\s)");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z");

	private GraphFilter() {
	}

	/**
	 * Read a filter.
	 * @param filter the filter's text
	 * @param properties what can be compared, by name
	 * @return what decides whether an element of the list passes
	 * @throws ApiError with 400 when Graph would not understand it
	 */
	static <T> Predicate<T> parse(String filter, Map<String, GraphProperty<T>> properties) {
		Matcher comparison = COMPARISON.matcher(filter);
		Matcher junction = JUNCTION.matcher(filter);
		Predicate<T> any = (one) -> false;
		Predicate<T> all = (one) -> true;
		int position = 0;
		while (true) {
			if (!comparison.region(position, filter.length()).lookingAt()) {
				throw syntaxError(filter, position);
			}
			all = all.and(compare(properties.get(comparison.group("property")), comparison));
			position = comparison.end();
			if (filter.substring(position).isBlank()) {
				return any.or(all);
			}
			if (!junction.region(position, filter.length()).lookingAt()) {
				throw syntaxError(filter, position);
			}
			if (junction.group("word").equals("or")) {
				any = any.or(all);
				all = (one) -> true;
			}
			position = junction.end();
		}
	}

	private static <T> Predicate<T> compare(@Nullable GraphProperty<T> property, Matcher comparison) {
		String operator = comparison.group("operator");
		String value = comparison.group("value");
		if (property == null) {
			throw GraphErrors.badRequest("Could not filter on the property '" + comparison.group("property") + "'.");
		}
		Function<T, @Nullable Instant> time = property.time();
		if (time != null) {
			return time(time, operator, value);
		}
		Function<T, @Nullable String> text = Objects.requireNonNull(property.text());
		String wanted = value.equals("null") ? null : unquote(value);
		Words words = property.words();
		if (words != null && wanted != null && !words.knows(wanted)) {
			throw GraphErrors.badRequest("Invalid filter: " + value + " is no member of the enumeration.");
		}
		return switch (operator) {
			case "eq" -> (one) -> Objects.equals(text.apply(one), wanted);
			case "ne" -> (one) -> !Objects.equals(text.apply(one), wanted);
			default -> throw GraphErrors.badRequest("The operator '" + operator + "' cannot be used with a text.");
		};
	}

	private static <T> Predicate<T> time(Function<T, @Nullable Instant> property, String operator, String value) {
		Instant bound = time(value);
		return switch (operator) {
			case "gt" -> having(property, (time) -> time.isAfter(bound));
			case "ge" -> having(property, (time) -> !time.isBefore(bound));
			case "lt" -> having(property, (time) -> time.isBefore(bound));
			case "le" -> having(property, (time) -> !time.isAfter(bound));
			case "eq" -> having(property, bound::equals);
			case "ne" -> having(property, bound::equals).negate();
			default -> throw GraphErrors.badRequest("The operator '" + operator + "' is not known.");
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
		throw GraphErrors.badRequest("Invalid filter: a time was expected instead of " + value);
	}

	private static String unquote(String value) {
		if (!value.startsWith("'")) {
			throw GraphErrors.badRequest("Invalid filter: a text in single quotes was expected instead of " + value);
		}
		return value.substring(1, value.length() - 1).replace("''", "'");
	}

	private static <T> Predicate<T> having(Function<T, @Nullable Instant> property, Predicate<Instant> predicate) {
		return (one) -> {
			Instant value = property.apply(one);
			return value != null && predicate.test(value);
		};
	}

	private static ApiError syntaxError(String filter, int position) {
		return GraphErrors
			.badRequest("Invalid filter clause: syntax error at position " + position + " in '" + filter + "'.");
	}

}
