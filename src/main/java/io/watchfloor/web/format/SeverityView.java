package io.watchfloor.web.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.watchfloor.queue.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A severity as a page prints it.
 *
 * @param label the word
 * @param level {@code high}, {@code medium}, {@code low}, {@code informational} or
 * {@code unknown}: what style classes end in, never a word that came from outside
 * @param rank 4 for high down to 0 for an unknown word
 */
public record SeverityView(String label, String level, int rank) {

	/**
	 * The severities from the worst down, each under its own name.
	 */
	public static final List<SeverityView> WORST_FIRST = Stream.of("High", "Medium", "Low", "Informational")
		.map(SeverityView::of)
		.toList();

	/**
	 * Return a severity as a page prints it.
	 * @param word the API's word, or {@code null} where it sent none
	 * @return the severity; one that is not known under the word as it came
	 */
	public static SeverityView of(@Nullable String word) {
		Severity.Level level = Severity.of((word != null) ? word : "").level();
		if (level == Severity.Level.OTHER) {
			return new SeverityView(Terms.of(word, "Unspecified"), "unknown", 0);
		}
		String style = level.name().toLowerCase(Locale.ROOT);
		return new SeverityView(StringUtils.capitalize(style), style, level.ordinal());
	}

}
