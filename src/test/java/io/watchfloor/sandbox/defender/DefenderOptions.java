package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.time.Duration;

/**
 * What the pretend Defender API holds and how it behaves.
 *
 * @param incidents how many incidents are generated, 0 or more
 * @param extras whether the published, hand-written and odd incidents are there as well
 * @param hostile whether the hostile ones are, with the other extras
 * @param seed equal seeds and clocks give equal incidents
 * @param clock what the time is
 * @param changeEvery how often something changes by itself; zero for never
 * @param quota whether calls over the API's limits answer 429
 */
public record DefenderOptions(int incidents, boolean extras, boolean hostile, long seed, Clock clock,
		Duration changeEvery, boolean quota) {

	/**
	 * Options for a test: everything there, nothing changes unless asked to, no quota.
	 * @param incidents how many incidents are generated
	 * @param clock what the time is
	 * @return the options
	 */
	public static DefenderOptions still(int incidents, Clock clock) {
		return new DefenderOptions(incidents, true, true, 20261123, clock, Duration.ZERO, false);
	}

	/**
	 * Options for a person who looks around: incidents come and change every few seconds,
	 * and the quota holds.
	 * @param incidents how many incidents are generated
	 * @return the options
	 */
	public static DefenderOptions lively(int incidents) {
		return new DefenderOptions(incidents, true, true, 20261123, Clock.systemUTC(), Duration.ofSeconds(5), true);
	}

	/**
	 * The same without the published, hand-written, odd and hostile incidents.
	 * @return the options
	 */
	public DefenderOptions withoutExtras() {
		return new DefenderOptions(this.incidents, false, false, this.seed, this.clock, this.changeEvery, this.quota);
	}

	/**
	 * The same with or without the hostile incidents.
	 * @param there whether they are there
	 * @return the options
	 */
	public DefenderOptions withHostile(boolean there) {
		return new DefenderOptions(this.incidents, this.extras, there, this.seed, this.clock, this.changeEvery,
				this.quota);
	}

	/**
	 * The same with the quota on or off.
	 * @param on whether calls over the API's limits answer 429
	 * @return the options
	 */
	public DefenderOptions withQuota(boolean on) {
		return new DefenderOptions(this.incidents, this.extras, this.hostile, this.seed, this.clock, this.changeEvery,
				on);
	}

}
