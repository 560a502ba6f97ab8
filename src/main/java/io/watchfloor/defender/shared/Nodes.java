package io.watchfloor.defender.shared;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How many nodes there are, and what part of the limits one of them may use.
 */
public final class Nodes {

	/**
	 * For how long a node counts after it was last heard of. One that fell silent may be
	 * at work on its share; after this time it is more likely to be gone.
	 */
	public static final Duration REMEMBERED = Duration.ofMinutes(1);

	/**
	 * After which time a node is silent: several times as long as it usually takes until
	 * it is heard of again.
	 */
	private static final Duration SILENT = Duration.ofSeconds(5);

	/**
	 * For how long after a log began others may come back to it with calls that it does
	 * not have. A connection that was lost is tried again at least every 30 s.
	 */
	private static final Duration EXPECTED = Duration.ofSeconds(30);

	private static final double LEAST_PART = 0.1;

	private Collection<Duration> lastHeard = List.of();

	private int before;

	/**
	 * Note that the log began afresh, and so knows of no node that has not come back yet.
	 */
	void newLog() {
		this.before = this.lastHeard.size();
	}

	/**
	 * Note how long ago each node was heard of, this one included.
	 */
	void heard(Collection<Duration> ago) {
		this.lastHeard = List.copyOf(ago);
	}

	/**
	 * Return what this node may use while it reaches the log: all but the shares of the
	 * nodes that may be at work without it. A tenth if it has just started and the log
	 * too: others may still be about to put back what they did.
	 * @param logAge for how long the log has been there
	 */
	Allowance withLog(Duration logAge) {
		if (this.before == 0 && logAge.compareTo(SILENT) < 0) {
			return new Allowance(LEAST_PART, false);
		}
		int expected = (logAge.compareTo(EXPECTED) < 0) ? expected() : 0;
		long silent = this.lastHeard.stream().filter((ago) -> ago.compareTo(SILENT) > 0).count();
		return new Allowance(1 - (double) (silent + expected) / (this.lastHeard.size() + expected), false);
	}

	/**
	 * Return how many nodes may still come: those that were there before, or, as this one
	 * has just started, one.
	 */
	private int expected() {
		return (this.before > 0) ? Math.max(0, this.before - this.lastHeard.size()) : 1;
	}

	/**
	 * Return what this node may use while it does not reach the log: its share of what is
	 * left, at most half, and a tenth if there are more than ten nodes.
	 */
	Allowance withoutLog() {
		int nodes = Math.max(2, this.lastHeard.size());
		return new Allowance(Math.max(LEAST_PART, 1.0 / nodes), true);
	}

	/**
	 * Return the number of nodes that were heard of, this one included.
	 */
	int count() {
		return this.lastHeard.size();
	}

}
