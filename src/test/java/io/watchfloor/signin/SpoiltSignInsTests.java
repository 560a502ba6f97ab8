package io.watchfloor.signin;

import java.util.List;

import io.watchfloor.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Input from Entra or a browser that is mutated at random, in the same way in every run.
 */
@Timeout(120)
class SpoiltSignInsTests {

	private static final String DESCRIPTION = "AADSTS65001: The user has not consented. Trace ID: "
			+ "0a1b2c3d-0000-4000-8000-00000000000a Correlation ID: 0a1b2c3d-0000-4000-8000-00000000000b "
			+ "Timestamp: 2026-11-23 10:00:00Z";

	private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

	@Test
	void noErrorAtTheRedirectUriShowsItsText() {
		new Mutations(List.of("access_denied", "invalid_grant", DESCRIPTION, "server_error " + DESCRIPTION))
			.tryOut(10_000, SpoiltSignIns::callback);
	}

	@Test
	void everyAnswerThatIsNoTokenIsAnErrorByItsName() {
		new Mutations(List.of(
				"{\"error\":\"invalid_grant\",\"error_description\":\"" + DESCRIPTION
						+ "\",\"error_codes\":[65001],\"claims\":\"" + CLAIMS.replace("\"", "\\\"") + "\"}",
				"{\"error\":\"interaction_required\",\"claims\":" + CLAIMS + "}", "{\"error\":\"\"}",
				"{\"error\":\" \"}", "<html>gateway</html>", ""))
			.tryOut(5_000, SpoiltSignIns::tokenError);
	}

	@Test
	void claimsAreAnObjectOfBoundedLengthOrNothing() {
		new Mutations(List.of(CLAIMS, "{}", "{\"a\":[1,2,{\"b\":null}]}")).tryOut(10_000, SpoiltSignIns::claimsRequest);
	}

	@Test
	void noAccessTokenKeepsItsPageFromBeingMade() {
		new Mutations(List.of(
				"eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOlsiYSIsImIiXSwic2NwIjoiSW5jaWRlbnQuUmVhZCIsImV4cCI6MTc5NTAwMDAwMH0.c2ln",
				"eyJhbGciOiJub25lIn0.e30.", "EwAoA8l6BAAU", "a.b.c.d.e"))
			.tryOut(10_000, SpoiltSignIns::accessToken);
	}

	@Test
	void noAddressToComeBackToIsAnotherOrigin() {
		new Mutations(List.of("/incidents?q=a&severity=High", "/", "//evil.example", "/\\evil.example", "/a;b/../c"))
			.tryOut(10_000, SpoiltSignIns::returnAddress);
	}

}
