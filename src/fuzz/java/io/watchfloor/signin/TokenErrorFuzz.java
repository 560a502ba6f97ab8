package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for a response of the token endpoint that does not become an OAuth error.
 */
class TokenErrorFuzz {

	@FuzzTest(maxDuration = "2m")
	void error(byte[] input) {
		SpoiltSignIns.tokenError(input);
	}

}
