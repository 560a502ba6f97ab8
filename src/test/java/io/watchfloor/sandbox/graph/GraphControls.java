package io.watchfloor.sandbox.graph;

import java.time.Clock;

import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Quota;

/**
 * The hand that a test has on what only the pretend Microsoft Graph does. Everything else
 * is in {@link DefenderControls}, whose {@code reset()} puts this back as well.
 */
public final class GraphControls {

	/**
	 * The member in which an incident or an alert of the tenant holds what only Graph
	 * tells of it, by Graph's names, such as {@code {"priorityScore": 99}}.
	 */
	public static final String ONLY_GRAPH = "@graph";

	/**
	 * How many calls a minute are granted unless a test says otherwise. Microsoft
	 * publishes no limit for incidents.
	 */
	private static final int CALLS_A_MINUTE = 100;

	private final Clock clock;

	private final SkipTokens skipTokens;

	private volatile Quota quota;

	private volatile boolean largeTenant;

	private volatile boolean partial;

	GraphControls(Clock clock, DefenderControls controls) {
		this.clock = clock;
		this.skipTokens = new SkipTokens(clock);
		this.quota = quota(CALLS_A_MINUTE);
		controls.onReset(this::reset);
	}

	/**
	 * Let the tenant be as large as those for which Graph fails on a list that is
	 * filtered and brings its alerts along: every such call is answered with 500. What
	 * lies behind the first 500 incidents is not to be had by {@code $skip} either.
	 * @param large whether it is
	 */
	public void largeTenant(boolean large) {
		this.largeTenant = large;
	}

	/**
	 * Let a part of what stands behind Graph fail: answers have the status 206 and a
	 * warning.
	 * @param partial whether it fails
	 */
	public void partial(boolean partial) {
		this.partial = partial;
	}

	/**
	 * Let the links to further pages that were given so far lead nowhere. By itself a
	 * link lasts ten minutes.
	 */
	public void expireSkipTokens() {
		this.skipTokens.expire();
	}

	/**
	 * Grant so many calls a minute of any kind, as long as the quota holds (see
	 * {@link DefenderControls#quota}).
	 * @param calls how many
	 */
	public void callsPerMinute(int calls) {
		this.quota = quota(calls);
	}

	boolean largeTenant() {
		return this.largeTenant;
	}

	boolean partial() {
		return this.partial;
	}

	SkipTokens skipTokens() {
		return this.skipTokens;
	}

	Quota quota() {
		return this.quota;
	}

	private Quota quota(int callsPerMinute) {
		return new Quota(this.clock, callsPerMinute, Integer.MAX_VALUE - 1);
	}

	private void reset() {
		this.largeTenant = false;
		this.partial = false;
		this.quota = quota(CALLS_A_MINUTE);
	}

}
