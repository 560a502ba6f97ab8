package io.watchfloor.web.narrative;

import io.watchfloor.web.format.Numbers;

/**
 * The incidents that the analyst's queue has read, which is all that rarity is measured
 * against.
 *
 * @param number how many there are
 * @param complete whether these are all that the analyst asked for
 */
public record ReadIncidents(int number, boolean complete) {

	/**
	 * Return how many of them hold a value.
	 * @return such as {@code held by 3 of 3,200 incidents}, or {@code held by at least 3
	 * of 3,200 incidents} while others are still being read
	 */
	public String held(int holders) {
		return "held by " + ((this.complete) ? "" : "at least ") + Numbers.of(holders) + " of " + count();
	}

	/**
	 * Return their number in words.
	 * @return such as {@code 3,200 incidents}
	 */
	public String count() {
		return Numbers.of(this.number, "incident", "incidents");
	}

}
