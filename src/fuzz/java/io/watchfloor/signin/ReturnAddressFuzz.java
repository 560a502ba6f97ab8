package io.watchfloor.signin;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an address to return to that is another origin.
 */
class ReturnAddressFuzz {

	@FuzzTest(maxDuration = "2m")
	void address(byte[] input) {
		SpoiltSignIns.returnAddress(input);
	}

}
