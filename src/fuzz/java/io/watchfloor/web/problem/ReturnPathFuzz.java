package io.watchfloor.web.problem;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for a form that goes back to another host.
 */
class ReturnPathFuzz {

	@FuzzTest(maxDuration = "2m")
	void path(byte[] input) {
		SpoiltRequests.back(input);
	}

}
