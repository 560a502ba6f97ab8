package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an error at the redirect URI whose text is shown.
 */
class CallbackFuzz {

	@FuzzTest(maxDuration = "2m")
	void callback(byte[] input) {
		SpoiltSignIns.callback(input);
	}

}
