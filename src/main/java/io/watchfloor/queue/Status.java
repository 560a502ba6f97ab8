package io.watchfloor.queue;

import java.util.List;
import java.util.Locale;

/**
 * The status of an incident. The API may add words to its enumeration: an unknown word is
 * kept as it came and counts as open.
 *
 * @param stage what the word stands for
 * @param word the API's word as it came, empty where it sent none
 * @param valuesWhileOpen the values of {@link Facet#STATUS} that an open incident of this
 * status has: the word, if any, and {@link Facet#OPEN}
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public record Status(Stage stage, String word, List<String> valuesWhileOpen) {

	/**
	 * The status of an incident that somebody has closed.
	 */
	public static final Status RESOLVED = of("Resolved");

	/**
	 * The status of an incident that nobody works on yet.
	 */
	public static final Status ACTIVE = of("Active");

	/**
	 * Return the status that a word of the API stands for.
	 * @param word the word, in any case; empty for none
	 * @return the status
	 */
	public static Status of(String word) {
		return new Status(switch (word.toLowerCase(Locale.ROOT)) {
			case "active" -> Stage.ACTIVE;
			case "resolved" -> Stage.RESOLVED;
			case "redirected" -> Stage.REDIRECTED;
			default -> Stage.OTHER;
		}, word, word.isEmpty() ? List.of(Facet.OPEN) : List.of(word, Facet.OPEN));
	}

	/**
	 * The stages that filters and attention depend on.
	 */
	public enum Stage {

		/** Nobody works on it yet. */
		ACTIVE,
		/** Closed. */
		RESOLVED,
		/** Merged into another incident. */
		REDIRECTED,
		/** Any other word, or none. */
		OTHER

	}

}
