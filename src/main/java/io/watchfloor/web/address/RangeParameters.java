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

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.web.address.IncidentQueryParameters.Pair;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Converts between the ranges of a view and the parameters {@code range}, {@code from},
 * {@code to}, {@code createdFrom} and {@code createdTo} of an address.
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
	 * Parse the range of creations that an address asks for.
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	public static TimeRange parseCreated(MultiValueMap<String, String> parameters) {
		return TimeRange.between(time(parameters, "createdFrom"), time(parameters, "createdTo"));
	}

	/**
	 * Parse the range that an address asks for beside a range of creations. If it asks
	 * for none, that is all since the first creation: nothing changed before it was
	 * created.
	 * @throws BadParameterException when a parameter has a value that it cannot take
	 */
	static TimeRange parse(MultiValueMap<String, String> parameters, TimeRange created) {
		boolean named = IncidentQueryParameters.first(parameters, "range") != null;
		TimeRange range = parse(parameters);
		return (!named && range.equals(TimeRange.DEFAULT)) ? implied(created) : range;
	}

	/**
	 * Return whether a view has the range that it would have if its address named none.
	 */
	public static boolean isImplied(IncidentQuery query) {
		return query.range().equals(implied(query.created()));
	}

	/**
	 * Return a view of any creation, and of the default range where the creations implied
	 * another.
	 */
	public static IncidentQuery withoutCreated(IncidentQuery query) {
		IncidentQuery rest = query.withCreated(TimeRange.ANY);
		return isImplied(query) ? rest.with(TimeRange.DEFAULT) : rest;
	}

	private static TimeRange implied(TimeRange created) {
		return (created.from() != null) ? TimeRange.between(created.from(), null) : TimeRange.DEFAULT;
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
	 * Return the parameters of a range and of the creations beside it; none for what they
	 * are anyway.
	 */
	static List<Pair> pairs(TimeRange range, TimeRange created) {
		List<Pair> pairs = new ArrayList<>();
		if (!range.equals(implied(created))) {
			String name = name(range);
			if (name != null) {
				pairs.add(new Pair("range", name));
			}
			add(pairs, "from", range.from());
			add(pairs, "to", range.to());
		}
		add(pairs, "createdFrom", created.from());
		add(pairs, "createdTo", created.to());
		return pairs;
	}

	private static void add(List<Pair> pairs, String name, @Nullable Instant time) {
		if (time != null) {
			pairs.add(new Pair(name, time.toString()));
		}
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
