package io.watchfloor.defender;

/**
 * The urgency of a list call, most urgent first, with its shares of the spare calls in
 * the {@link CallBudget}.
 */
public enum Urgency {

	/**
	 * Reads the first page of a queue that holds nothing yet. Always due.
	 */
	FIRST(1, 1),

	/**
	 * Reads news for a person who waits for the page. Due in its reader's turn.
	 */
	AWAITED(0.80, 0.15),

	/**
	 * Reads news for an open page that polls. Due in its reader's turn, and never made
	 * before.
	 */
	POLL(0, 0),

	/**
	 * Reads what belongs to news that was read a moment ago, such as its alerts, or
	 * confirms what would otherwise be dropped. Always due, but the reader's next turn
	 * comes later for it.
	 */
	FOLLOWING(1, 1),

	/**
	 * Reads the next page further back in the range. Never due.
	 */
	FURTHER(0.60, 0.65),

	/**
	 * Reads again what is held, to find incidents that are gone. Never due.
	 */
	SWEEP(0.10, 0.20);

	private final double minuteShare;

	private final double hourShare;

	Urgency(double minuteShare, double hourShare) {
		this.minuteShare = minuteShare;
		this.hourShare = hourShare;
	}

	/**
	 * Return the share of a minute's spare calls that may be used before a call of this
	 * urgency has to wait.
	 * @return the share, from 0 to 1; 0 for a call that is only made when it is due
	 */
	double minuteShare() {
		return this.minuteShare;
	}

	/**
	 * Return the share of an hour's spare calls that calls of this urgency may use.
	 * @return the share, from 0 to 1; 0 for a call that is only made when it is due
	 */
	double hourShare() {
		return this.hourShare;
	}

}
