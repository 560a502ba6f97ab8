package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an access token that keeps its page from being made.
 */
class AccessTokenFuzz {

	@FuzzTest(maxDuration = "2m")
	void token(byte[] input) {
		SpoiltSignIns.accessToken(input);
	}

}
