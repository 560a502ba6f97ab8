package io.watchfloor.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The skip tokens in links to further pages: each is good for ten minutes, for the query
 * that it came with, and for the account that it was given to.
 */
final class SkipTokens {

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final Pattern TOKEN = Pattern
		.compile("(?<skip>\\d{1,9})\\.(?<generation>\\d+)\\.(?<issued>\\d{1,12})\\.(?<query>-?\\d+)");

	private final Clock clock;

	private final AtomicInteger generation = new AtomicInteger();

	SkipTokens(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Make a token.
	 * @param skip how many lie before the page that it leads to
	 * @param query whose page it is: the query and the account
	 */
	String issue(int skip, String query) {
		String token = skip + "." + this.generation.get() + '.' + this.clock.instant().getEpochSecond() + '.'
				+ query.hashCode();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Read a token.
	 * @param token the token as it came
	 * @param query the query and the account that it came with
	 * @return how many lie before the page that it leads to
	 * @throws io.watchfloor.sandbox.defender.ApiError with 400 when it was not made here,
	 * for another query or account, or too long ago
	 */
	int redeem(String token, String query) {
		Matcher parts = TOKEN.matcher(decoded(token));
		if (!parts.matches() || !parts.group("query").equals(String.valueOf(query.hashCode()))) {
			throw GraphErrors.badRequest("The skip token is not valid for this request.");
		}
		Instant issued = Instant.ofEpochSecond(Long.parseLong(parts.group("issued")));
		if (!parts.group("generation").equals(String.valueOf(this.generation.get()))
				|| issued.plus(LIFETIME).isBefore(this.clock.instant())) {
			throw GraphErrors.badRequest("The skip token has expired.");
		}
		return Integer.parseInt(parts.group("skip"));
	}

	/**
	 * How many lie before the page that a token leads to, whether it is good or not.
	 */
	static int skipped(String token) {
		Matcher parts = TOKEN.matcher(decoded(token));
		return parts.matches() ? Integer.parseInt(parts.group("skip")) : 0;
	}

	void expire() {
		this.generation.incrementAndGet();
	}

	private static String decoded(String token) {
		try {
			return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
