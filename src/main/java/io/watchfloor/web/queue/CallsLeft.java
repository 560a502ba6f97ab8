package io.watchfloor.web.queue;

import io.watchfloor.defender.CallBudget;
import io.watchfloor.web.format.Numbers;

/**
 * What is left of the calls that all analysts share, for the curious.
 */
final class CallsLeft {

	/**
	 * Tells it with every answer, also where the page itself did not change.
	 */
	static final String HEADER = "X-Calls-Left";

	private CallsLeft() {
	}

	/**
	 * In words, such as {@code 43 this minute, 1,312 this hour}.
	 */
	static String text(CallBudget.Left left) {
		return Numbers.of(left.thisMinute()) + " this minute, " + Numbers.of(left.thisHour()) + " this hour";
	}

}
