package io.watchfloor.signin.advice;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses the {@code claims} of an error, which Conditional Access requires of the next
 * authorization request. They are foreign text that goes into an address, so they must be
 * a JSON object of bounded size.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/v2-conditional-access-dev-guide">Developer
 * guidance for Conditional Access</a>
 */
public final class ClaimsRequest {

	private static final int MAX_LENGTH = 2_048;

	private ClaimsRequest() {
	}

	/**
	 * Parse the claims of a JSON error.
	 * @param claims the object, or a text that contains it
	 * @return the object as compact JSON of at most 2,048 characters, or {@code null} if
	 * they are not such an object
	 */
	public static @Nullable String parse(JsonNode claims) {
		return claims.isString() ? parse(claims.stringValue()) : compact(claims);
	}

	/**
	 * Parse the claims of an error.
	 * @param claims the text
	 * @return the object as compact JSON of at most 2,048 characters, or {@code null} if
	 * they are not such an object
	 */
	public static @Nullable String parse(@Nullable String claims) {
		if (claims == null || claims.length() > MAX_LENGTH) {
			return null;
		}
		try {
			return compact(JsonMapper.shared().readTree(claims));
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable String compact(JsonNode node) {
		if (!node.isObject() || node.isEmpty()) {
			return null;
		}
		String json = node.toString();
		return (json.length() <= MAX_LENGTH) ? json : null;
	}

}
