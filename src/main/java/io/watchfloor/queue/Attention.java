package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much an incident needs a person, and why. It depends on nothing but the incident
 * and the viewpoint. What is happening comes before what rots, and that before what is
 * closed; within a {@link Band} the highest score comes first, and of equal scores the
 * newest incident.
 *
 * @param band how urgent it can be at all
 * @param score from 0, for what is closed, to 100: the sum of its weights, up to 100
 * @param reason the reason in a phrase: the heaviest two weights of an open incident,
 * such as "High, unassigned for 5 h", and always a top priority by Defender
 * @see AttentionWeight
 */
public record Attention(Band band, int score, String reason) {

	/**
	 * For how long nothing happens to an incident before it counts as rotting: a weekend.
	 */
	public static final Duration SILENCE = Duration.ofDays(3);

	private static final int MOST = 100;

	private static final int MOST_REASONS = 2;

	private static final Comparator<AttentionWeight> HEAVIEST_FIRST = Comparator.comparing(AttentionWeight::points)
		.reversed()
		.thenComparing(Comparator.naturalOrder());

	/**
	 * The latest time that is told apart, well beyond the year 9999, in milliseconds
	 * since 1970.
	 */
	private static final long LATEST_MILLIS = (1L << 52) - 1;

	/**
	 * Return the attention that an incident needs.
	 * @param summary the incident
	 * @param viewpoint who looks, and when
	 * @return its band and score, with the reason
	 */
	public static Attention of(IncidentSummary summary, Viewpoint viewpoint) {
		Band band = Band.of(summary, viewpoint);
		if (!summary.isOpen()) {
			return new Attention(band, 0, closed(band, summary));
		}
		Set<AttentionWeight> weights = AttentionWeight.of(summary, viewpoint);
		List<AttentionWeight> heaviest = weights.stream().sorted(HEAVIEST_FIRST).toList();
		Stream<String> told = heaviest.stream()
			.filter((weight) -> heaviest.indexOf(weight) < MOST_REASONS || weight == AttentionWeight.TOP_PRIORITY)
			.map((weight) -> words(weight, summary, viewpoint));
		Stream<String> age = (heaviest.size() < MOST_REASONS) ? Stream.of("open" + age(summary, viewpoint))
				: Stream.empty();
		String reason = Stream.concat(told, age).collect(Collectors.joining(", "));
		return new Attention(band, score(weights), capitalized(
				(band == Band.ROTTING) ? "silent for " + silence(summary, viewpoint) + ": " + reason : reason));
	}

	/**
	 * Return a number by which incidents are sorted, the most urgent first: by band, by
	 * score, then the newest first. Times before 1970 count as 1970, and unknown ones
	 * come last.
	 */
	static long sortKey(IncidentSummary summary, Viewpoint viewpoint) {
		int score = summary.isOpen() ? score(AttentionWeight.of(summary, viewpoint)) : 0;
		long rank = Band.of(summary, viewpoint).ordinal() * (MOST + 1L) + (MOST - score);
		long created = Math.max(0, Math.min(summary.createdMillis(), LATEST_MILLIS));
		return rank * (LATEST_MILLIS + 1) + (LATEST_MILLIS - created);
	}

	/**
	 * Return whether nobody works on an open incident for longer than the limit for its
	 * severity.
	 * @param summary the incident
	 * @param viewpoint when, and with which limits
	 * @return whether it is overdue
	 */
	public static boolean isOverdue(IncidentSummary summary, Viewpoint viewpoint) {
		return AttentionWeight.isOverdue(summary, viewpoint);
	}

	private static int score(Set<AttentionWeight> weights) {
		return Math.min(MOST, weights.stream().mapToInt(AttentionWeight::points).sum());
	}

	private static String words(AttentionWeight weight, IncidentSummary summary, Viewpoint viewpoint) {
		return switch (weight) {
			case HIGH -> "high";
			case MEDIUM -> "medium";
			case LOW -> "low";
			case OTHER_SEVERITY -> "severity not stated";
			case TOP_PRIORITY, RAISED_PRIORITY -> "priority " + summary.priorityScore() + " by Defender";
			case UNASSIGNED -> "unassigned" + age(summary, viewpoint);
			case YOURS -> "yours, open" + age(summary, viewpoint);
			case HANDS_ON_KEYBOARD -> "hands on keyboard";
			case RANSOMWARE -> "ransomware";
			case ATTACK_DISRUPTION -> "attack disruption";
			case NAMED_ACTOR -> "a named threat actor";
			case CRITICAL_TAG -> "a critical tag";
			case MANY_ASSETS, SEVERAL_ASSETS -> summary.assets() + " assets";
			case RISKY_DEVICE -> "a device at high risk";
			case LATE_TACTIC, SPREADING_TACTIC, SETTLING_TACTIC, EARLY_TACTIC -> "reached " + weight.tactic(summary);
			case LAST_HOUR, LAST_HOURS, LAST_DAY -> "active " + Ages.of(lastActive(summary), viewpoint.now()) + " ago";
			case PENDING_APPROVAL -> "an action waits for approval";
			case OVERDUE -> "over the limit of " + Ages.rough(viewpoint.attention().limit(summary.severity()));
		};
	}

	private static String age(IncidentSummary summary, Viewpoint viewpoint) {
		return ((summary.created() != null) ? " for " : ", ") + Ages.of(summary.created(), viewpoint.now());
	}

	private static Instant lastActive(IncidentSummary summary) {
		return Instant.ofEpochMilli(Math.max(summary.lastActivityMillis(), summary.createdMillis()));
	}

	private static String silence(IncidentSummary summary, Viewpoint viewpoint) {
		return Ages.of(Instant.ofEpochMilli(Band.lastSign(summary)), viewpoint.now());
	}

	private static String closed(Band band, IncidentSummary summary) {
		if (summary.redirectedTo() != 0) {
			return "Merged into " + summary.redirectedTo();
		}
		if (summary.isRedirected()) {
			return "Merged into another";
		}
		return (band == Band.UNCLASSIFIED) ? "Resolved without classification" : "Resolved";
	}

	private static String capitalized(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	/**
	 * The bands, most urgent first.
	 */
	public enum Band {

		/** Open, and something happened to it of late, or it is within its limit. */
		HAPPENING,

		/** Open, over the limit for its severity, and nothing happens to it. */
		ROTTING,

		/** Resolved without a classification. */
		UNCLASSIFIED,

		/** Closed. */
		CLOSED;

		static Band of(IncidentSummary summary, Viewpoint viewpoint) {
			if (!summary.isOpen()) {
				return (!summary.isRedirected() && summary.isUnclassified()) ? UNCLASSIFIED : CLOSED;
			}
			long lastSign = lastSign(summary);
			long now = viewpoint.now().toEpochMilli();
			boolean silent = lastSign != IncidentSummary.UNKNOWN_TIME && now - lastSign > SILENCE.toMillis();
			boolean withinLimit = now
					- summary.createdMillis() <= viewpoint.attention().limit(summary.severity()).toMillis();
			return (silent && !withinLimit) ? ROTTING : HAPPENING;
		}

		private static long lastSign(IncidentSummary summary) {
			return Math.max(Math.max(summary.updatedMillis(), summary.lastActivityMillis()), summary.createdMillis());
		}

	}

}
