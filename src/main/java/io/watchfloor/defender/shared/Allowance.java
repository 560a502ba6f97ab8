package io.watchfloor.defender.shared;

/**
 * How much of a limit for all nodes one of them may use.
 *
 * @param part the part, more than 0 and at most 1
 * @param ofTheRest whether the part is of what the calls in the log leave, because other
 * nodes do not hear of this one's calls; otherwise it is of all, for the log has all
 * calls
 */
record Allowance(double part, boolean ofTheRest) {

	static final Allowance ALL = new Allowance(1, false);

	private static final double ROUNDING = 1e-9;

	/**
	 * Return the most calls of all nodes that may be known in a window.
	 * @param limit the most that all nodes may make, at least 1
	 * @param inLog how many of those that are known stand in the log, from 0; matters
	 * only where the part is of what these leave
	 * @return the number, at least 1
	 */
	int of(int limit, int inLog) {
		int taken = this.ofTheRest ? inLog : 0;
		return Math.max(1, taken + (int) Math.floor(Math.max(0, limit - taken) * this.part + ROUNDING));
	}

}
