package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.queue.Attention;
import io.watchfloor.web.format.Times;

/**
 * The rules of the ranking by attention in words, most urgent first.
 */
final class AttentionRules {

	private AttentionRules() {
	}

	/**
	 * The rules, of which the first that holds ranks an incident.
	 * @param patience for how long a high incident may stay active
	 */
	static List<String> of(Duration patience) {
		return Stream.of(Attention.Rule.values()).map((rule) -> words(rule, patience)).toList();
	}

	private static String words(Attention.Rule rule, Duration patience) {
		return switch (rule) {
			case OVERDUE -> "High, and active for more than " + Times.exact(patience) + "; the oldest first";
			case HIGH_UNASSIGNED -> "High, open and nobody’s; the oldest first";
			case HIGH_MINE -> "High, open and yours; the oldest first";
			case MEDIUM_UNASSIGNED -> "Medium, open and nobody’s; the oldest first";
			case UNASSIGNED -> "Of any other severity, open and nobody’s; the oldest first";
			case UNCLASSIFIED -> "Resolved, and nobody said what it was; the last changed first";
			case REST -> "Everything else; the last changed first";
		};
	}

}
