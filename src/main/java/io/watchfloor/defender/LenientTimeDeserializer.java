package io.watchfloor.defender;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a time with 0 to 9 fractional digits. A time without a zone is UTC. Anything else
 * is read as {@code null}, and so is the year 1, which .NET writes for a missing time.
 */
final class LenientTimeDeserializer extends StdDeserializer<Instant> {

	private static final long serialVersionUID = 1L;

	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	LenientTimeDeserializer() {
		super(Instant.class);
	}

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			parser.skipChildren();
			return null;
		}
		Instant time = parse(parser.getString().strip());
		return (time != null && time.isAfter(EARLIEST) && time.isBefore(LATEST)) ? time : null;
	}

	private static @Nullable Instant parse(String text) {
		try {
			if (text.endsWith("Z")) {
				return Instant.parse(text);
			}
			boolean hasOffset = text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
			return hasOffset ? OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
