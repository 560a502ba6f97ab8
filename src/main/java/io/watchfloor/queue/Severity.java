package io.watchfloor.queue;

import java.util.Locale;

/**
 * The severity of an incident or an alert. The API may add words to its enumeration: an
 * unknown word is kept as it came and is the lowest.
 *
 * @param level its place among the severities
 * @param word the API's word as it came; {@code UnSpecified} where it sent none, because
 * Microsoft Graph has one word for both
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public record Severity(Level level, String word) {

	/**
	 * The highest severity.
	 */
	public static final Severity HIGH = of("High");

	private static final String UNSPECIFIED = "UnSpecified";

	/**
	 * Return the severity that a word of the API stands for.
	 * @param word the word, in any case; empty for none
	 * @return the severity
	 */
	public static Severity of(String word) {
		return new Severity(switch (word.toLowerCase(Locale.ROOT)) {
			case "informational" -> Level.INFORMATIONAL;
			case "low" -> Level.LOW;
			case "medium" -> Level.MEDIUM;
			case "high" -> Level.HIGH;
			default -> Level.OTHER;
		}, word.isEmpty() ? UNSPECIFIED : word);
	}

	/**
	 * Return whether it is high.
	 * @return whether the level is {@link Level#HIGH}
	 */
	public boolean isHigh() {
		return this.level == Level.HIGH;
	}

	/**
	 * The severities in ascending order.
	 */
	public enum Level {

		/** No word, or an unknown one. */
		OTHER,
		/** Informational. */
		INFORMATIONAL,
		/** Low. */
		LOW,
		/** Medium. */
		MEDIUM,
		/** High. */
		HIGH

	}

}
