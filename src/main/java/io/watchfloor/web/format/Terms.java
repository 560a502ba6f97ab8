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

	private static final Map<String, String> SPECIAL = Map.of("Apt", "APT", "UnsupportedOs", "Unsupported OS",
			"MultiStagedAttack", "Multi-stage attack", "LineOfBusinessApplication", "Line-of-business application",
			"InformationalExpectedActivity", "Informational, expected activity", "NotAvailable", "Not set",
			"UnSpecified", "Unspecified");

	private static final Set<String> SPELLED_OUT = Set.of("InProgress", "AwaitingAction", "TruePositive",
			"FalsePositive", "SecurityPersonnel", "SecurityTesting", "UnwantedSoftware", "MaliciousUserActivity",
			"CompromisedAccount", "ConfirmedActivity", "NoEnoughDataToValidate", "UnsupportedAlertType",
			"PendingApproval", "PendingResource", "PartiallyInvestigated", "PartiallyRemediated",
			"SuccessfullyRemediated", "FullyRemediated", "TerminatedByUser", "TerminatedBySystem", "SuppressedAlert",
			"PreexistingAlert", "InnerFailure", "NoThreatsFound", "SuspiciousActivity", "NotSupported", "NotUpdated",
			"NoThreatFound", "NotFound", "InitialAccess", "ResourceDevelopment", "PrivilegeEscalation",
			"DefenseEvasion", "DefenseImpairment", "CredentialAccess", "LateralMovement", "CommandAndControl",
			"DataLossPrevention", "ThreatManagement");

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
		String spaced = NEXT_WORD.matcher(word).replaceAll(" ").toLowerCase(Locale.ROOT);
		return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
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
