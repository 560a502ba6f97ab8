package io.watchfloor.web.export;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for an incident that can be read and not be exported.
 */
class ExportFuzz {

	@FuzzTest(maxDuration = "2m")
	void exports(byte[] input) {
		SpoiltExports.exports(input);
	}

}
