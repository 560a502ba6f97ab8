package io.watchfloor.defender;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for a claims challenge that is neither a JSON object nor passed over.
 */
class ChallengeFuzz {

	@FuzzTest(maxDuration = "2m")
	void challenge(byte[] input) {
		SpoiltAnswers.challenge(input);
	}

}
