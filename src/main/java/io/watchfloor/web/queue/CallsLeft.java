package io.watchfloor.web.queue;

import io.watchfloor.defender.CallBudget;
import io.watchfloor.web.format.Numbers;

/**
 * Describes how many calls to Defender are left for all analysts together.
 */
final class CallsLeft {

	/**
	 * The header with the calls that are left. A 304 has it too.
	 */
	static final String HEADER = "X-Calls-Left";

	private CallsLeft() {
	}

	/**
	 * Return the calls in words, such as {@code 43 this minute, 1,312 this hour}.
	 */
	static String text(CallBudget.Left left) {
		return Numbers.of(left.thisMinute()) + " this minute, " + Numbers.of(left.thisHour()) + " this hour";
	}

}
