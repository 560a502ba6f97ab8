package io.watchfloor.web.incident;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an incident that can be read and not be shown.
 */
class IncidentFuzz {

	@FuzzTest(maxDuration = "2m")
	void incidents(byte[] input) {
		SpoiltIncidents.pages(input);
	}

}
