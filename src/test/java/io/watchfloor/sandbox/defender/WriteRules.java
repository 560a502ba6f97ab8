package io.watchfloor.sandbox.defender;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What can be written to an incident, by whichever API. It is the table of Microsoft's
 * page; whatever that leaves open is refused, so that no client relies on it.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Update incidents
 * API</a>
 */
public final class WriteRules {

	/**
	 * The page lists {@code Redirected} too. It is what Defender itself writes when it
	 * merges incidents.
	 */
	public static final Set<String> STATUSES = Set.of("Active", "InProgress", "Resolved");

	/**
	 * The limit of the portal's comment box.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/defender-xdr/manage-incidents">Manage
	 * incidents</a>
	 */
	static final int LONGEST_COMMENT = 30_000;

	private static final Map<String, Set<String>> DETERMINATIONS = Map.of("TruePositive",
			Set.of("MultiStagedAttack", "MaliciousUserActivity", "CompromisedAccount", "Malware", "Phishing",
					"UnwantedSoftware", "Other"),
			"InformationalExpectedActivity",
			Set.of("SecurityTesting", "LineOfBusinessApplication", "ConfirmedActivity", "Other"), "FalsePositive",
			Set.of("Clean", "NoEnoughDataToValidate", "Other"));

	/**
	 * The classifications that can be written. {@code Unknown} is only read.
	 */
	public static final Set<String> CLASSIFICATIONS = DETERMINATIONS.keySet();

	/**
	 * The determinations that can be written, each with some classifications only.
	 */
	public static final Set<String> ALL_DETERMINATIONS = DETERMINATIONS.values()
		.stream()
		.flatMap(Set::stream)
		.collect(Collectors.toUnmodifiableSet());

	private WriteRules() {
	}

	/**
	 * Check what a caller wants to write.
	 * @throws ApiError with 400 when it cannot be written
	 */
	static void check(IncidentWrite write) {
		require(!write.isEmpty(), "There is nothing to update");
		checkWord("status", write.status(), STATUSES);
		checkWord("classification", write.classification(), CLASSIFICATIONS);
		checkWord("determination", write.determination(), ALL_DETERMINATIONS);
		checkPair(write.classification(), write.determination());
		checkTags(write.tags());
		checkComment(write.comment());
	}

	/**
	 * Check the incident that is to be changed. What the real API does to an incident
	 * that was merged into another is not documented; the target of the merger is never
	 * written to.
	 * @throws ApiError with 400 when it cannot be changed
	 */
	static void checkTarget(StoredIncident incident) {
		require(!"Redirected".equals(incident.status()), "Incident " + incident.id() + " was merged into another");
	}

	/**
	 * Whether a determination may stand beside a classification.
	 */
	static boolean fits(String classification, @Nullable String determination) {
		return determination != null && DETERMINATIONS.getOrDefault(classification, Set.of()).contains(determination);
	}

	/**
	 * The page grants a determination only beside its classification, and does not say
	 * whether the one that the incident has already will do.
	 */
	private static void checkPair(@Nullable String classification, @Nullable String determination) {
		if (determination != null) {
			require(classification != null, "A determination takes its classification beside it");
			require(fits(String.valueOf(classification), determination),
					"The determination '" + determination + "' does not go with '" + classification + "'");
		}
	}

	private static void checkWord(String name, @Nullable String word, Set<String> words) {
		require(word == null || words.contains(word), "'" + word + "' is no value of " + name);
	}

	private static void checkTags(@Nullable List<String> tags) {
		require(tags == null || tags.stream().noneMatch(String::isBlank), "A tag has no text");
	}

	private static void checkComment(@Nullable String comment) {
		require(comment == null || !comment.isBlank(), "The comment has no text");
		require(comment == null || comment.length() <= LONGEST_COMMENT,
				"A comment has " + LONGEST_COMMENT + " characters at most");
	}

	private static void require(boolean condition, String otherwise) {
		if (!condition) {
			throw ApiError.invalidInput(otherwise);
		}
	}

}
