package io.watchfloor.defender;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for a page of incidents that is not read and no failure by its name either.
 */
class PageFuzz {

	@FuzzTest(maxDuration = "2m")
	void page(byte[] input) {
		SpoiltAnswers.list(input);
	}

}
