package io.watchfloor.web.triage;

import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.signin.consent.WriteAccess;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells whether the analyst who sent a request may write, and reads and writes for them.
 */
interface AnalystWrites {

	/**
	 * Return whether the analyst's token permits writing.
	 */
	WriteAccess access(HttpServletRequest request);

	/**
	 * Return the incidents as the analyst reads and writes them.
	 */
	TriagedIncidents incidents(HttpServletRequest request);

}
