package io.watchfloor.queue;

import java.util.Comparator;

/**
 * How urgently an incident needs a person, and why. A pure function of the incident and
 * of who looks when. The first {@link Rule} that holds ranks it.
 *
 * @param rule the rule that holds
 * @param reason the reason in a phrase, such as "High, unassigned for 5 h"
 */
public record Attention(Rule rule, String reason) {

	/**
	 * Judge an incident.
	 * @param summary the incident
	 * @param viewpoint who looks, and when
	 * @return its place in the ranking, with the reason
	 */
	public static Attention of(IncidentSummary summary, Viewpoint viewpoint) {
		Rule rule = Rule.of(summary, viewpoint);
		return new Attention(rule, rule.reason(summary, viewpoint));
	}

	/**
	 * The ranking, what needs a person most first.
	 */
	static Comparator<IncidentSummary> order(Viewpoint viewpoint) {
		return Comparator.comparing((summary) -> Rule.of(summary, viewpoint));
	}

	/**
	 * The rules, most urgent first.
	 */
	public enum Rule {

		/** High and still active after the time that one may wait. */
		OVERDUE,

		/** High and nobody's. */
		HIGH_UNASSIGNED,

		/** High and owned by whoever looks. */
		HIGH_MINE,

		/** Medium and nobody's. */
		MEDIUM_UNASSIGNED,

		/** Any other open one that is nobody's. */
		UNASSIGNED,

		/** Resolved, and nobody said what it was. */
		UNCLASSIFIED,

		/** The rest. */
		REST;

		static Rule of(IncidentSummary summary, Viewpoint viewpoint) {
			return REST;
		}

		private String reason(IncidentSummary summary, Viewpoint viewpoint) {
			return "";
		}

	}

}
