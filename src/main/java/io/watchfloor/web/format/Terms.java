package io.watchfloor.web.format;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Spells the API's enumerated words as people write them. Enumerations are open: a word
 * that is not known here is shown as it came.
 *
 * @see <a href= "https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public final class Terms {

	private static final Map<String, String> SPECIAL = Map.ofEntries(Map.entry("Apt", "APT"),
			Map.entry("UnsupportedOs", "Unsupported OS"), Map.entry("MultiStagedAttack", "Multi-stage attack"),
			Map.entry("LineOfBusinessApplication", "Line-of-business application"),
			Map.entry("InformationalExpectedActivity", "Informational, expected activity"),
			Map.entry("NotAvailable", "Not set"), Map.entry("UnSpecified", "Unspecified"),
			Map.entry("NoEnoughDataToValidate", "Not enough data to validate"),
			Map.entry("InsufficientData", "Not enough data to validate"));

	/**
	 * Kinds of evidence whose words have capitals within.
	 */
	private static final Map<String, String> KINDS = Map.of("IoTDevice", "IoT device", "Dns", "DNS name", "Nic",
			"Network interface", "SasToken", "SAS token", "GitHubOrganization", "GitHub organization", "GitHubRepo",
			"GitHub repository", "GitHubUser", "GitHub user", "OauthApplication", "OAuth application", "AiAgent",
			"AI agent");

	private static final Set<String> SPELLED_OUT = Set.of("InProgress", "AwaitingAction", "TruePositive",
			"FalsePositive", "SecurityPersonnel", "SecurityTesting", "UnwantedSoftware", "MaliciousUserActivity",
			"CompromisedAccount", "CompromisedUser", "ConfirmedActivity", "ConfirmedUserActivity", "NotMalicious",
			"NotEnoughDataToValidate", "PolicyViolator", "UnsupportedAlertType", "PendingApproval", "PendingResource",
			"PartiallyInvestigated", "PartiallyRemediated", "SuccessfullyRemediated", "FullyRemediated",
			"TerminatedByUser", "TerminatedBySystem", "SuppressedAlert", "PreexistingAlert", "InnerFailure",
			"NoThreatsFound", "SuspiciousActivity", "NotSupported", "NotUpdated", "NoThreatFound", "NotFound",
			"InitialAccess", "ResourceDevelopment", "PrivilegeEscalation", "DefenseEvasion", "DefenseImpairment",
			"CredentialAccess", "LateralMovement", "CommandAndControl", "DataLossPrevention", "ThreatManagement");

	private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private Terms() {
	}

	/**
	 * Spell a word of an open enumeration.
	 * @param word the API's word
	 * @return the word as people write it, or {@code null} when there is none
	 */
	public static @Nullable String of(@Nullable String word) {
		if (word == null || !SPELLED_OUT.contains(word)) {
			return (word != null) ? SPECIAL.getOrDefault(word, ForeignText.line(word)) : null;
		}
		return spaced(word);
	}

	private static String spaced(String word) {
		String spaced = NEXT_WORD.matcher(word).replaceAll(" ").toLowerCase(Locale.ROOT);
		return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
	}

	/**
	 * Spell the word for a kind of evidence, also one that is not known here.
	 * @param kind the API's word, such as {@code KubernetesCluster}; not blank
	 * @return such as {@code Kubernetes cluster}
	 */
	public static String kind(String kind) {
		return ForeignText.lineOr(KINDS.getOrDefault(kind, spaced(kind.strip())), "");
	}

	/**
	 * Spell what people judged an incident or an alert to be. The API says
	 * {@code Unknown}, or nothing, until somebody has judged.
	 * @param word the API's word
	 * @return the text to show
	 */
	public static String classification(@Nullable String word) {
		String term = IncidentSummary.UNCLASSIFIED.equalsIgnoreCase(word) ? null : of(word);
		return (term != null) ? term : "Not classified";
	}

	/**
	 * Spell a word of an open enumeration that may be missing.
	 * @param word the API's word
	 * @param otherwise the text to show if there is no word
	 * @return the text to show
	 */
	public static String of(@Nullable String word, String otherwise) {
		String term = of(word);
		return (term != null) ? term : otherwise;
	}

}
