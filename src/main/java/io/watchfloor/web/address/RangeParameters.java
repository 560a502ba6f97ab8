package io.watchfloor.web.address;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.address.IncidentQueryParameters.Pair;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Converts between the range of a view and the parameters {@code range}, {@code from} and
 * {@code to} of an address.
 */
public final class RangeParameters {

	/**
	 * The ranges by their names in an address, in order.
	 */
	public static final Map<String, Duration> NAMES = ranges();

	/**
	 * The name of {@link TimeRange#ANY}.
	 */
	public static final String ANY = "any";

	/**
	 * The first time that is too late to be accepted: times beyond it would not fit in
	 * milliseconds.
	 */
	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	private RangeParameters() {
	}

	/**
	 * Parse the range that an address asks for. The parameters {@code from} and
	 * {@code to} take precedence over {@code range}.
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	public static TimeRange parse(MultiValueMap<String, String> parameters) {
		Instant from = time(parameters, "from");
		Instant to = time(parameters, "to");
		if (from != null || to != null) {
			return TimeRange.between(from, to);
		}
		String name = IncidentQueryParameters.first(parameters, "range");
		if (name == null) {
			return TimeRange.DEFAULT;
		}
		if (name.equals(ANY)) {
			return TimeRange.ANY;
		}
		Duration last = NAMES.get(name);
		if (last == null) {
			throw new BadParameterException("range", "one of " + String.join(", ", NAMES.keySet()) + ", " + ANY);
		}
		return TimeRange.last(last);
	}

	/**
	 * Parse the time that a parameter holds.
	 * @return the time, or {@code null} when there is none
	 * @throws BadParameterException when it is no time
	 */
	public static @Nullable Instant time(MultiValueMap<String, String> parameters, String name) {
		String value = IncidentQueryParameters.first(parameters, name);
		if (value == null) {
			return null;
		}
		try {
			Instant time = time(value);
			if (!time.isBefore(Instant.EPOCH) && time.isBefore(LAST)) {
				return time;
			}
		}
		catch (DateTimeException ex) {
			// refused below
		}
		throw new BadParameterException(name, "a time in UTC such as 2026-11-23T14:00:00Z or 2026-11-23");
	}

	private static Instant time(String value) {
		if (value.endsWith("Z")) {
			return Instant.parse(value);
		}
		return (value.contains("T") ? LocalDateTime.parse(value) : LocalDate.parse(value).atStartOfDay())
			.toInstant(ZoneOffset.UTC);
	}

	/**
	 * Return the parameters of a range; none for the default.
	 */
	static List<Pair> pairs(TimeRange range) {
		List<Pair> pairs = new ArrayList<>();
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
		return pairs;
	}

	/**
	 * Return the name of a range in an address.
	 * @return such as {@code 7d}, or {@code null} for a range between two times
	 */
	public static @Nullable String name(TimeRange range) {
		if (range.equals(TimeRange.ANY)) {
			return ANY;
		}
		return NAMES.entrySet()
			.stream()
			.filter((named) -> named.getValue().equals(range.last()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return a range in words.
	 * @return such as {@code Last 7 days}, or {@code null} for a range between two times
	 */
	public static @Nullable String words(TimeRange range) {
		String name = name(range);
		if (name == null) {
			return null;
		}
		return name.equals(ANY) ? "Any time" : "Last " + name.replace("24h", "24 hours").replace("d", " days");
	}

	private static Map<String, Duration> ranges() {
		Map<String, Duration> ranges = new LinkedHashMap<>();
		ranges.put("24h", Duration.ofHours(24));
		for (int days : new int[] { 3, 7, 30, 180 }) {
			ranges.put(days + "d", Duration.ofDays(days));
		}
		return ranges;
	}

}
