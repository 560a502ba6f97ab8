package io.watchfloor.defender.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a time in any of the spellings of ISO 8601 that Microsoft's services write, with
 * 0 to 9 fractional digits and with or without seconds, or as a number: milliseconds
 * since 1970 or, where those would lie before 2000, seconds. A time without a zone is
 * UTC. Anything else is read as {@code null}, and so are the times that programs write
 * for a missing one: those before 2000, such as the years 1, 1601 and 1970, and those
 * more than a day ahead of now.
 */
final class LenientTimeDeserializer extends StdDeserializer<Instant> {

	private static final long serialVersionUID = 1L;

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	/**
	 * How far clocks may differ.
	 */
	private static final Duration AHEAD = Duration.ofDays(1);

	private static final Pattern TEXT = Pattern.compile(
			"(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?\\s*(?:([+-]\\d{2}):?(\\d{2})?|Z|z|UTC|GMT)?");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

	private final transient InstantSource clock;

	/**
	 * Create a deserializer.
	 * @param clock tells the time
	 */
	LenientTimeDeserializer(InstantSource clock) {
		super(Instant.class);
		this.clock = clock;
	}

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		Instant time = null;
		if (token == JsonToken.VALUE_STRING) {
			time = parse(parser.getString().strip());
		}
		else if (token.isNumeric()) {
			time = ofNumber(parser.getNumberValue().doubleValue());
		}
		else {
			parser.skipChildren();
		}
		return (time != null && !time.isBefore(EARLIEST) && time.isBefore(this.clock.instant().plus(AHEAD))) ? time
				: null;
	}

	private static @Nullable Instant parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			return (NUMBER.matcher(text).matches()) ? ofNumber(Double.parseDouble(text)) : null;
		}
		try {
			return OffsetDateTime
				.parse(parts.group(1) + "T" + parts.group(2) + orElse(parts.group(3), "")
						+ orElse(parts.group(4), "+00") + ":" + orElse(parts.group(5), "00"))
				.toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Instant ofNumber(double number) {
		Instant time = Instant.ofEpochMilli((long) number);
		return (time.isBefore(EARLIEST)) ? Instant.ofEpochMilli((long) (number * 1000)) : time;
	}

	private static String orElse(@Nullable String part, String other) {
		return (part != null) ? part : other;
	}

}
