package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for something that is taken for an ID token and was not signed by the tenant.
 */
class IdTokenFuzz {

	@FuzzTest(maxDuration = "2m")
	void token(byte[] input) {
		SpoiltIdTokens.token(input);
	}

}
