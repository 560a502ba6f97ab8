package io.watchfloor.web.format;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A status as a page prints it.
 *
 * @param label the word
 * @param style {@code new}, {@code active}, {@code in-progress}, {@code resolved},
 * {@code redirected} or {@code other}: a style class, never a word that came from outside
 */
public record StatusView(String label, String style) {

	/**
	 * Return a status as a page prints it.
	 * @param status the API's word in any case, or {@code null} where it sent none
	 * @return the status; one that is not known under the word as it came
	 */
	public static StatusView of(@Nullable String status) {
		String style = switch ((status != null) ? status.toLowerCase(Locale.ROOT) : "") {
			case "new" -> "new";
			case "active" -> "active";
			case "inprogress" -> "in-progress";
			case "resolved" -> "resolved";
			case "redirected" -> "redirected";
			default -> "other";
		};
		return new StatusView(Terms.of(status, "No status"), style);
	}

}
