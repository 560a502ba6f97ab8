package io.watchfloor.queue;

import java.time.Instant;

/**
 * How urgently an incident needs a person, and why. It depends on nothing but the
 * incident and the viewpoint: the first {@link Rule} that holds decides. The rules start
 * from those of Microsoft's own queue-health assessment: nothing unassigned, nothing high
 * active for too long, nothing resolved without a classification.
 *
 * @param rule the rule that holds
 * @param reason the reason in a phrase, such as "High, unassigned for 5 h"
 * @see <a href=
 * "https://github.com/microsoft/zerotrustassessment/pull/1387">Test-Assessment.41061</a>
 */
public record Attention(Rule rule, String reason) {

	/**
	 * The latest time that is told apart, well beyond the year 9999, in milliseconds
	 * since 1970.
	 */
	private static final long LATEST_MILLIS = (1L << 52) - 1;

	/**
	 * Return the attention that an incident needs.
	 * @param summary the incident
	 * @param viewpoint who looks, and when
	 * @return the rule that holds, with the reason
	 */
	public static Attention of(IncidentSummary summary, Viewpoint viewpoint) {
		Rule rule = Rule.of(summary, viewpoint);
		return new Attention(rule, reason(rule, summary, viewpoint.now()));
	}

	/**
	 * Return a number by which incidents are sorted, the most urgent first. It sorts by
	 * rule, then the oldest first, but under {@link Rule#UNCLASSIFIED} and
	 * {@link Rule#REST} the last changed first. Times before 1970 count as 1970, and
	 * unknown ones come last.
	 */
	static long sortKey(IncidentSummary summary, Viewpoint viewpoint) {
		Rule rule = Rule.of(summary, viewpoint);
		long byTime = (!rule.isOldestFirst()) ? LATEST_MILLIS - time(summary.updatedMillis())
				: (summary.created() != null) ? time(summary.createdMillis()) : LATEST_MILLIS;
		return rule.ordinal() * (LATEST_MILLIS + 1) + byTime;
	}

	private static long time(long millis) {
		return Math.max(0, Math.min(millis, LATEST_MILLIS));
	}

	private static String reason(Rule rule, IncidentSummary summary, Instant now) {
		Instant created = summary.created();
		String age = ((created != null) ? " for " : ", ") + Ages.of(created, now);
		return switch (rule) {
			case OVERDUE -> "High, " + ((summary.isAssigned()) ? "active" : "unassigned") + age;
			case HIGH_UNASSIGNED -> "High, unassigned" + age;
			case HIGH_MINE -> "High and yours, open" + age;
			case MEDIUM_UNASSIGNED -> "Medium, unassigned" + age;
			case UNASSIGNED -> "Unassigned" + age;
			case UNCLASSIFIED -> "Resolved without classification";
			case REST -> rest(summary, age);
		};
	}

	private static String rest(IncidentSummary summary, String age) {
		if (summary.isOpen()) {
			return "Assigned, open" + age;
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

		/**
		 * High and active, or by another word not in progress, for longer than
		 * {@link Viewpoint#activeLimit()}.
		 */
		OVERDUE,

		/** High, open and unassigned. */
		HIGH_UNASSIGNED,

		/** High, open and assigned to the analyst who looks. */
		HIGH_MINE,

		/** Medium, open and unassigned. */
		MEDIUM_UNASSIGNED,

		/** Open and unassigned, of any other severity. */
		UNASSIGNED,

		/** Resolved without a classification. */
		UNCLASSIFIED,

		/** Everything else. */
		REST;

		/**
		 * Return the first rule that holds for an incident.
		 * @param summary the incident
		 * @param viewpoint who looks, and when
		 * @return the rule
		 */
		public static Rule of(IncidentSummary summary, Viewpoint viewpoint) {
			if (!summary.isOpen()) {
				return (!summary.isRedirected() && summary.isUnclassified()) ? UNCLASSIFIED : REST;
			}
			boolean high = summary.severity().isHigh();
			if (high && isOverdue(summary, viewpoint)) {
				return OVERDUE;
			}
			if (summary.isAssigned()) {
				return (high && viewpoint.isAnalyst(summary.assignedTo())) ? HIGH_MINE : REST;
			}
			if (high) {
				return HIGH_UNASSIGNED;
			}
			return (summary.severity().level() == Severity.Level.MEDIUM) ? MEDIUM_UNASSIGNED : UNASSIGNED;
		}

		/**
		 * Return whether an open incident waits for too long. Somebody is at work on it
		 * only if its status says so; other words than Active, such as New, do not.
		 */
		private static boolean isOverdue(IncidentSummary summary, Viewpoint viewpoint) {
			return summary.status().stage() != Status.Stage.IN_PROGRESS && summary.created() != null
					&& viewpoint.now().toEpochMilli() - summary.createdMillis() > viewpoint.activeLimit().toMillis();
		}

		private boolean isOldestFirst() {
			return compareTo(UNCLASSIFIED) < 0;
		}

	}

}
