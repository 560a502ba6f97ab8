package io.watchfloor.web.format;

import org.jspecify.annotations.Nullable;

/**
 * A status as a page prints it.
 *
 * @param label the word
 * @param style {@code new}, {@code active}, {@code in-progress}, {@code resolved},
 * {@code redirected} or {@code other}: a style class, never a word that came from outside
 */
public record StatusView(String label, String style) {

	public static StatusView of(@Nullable String status) {
		String style = switch ((status != null) ? status : "") {
			case "New" -> "new";
			case "Active" -> "active";
			case "InProgress" -> "in-progress";
			case "Resolved" -> "resolved";
			case "Redirected" -> "redirected";
			default -> "other";
		};
		return new StatusView(Terms.of(status, "No status"), style);
	}

}
