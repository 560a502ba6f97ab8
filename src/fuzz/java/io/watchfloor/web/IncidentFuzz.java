package io.watchfloor.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an incident that can be read and not be shown.
 */
class IncidentFuzz {

	@FuzzTest(maxDuration = "2m")
	void incidents(byte[] input) {
		SpoiltRequests.pages(input);
	}

}
