package io.watchfloor.signin.check;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The claims of a signed JWT, read without verifying its signature. Texts are shortened
 * and free of control characters.
 */
public final class TokenClaims {

	private static final int MAX_TOKEN = 65_536;

	private static final int MAX_VALUE = 256;

	private static final int MAX_VALUES = 20;

	private final JsonNode payload;

	private TokenClaims(JsonNode payload) {
		this.payload = payload;
	}

	/**
	 * Read the claims of a token.
	 * @param token the token
	 * @return its claims, or {@code null} if it is not a signed JWT; an encrypted one has
	 * five parts and is not
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515, compact
	 * serialization</a>
	 */
	static @Nullable TokenClaims read(String token) {
		String[] parts = (token.length() <= MAX_TOKEN) ? token.split("\\.", -1) : new String[0];
		if (parts.length != 3 || !isObject(parts[0])) {
			return null;
		}
		JsonNode payload = decode(parts[1]);
		return (payload != null && payload.isObject()) ? new TokenClaims(payload) : null;
	}

	private static boolean isObject(String part) {
		JsonNode node = decode(part);
		return node != null && node.isObject();
	}

	private static @Nullable JsonNode decode(String part) {
		try {
			byte[] json = Base64.getUrlDecoder().decode(part);
			return JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return the name of the first of several claims that has a text.
	 * @return one of the names, the first if none has a text
	 */
	String first(String... names) {
		return Arrays.stream(names).filter((name) -> !text(name).isEmpty()).findFirst().orElse(names[0]);
	}

	/**
	 * Return the text of a claim.
	 * @return at most 256 characters, empty if there is none
	 */
	String text(String name) {
		JsonNode node = this.payload.path(name);
		return node.isString() ? display(node.stringValue()) : "";
	}

	/**
	 * Return how many values a claim has.
	 * @return the length of the list, 0 if it is none
	 */
	int count(String name) {
		JsonNode node = this.payload.path(name);
		return node.isArray() ? node.size() : 0;
	}

	/**
	 * Return the texts of a claim that is one text or a list of them.
	 * @return at most 20 texts
	 */
	List<String> texts(String name) {
		JsonNode node = this.payload.path(name);
		return (node.isArray() ? node.valueStream() : List.of(node).stream()).filter(JsonNode::isString)
			.map((text) -> display(text.stringValue()))
			.limit(MAX_VALUES)
			.toList();
	}

	/**
	 * Return the words of a claim such as {@code scp}, which are separated by spaces.
	 */
	List<String> words(String name) {
		String text = this.payload.path(name).stringValue("");
		return Arrays.stream(text.split("\\s+")).filter((word) -> !word.isEmpty()).map(TokenClaims::display).toList();
	}

	/**
	 * Return the time of a claim in seconds since 1970.
	 * @return the time, or {@code null} if it is none
	 */
	@Nullable Instant time(String name) {
		JsonNode node = this.payload.path(name);
		if (!node.isNumber()) {
			return null;
		}
		try {
			return Instant.ofEpochSecond(node.asLong());
		}
		catch (DateTimeException | JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return foreign text in a form that is safe to show.
	 * @param text the text
	 * @return at most 256 characters, without those that control a terminal or change the
	 * reading direction
	 */
	public static String display(String text) {
		String bounded = text.substring(0, Math.min(text.length(), MAX_VALUE));
		return bounded.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "");
	}

}
