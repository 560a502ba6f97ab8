package io.watchfloor.defender;

import java.time.Clock;

/**
 * A budget for tests of other rooms.
 */
public final class SampleBudget {

	private SampleBudget() {
	}

	/**
	 * A budget of Defender's usual size, of which nothing is used.
	 */
	public static CallBudget unused(Clock clock) {
		return new CallBudget(50, 1500, clock);
	}

}
