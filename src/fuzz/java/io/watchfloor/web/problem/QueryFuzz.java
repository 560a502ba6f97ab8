package io.watchfloor.web.problem;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for a query that is neither a view nor a mistake that is named.
 */
class QueryFuzz {

	@FuzzTest(maxDuration = "2m")
	void query(byte[] input) {
		SpoiltRequests.query(input);
	}

}
