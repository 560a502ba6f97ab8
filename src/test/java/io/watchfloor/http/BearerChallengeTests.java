package io.watchfloor.http;

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

	/**
	 * Microsoft Graph adds its id and the reason, in which words of the header may occur.
	 */
	@Test
	void readsTheClaimsOfARevokedTokenOfMicrosoftGraph() {
		String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1796025600\"}}}";
		assertThat(BearerChallenge.claims(List.of("Bearer realm=\"\", "
				+ "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
				+ "client_id=\"00000003-0000-0000-c000-000000000000\", "
				+ "errorDescription=\"Continuous access evaluation resulted in challenge with result: "
				+ "InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp\", "
				+ "error=\"insufficient_claims\", claims=\""
				+ Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\"")))
			.isEqualTo(claims);
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
