package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an answer of the token endpoint that is no error by its name.
 */
class TokenErrorFuzz {

	@FuzzTest(maxDuration = "2m")
	void error(byte[] input) {
		SpoiltSignIns.tokenError(input);
	}

}
