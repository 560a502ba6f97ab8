package io.watchfloor.defender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BearerChallengeTests {

	private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1?>\"}}}";

	private static final String BASE64 = Base64.getEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8));

	private static final String BASE64_URL = Base64.getUrlEncoder()
		.withoutPadding()
		.encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8));

	@Test
	void readsTheClaimsWhereverTheyStand() {
		assertThat(
				BearerChallenge.claims(
						List.of("Negotiate",
								"Bearer realm=\"\", authorization_uri=\"https://login.example/authorize\", "
										+ "error=\"insufficient_claims\", claims=\"" + BASE64 + "\"")))
			.isEqualTo(CLAIMS);
		assertThat(BearerChallenge
			.claims(List.of("Bearer claims=\"" + BASE64_URL + "\", error=\"insufficient_claims\", realm=\"x\"")))
			.isEqualTo(CLAIMS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer error=\"invalid_token\", claims=\"e30=\"",
			"Bearer error=\"insufficient_claims\"", "Bearer error=\"insufficient_claims\", claims=\"\"",
			"Bearer error=\"insufficient_claims\", claims=\"!!!\"",
			"Bearer error=\"insufficient_claims\", claims=\"bm90IGpzb24=\"",
			"Bearer error=\"insufficient_claims\", claims=\"WzFd\"" })
	void takesNothingElseForAClaimsChallenge(String header) {
		assertThat(BearerChallenge.claims(List.of(header))).isNull();
	}

	@Test
	void doesNotReadAHeaderWithoutEnd() {
		assertThat(BearerChallenge
			.claims(List.of("Bearer error=\"insufficient_claims\", claims=\"" + "A".repeat(100_000) + "\""))).isNull();
	}

}
