package io.watchfloor.defender;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a string. The API sends an empty one where it means null, so a blank one is read
 * as {@code null}; a number or a boolean is read as its text; an object or an array is
 * read as {@code null}.
 */
final class LenientStringDeserializer extends StdDeserializer<String> {

	private static final long serialVersionUID = 1L;

	LenientStringDeserializer() {
		super(String.class);
	}

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_STRING) {
			String text = parser.getString();
			return text.isBlank() ? null : text;
		}
		if (token.isScalarValue()) {
			return parser.getString();
		}
		parser.skipChildren();
		return null;
	}

}
