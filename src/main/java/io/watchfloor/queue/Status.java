package io.watchfloor.queue;

import java.util.List;
import java.util.Locale;

/**
 * How far people are with an incident. The API's enumeration is open: a word that is not
 * known is kept as it came, and counts as open.
 *
 * @param stage what the word stands for
 * @param word the API's word as it came, empty where it sent none
 * @param valuesWhileOpen what a view's {@code status} may ask for to select an open
 * incident of this status: the word, and {@link Facet#OPEN}
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public record Status(Stage stage, String word, List<String> valuesWhileOpen) {

	/**
	 * The status of an incident that somebody has closed.
	 */
	public static final Status RESOLVED = of("Resolved");

	/**
	 * The status of an incident that waits to be worked on.
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
	 * The stages that decide something.
	 */
	public enum Stage {

		/** Waits to be worked on. */
		ACTIVE,
		/** Closed. */
		RESOLVED,
		/** Merged into another incident. */
		REDIRECTED,
		/** Any other word, or none. */
		OTHER

	}

}
