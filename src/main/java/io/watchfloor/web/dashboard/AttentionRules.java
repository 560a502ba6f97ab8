package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.queue.Attention;
import io.watchfloor.web.format.Times;

/**
 * Describes the rules of the ranking by attention, most urgent first.
 */
final class AttentionRules {

	private AttentionRules() {
	}

	/**
	 * Return the rules in words. The first that holds ranks an incident.
	 * @param activeLimit for how long a high incident may stay active
	 */
	static List<String> of(Duration activeLimit) {
		return Stream.of(Attention.Rule.values()).map((rule) -> words(rule, activeLimit)).toList();
	}

	private static String words(Attention.Rule rule, Duration activeLimit) {
		return switch (rule) {
			case OVERDUE -> "High and active for more than " + Times.exact(activeLimit) + "; oldest first";
			case HIGH_UNASSIGNED -> "High, open and unassigned; oldest first";
			case HIGH_MINE -> "High, open and assigned to you; oldest first";
			case MEDIUM_UNASSIGNED -> "Medium, open and unassigned; oldest first";
			case UNASSIGNED -> "Any other severity, open and unassigned; oldest first";
			case UNCLASSIFIED -> "Resolved without classification; last updated first";
			case REST -> "Everything else; last updated first";
		};
	}

}
