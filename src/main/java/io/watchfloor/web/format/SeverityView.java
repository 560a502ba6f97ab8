package io.watchfloor.web.format;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A severity as a page prints it.
 *
 * @param label the word
 * @param level {@code high}, {@code medium}, {@code low}, {@code informational} or
 * {@code unknown}: what style classes end in, never a word that came from outside
 * @param rank 4 for high down to 0 for an unknown word
 */
public record SeverityView(String label, String level, int rank) {

	public static SeverityView of(@Nullable String severity) {
		String label = Terms.of(severity, "Unspecified");
		return switch (label.toLowerCase(Locale.ROOT)) {
			case "high" -> new SeverityView("High", "high", 4);
			case "medium" -> new SeverityView("Medium", "medium", 3);
			case "low" -> new SeverityView("Low", "low", 2);
			case "informational" -> new SeverityView("Informational", "informational", 1);
			default -> new SeverityView(label, "unknown", 0);
		};
	}

}
