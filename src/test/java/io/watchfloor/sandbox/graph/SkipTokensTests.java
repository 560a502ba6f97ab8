package io.watchfloor.sandbox.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import io.watchfloor.sandbox.defender.ApiError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How long a skip token is good, and for what.
 */
class SkipTokensTests {

	private static final String QUERY = "$top=50 of an analyst";

	private Instant now = Instant.parse("2026-11-23T12:00:00Z");

	private final InstantSource time = () -> this.now;

	private final Clock clock = this.time.withZone(ZoneOffset.UTC);

	private final SkipTokens tokens = new SkipTokens(this.clock);

	@Test
	void aTokenLeadsOnForTenMinutes() {
		String token = this.tokens.issue(50, QUERY);
		this.now = this.now.plus(Duration.ofMinutes(10));
		assertThat(this.tokens.redeem(token, QUERY)).isEqualTo(50);
		this.now = this.now.plus(Duration.ofSeconds(1));
		refuses(token, QUERY, "expired");
	}

	@Test
	void aTokenIsGoodForItsOwnQueryOnly() {
		refuses(this.tokens.issue(50, QUERY), "$top=49 of an analyst", "not valid");
	}

	@Test
	void whatNobodyIssuedIsRefused() {
		refuses("MTAw", QUERY, "not valid");
		refuses("not base64!", QUERY, "not valid");
	}

	@Test
	void allTokensCanBeLetExpire() {
		String token = this.tokens.issue(50, QUERY);
		this.tokens.expire();
		refuses(token, QUERY, "expired");
		assertThat(this.tokens.redeem(this.tokens.issue(50, QUERY), QUERY)).isEqualTo(50);
	}

	private void refuses(String token, String query, String reason) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> this.tokens.redeem(token, query))
			.withMessageContaining(reason)
			.satisfies((error) -> assertThat(error.status()).isEqualTo(400));
	}

}
