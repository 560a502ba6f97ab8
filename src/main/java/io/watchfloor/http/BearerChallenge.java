package io.watchfloor.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the {@code WWW-Authenticate} headers of a response with status 401 (RFC 6750,
 * section 3). There may be several, their parameters in any order.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge">Claims
 * challenges, claims requests, and client capabilities</a>
 */
public final class BearerChallenge {

	private static final int MAX_HEADER_LENGTH = 16 * 1024;

	private static final Pattern INSUFFICIENT_CLAIMS = Pattern.compile("\\berror\\s*=\\s*\"?insufficient_claims\\b");

	private static final Pattern CLAIMS = Pattern.compile("\\bclaims\\s*=\\s*\"?([A-Za-z0-9+/=_-]+)");

	private static final JsonMapper JSON = new JsonMapper();

	private BearerChallenge() {
	}

	/**
	 * Return the claims that Conditional Access requires of the next sign-in.
	 * @param headers the values of all {@code WWW-Authenticate} headers
	 * @return the claims request as JSON, or {@code null} when the response is no claims
	 * challenge or cannot be read
	 */
	public static @Nullable String claims(List<String> headers) {
		for (String header : headers) {
			if (header.length() <= MAX_HEADER_LENGTH && INSUFFICIENT_CLAIMS.matcher(header).find()) {
				Matcher claims = CLAIMS.matcher(header);
				if (claims.find()) {
					return decode(claims.group(1));
				}
			}
		}
		return null;
	}

	/**
	 * Decode Base64 in either alphabet, with or without padding: all have been seen.
	 */
	private static @Nullable String decode(String claims) {
		try {
			String base64 = claims.replace('-', '+').replace('_', '/').replace("=", "");
			String json = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
			return JSON.readTree(json).isObject() ? json : null;
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return null;
		}
	}

}
