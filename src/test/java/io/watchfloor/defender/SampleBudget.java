package io.watchfloor.defender;

import java.time.Clock;

import io.watchfloor.defender.shared.SharedLedger;

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
		return of(50, 1500, clock);
	}

	/**
	 * A budget of which nothing is used.
	 * @param perMinute the most list calls in any minute
	 * @param perHour the most list calls in any hour
	 */
	public static CallBudget of(int perMinute, int perHour, Clock clock) {
		return new CallBudget(perMinute, perHour, clock);
	}

	/**
	 * A budget of which nothing is used, with one quota for lists and single incidents.
	 * @param perMinute the most calls in any minute
	 * @param perHour the most calls in any hour
	 */
	public static CallBudget ofAllCalls(int perMinute, int perHour, Clock clock) {
		return new CallBudget(perMinute, perHour, false, SharedLedger.of(clock, Call.FORMAT, null));
	}

}
