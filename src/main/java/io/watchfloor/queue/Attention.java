package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * How urgently an incident needs a person, and why. A pure function of the incident and
 * of who looks when: the first {@link Rule} that holds ranks it. It starts from the rules
 * of Microsoft's own queue-health assessment: nothing unassigned, nothing high active for
 * too long, nothing resolved without a classification.
 *
 * @param rule the rule that holds
 * @param reason the reason in a phrase, such as "High, unassigned for 5 h"
 * @see <a href=
 * "https://github.com/microsoft/zerotrustassessment/pull/1387">Test-Assessment.41061</a>
 */
public record Attention(Rule rule, String reason) {

	/**
	 * Well beyond the year 9999.
	 */
	private static final long LATEST = (1L << 52) - 1;

	/**
	 * Judge an incident.
	 * @param summary the incident
	 * @param viewpoint who looks, and when
	 * @return its place in the ranking, with the reason
	 */
	public static Attention of(IncidentSummary summary, Viewpoint viewpoint) {
		Rule rule = Rule.of(summary, viewpoint);
		return new Attention(rule, reason(rule, summary, viewpoint.now()));
	}

	/**
	 * A place in the ranking, what needs a person most first: by rule; under one rule
	 * what has waited longest, but of {@link Rule#UNCLASSIFIED} and {@link Rule#REST}
	 * what changed last. Times before 1970 count as 1970.
	 */
	static long rank(IncidentSummary summary, Viewpoint viewpoint) {
		Rule rule = Rule.of(summary, viewpoint);
		long age = (rule.waits()) ? time(summary.createdMillis()) : LATEST - time(summary.updatedMillis());
		return rule.ordinal() * (LATEST + 1) + age;
	}

	private static long time(long millis) {
		return Math.max(0, Math.min(millis, LATEST));
	}

	private static String reason(Rule rule, IncidentSummary summary, Instant now) {
		String age = Ages.rough(Duration.between(summary.created(), now));
		return switch (rule) {
			case OVERDUE -> "High, " + ((summary.isAssigned()) ? "active" : "unassigned") + " for " + age;
			case HIGH_UNASSIGNED -> "High, unassigned for " + age;
			case HIGH_MINE -> "High and yours, open for " + age;
			case MEDIUM_UNASSIGNED -> "Medium, unassigned for " + age;
			case UNASSIGNED -> "Unassigned for " + age;
			case UNCLASSIFIED -> "Resolved without classification";
			case REST -> rest(summary, age);
		};
	}

	private static String rest(IncidentSummary summary, String age) {
		if (summary.isOpen()) {
			return "Assigned, open for " + age;
		}
		if (summary.redirectedTo() != 0) {
			return "Merged into " + summary.redirectedTo();
		}
		return (summary.isRedirected()) ? "Merged into another" : "Resolved";
	}

	/**
	 * The rules, most urgent first.
	 */
	public enum Rule {

		/** High and still active after the time that it may wait. */
		OVERDUE,

		/** High, open and nobody's. */
		HIGH_UNASSIGNED,

		/** High, open and owned by whoever looks. */
		HIGH_MINE,

		/** Medium, open and nobody's. */
		MEDIUM_UNASSIGNED,

		/** Open and nobody's, of any other severity. */
		UNASSIGNED,

		/** Resolved, and nobody said what it was. */
		UNCLASSIFIED,

		/** Everything else. */
		REST;

		public static Rule of(IncidentSummary summary, Viewpoint viewpoint) {
			if (!summary.isOpen()) {
				return (!summary.isRedirected() && summary.isUnclassified()) ? UNCLASSIFIED : REST;
			}
			boolean high = summary.severity().isHigh();
			if (high && isOverdue(summary, viewpoint)) {
				return OVERDUE;
			}
			if (summary.isAssigned()) {
				return (high && summary.assignedTo().equalsIgnoreCase(viewpoint.analyst())) ? HIGH_MINE : REST;
			}
			if (high) {
				return HIGH_UNASSIGNED;
			}
			return (summary.severity().level() == Severity.Level.MEDIUM) ? MEDIUM_UNASSIGNED : UNASSIGNED;
		}

		private static boolean isOverdue(IncidentSummary summary, Viewpoint viewpoint) {
			return summary.status().stage() == Status.Stage.ACTIVE
					&& viewpoint.now().toEpochMilli() - summary.createdMillis() > viewpoint.activeLimit().toMillis();
		}

		private boolean waits() {
			return compareTo(UNCLASSIFIED) < 0;
		}

	}

}
