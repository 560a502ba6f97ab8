package io.watchfloor.defender.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a string. The API sends an empty one where it means null, so a blank one is read
 * as {@code null}; a number or a boolean is read as its text; an object or an array is
 * read as {@code null}. A text of more than a million characters makes the incident
 * unreadable.
 */
final class LenientStringDeserializer extends StdDeserializer<String> {

	private static final long serialVersionUID = 1L;

	/**
	 * The longest texts of real incidents are some thousand characters.
	 */
	private static final int MAX_LENGTH = 1_000_000;

	LenientStringDeserializer() {
		super(String.class);
	}

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_STRING) {
			String text = parser.getString();
			if (text.length() > MAX_LENGTH) {
				return context.reportInputMismatch(this, "A text is longer than %d characters", MAX_LENGTH);
			}
			return text.isBlank() ? null : text;
		}
		if (token.isScalarValue()) {
			return parser.getString();
		}
		parser.skipChildren();
		return null;
	}

}
