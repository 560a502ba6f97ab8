package io.watchfloor.sandbox.defender;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Times as the API writes them: UTC, with as many fractional digits as are needed, 7 at
 * most.
 */
final class Times {

	private static final DateTimeFormatter FORMAT = withDigits(0, 7);

	private Times() {
	}

	static String format(Instant time) {
		return FORMAT.format(time);
	}

	/**
	 * Write a time with exactly so many fractional digits, 0 to 7.
	 */
	static String format(Instant time, int digits) {
		return withDigits(digits, digits).format(time);
	}

	/**
	 * Cut off what the API cannot write.
	 */
	static Instant toTick(Instant time) {
		Instant second = time.truncatedTo(ChronoUnit.SECONDS);
		return second.plusNanos(time.getNano() / 100 * 100L);
	}

	/**
	 * Read a property of an incident.
	 * @return the time, or {@code null} when the property is none
	 */
	static @Nullable Instant of(@Nullable JsonNode node) {
		if (node == null || !node.isString()) {
			return null;
		}
		try {
			return Instant.parse(node.asString());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static DateTimeFormatter withDigits(int least, int most) {
		DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
		if (most > 0) {
			builder.appendFraction(ChronoField.NANO_OF_SECOND, least, most, true);
		}
		return builder.appendLiteral('Z').toFormatter().withZone(ZoneOffset.UTC);
	}

}
