package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for claims that sign in somebody without an identity, or break the sign-in.
 */
class IdTokenClaimsFuzz {

	@FuzzTest(maxDuration = "2m")
	void claims(byte[] input) {
		SpoiltIdTokens.claims(input);
	}

}
