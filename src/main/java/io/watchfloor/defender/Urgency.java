package io.watchfloor.defender;

/**
 * How much hangs on a call, most first. The call budget serves the earlier ones better.
 */
public enum Urgency {

	/**
	 * Nothing is held yet that a page could show.
	 */
	FIRST,

	/**
	 * Somebody waits for it, who would otherwise see what is held.
	 */
	AWAITED,

	/**
	 * An open page keeps itself current.
	 */
	POLL,

	/**
	 * A step further back into the range.
	 */
	FURTHER,

	/**
	 * Another look at what is held, to find what is gone.
	 */
	SWEEP

}
