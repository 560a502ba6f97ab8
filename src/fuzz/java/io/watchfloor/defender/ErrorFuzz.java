package io.watchfloor.defender;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an error of the API that breaks out of its message or its bounds.
 */
class ErrorFuzz {

	@FuzzTest(maxDuration = "2m")
	void error(byte[] input) {
		SpoiltAnswers.error(input);
	}

}
