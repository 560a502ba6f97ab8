package io.watchfloor.defender.json;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a whole number. One that does not fit in a {@code long}, and anything that is no
 * number, is read as absent.
 */
final class LenientLongDeserializer extends StdDeserializer<Long> {

	private static final long serialVersionUID = 1L;

	private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

	private final @Nullable Long absent;

	/**
	 * Create a deserializer.
	 * @param absent what is read for an absent number: {@code null}, or 0 for a primitive
	 */
	LenientLongDeserializer(@Nullable Long absent) {
		super(Long.class);
		this.absent = absent;
	}

	@Override
	public @Nullable Long deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token.isNumeric() || token == JsonToken.VALUE_STRING) {
			return parse(parser.getString().strip());
		}
		parser.skipChildren();
		return this.absent;
	}

	private @Nullable Long parse(String text) {
		try {
			if (WHOLE.matcher(text).matches()) {
				return Long.valueOf(text);
			}
			double number = Double.parseDouble(text);
			return (Math.abs(number) < Long.MAX_VALUE) ? Long.valueOf((long) number) : this.absent;
		}
		catch (NumberFormatException ex) {
			return this.absent;
		}
	}

	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		return this.absent;
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		return this.absent;
	}

}
