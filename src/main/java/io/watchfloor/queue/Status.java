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
	 * The status of an incident that was merged into another.
	 */
	public static final Status REDIRECTED = of("Redirected");

	/**
	 * The status of an incident that nobody works on yet.
	 */
	public static final Status ACTIVE = of("Active");

	/**
	 * The API's words for open incidents. It may use others, but filters by these.
	 */
	public static final List<String> OPEN_WORDS = List.of("Active", "InProgress");

	/**
	 * Return the status that a word of the API stands for.
	 * @param word the word, in any case; empty for none
	 * @return the status
	 */
	public static Status of(String word) {
		return new Status(switch (word.toLowerCase(Locale.ROOT)) {
			case "active" -> Stage.ACTIVE;
			case "inprogress" -> Stage.IN_PROGRESS;
			case "resolved" -> Stage.RESOLVED;
			case "redirected" -> Stage.REDIRECTED;
			default -> Stage.OTHER;
		}, word, valuesWhileOpen(word));
	}

	private static List<String> valuesWhileOpen(String word) {
		if (word.isEmpty() || word.equalsIgnoreCase(Facet.OPEN)) {
			return List.of(Facet.OPEN);
		}
		return List.of(word, Facet.OPEN);
	}

	/**
	 * Return whether an incident of this status is open, unless it was merged into
	 * another.
	 * @return whether the status is neither {@link Stage#RESOLVED} nor
	 * {@link Stage#REDIRECTED}, so that a word which the API adds counts as open
	 */
	public boolean isOpen() {
		return this.stage != Stage.RESOLVED && this.stage != Stage.REDIRECTED;
	}

	/**
	 * Return whether somebody has closed an incident of this status.
	 * @return whether the stage is {@link Stage#RESOLVED}
	 */
	public boolean isResolved() {
		return this.stage == Stage.RESOLVED;
	}

	/**
	 * The stages that filters and attention depend on.
	 */
	public enum Stage {

		/** Nobody works on it yet. */
		ACTIVE,
		/** Somebody works on it. */
		IN_PROGRESS,
		/** Closed. */
		RESOLVED,
		/** Merged into another incident. */
		REDIRECTED,
		/** Any other word, or none. */
		OTHER

	}

}
