package io.watchfloor.defender;

import java.util.List;

import io.watchfloor.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Answers of the API that were spoilt at random, the same in every run.
 */
@Timeout(120)
class SpoiltAnswersTests {

	private static final List<String> ERRORS = List.of(
			"Retry-After: 120\n\n{\"error\":{\"code\":\"429\",\"message\":\"API calls quota exceeded! maximum allowed 45 per 00:01:00\"}}",
			"Retry-After: Mon, 23 Nov 2026 14:00:00 GMT\n\n{\"error\":{\"code\":\"x\",\"target\":\"|a.b_c-d\"}}",
			"WWW-Authenticate: Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"\n\n{}",
			"WWW-Authenticate: Basic\nWWW-Authenticate: Bearer error=insufficient_claims,claims=e30\n\n<html>",
			"\n\n{\"error\":null}", "\n\n");

	@Test
	void noPageOfIncidentsThrowsAnythingUnexpected() {
		new Mutations(
				List.of(SpoiltAnswers.resource("/samples/list-incidents.json"), "{\"value\":[{\"incidentId\":1}]}"))
			.tryOut(3_000, SpoiltAnswers::list);
	}

	@Test
	void noSingleIncidentThrowsAnythingUnexpected() {
		new Mutations(List.of(SpoiltAnswers.resource("/incidents/story.json"),
				SpoiltAnswers.resource("/incidents/hostile.json"),
				"{\"incidentId\":1,\"alerts\":[{\"entities\":[{}]}]}"))
			.tryOut(3_000, SpoiltAnswers::get);
	}

	@Test
	void everyErrorHasANameAWaitWithinBoundsAndAMessageForTheLog() {
		new Mutations(ERRORS).tryOut(10_000, SpoiltAnswers::error);
	}

	@Test
	void everyChallengeIsAnObjectOfClaimsOrNothing() {
		new Mutations(
				List.of("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"",
						"Bearer error=insufficient_claims,claims=e30", "{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}",
						"Basic"))
			.tryOut(10_000, SpoiltAnswers::challenge);
	}

}
