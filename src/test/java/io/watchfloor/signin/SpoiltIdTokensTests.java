package io.watchfloor.signin;

import java.util.List;

import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * ID tokens that are mutated at random, in the same way in every run.
 */
@Timeout(120)
@IntegrationTest
class SpoiltIdTokensTests {

	@Test
	void nothingIsTakenForATokenButWhatTheTenantSigned() {
		new Mutations(SpoiltIdTokens.tokens()).tryOut(5_000, SpoiltIdTokens::token);
	}

	@Test
	void whateverTheTenantSignedSignsInSomebodyWithAnIdentityOrNobody() {
		new Mutations(List.of(SpoiltIdTokens.CLAIMS, "{}", "null", "[]")).tryOut(2_000, SpoiltIdTokens::claims);
	}

}
