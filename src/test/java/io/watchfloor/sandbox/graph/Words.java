package io.watchfloor.sandbox.graph;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An enumeration of Graph's: the words that it has, and how it says what the Defender API
 * says in another word. Most words differ in their first letter only.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations">Evolvable
 * enumerations</a>
 */
enum Words {

	STATUS(Set.of("active", "resolved", "inProgress", "redirected"), Set.of("awaitingAction"), Map.of()),

	ALERT_STATUS(Set.of("unknown", "new", "inProgress", "resolved"), Set.of(), Map.of()),

	SEVERITY(Set.of("unknown", "informational", "low", "medium", "high"), Set.of(), Map.of("UnSpecified", "unknown"),
			"unknown"),

	CLASSIFICATION(Set.of("unknown", "falsePositive", "truePositive", "informationalExpectedActivity"), Set.of(),
			Map.of()),

	DETERMINATION(
			Set.of("unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other",
					"multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious",
					"notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication"),
			Set.of(),
			Map.of("NotAvailable", "unknown", "Clean", "notMalicious", "NoEnoughDataToValidate",
					"notEnoughDataToValidate", "InsufficientData", "notEnoughDataToValidate", "CompromisedUser",
					"compromisedAccount", "ConfirmedUserActivity", "confirmedActivity")),

	SERVICE_SOURCE(
			Set.of("unknown", "microsoftDefenderForEndpoint", "microsoftDefenderForIdentity",
					"microsoftDefenderForCloudApps", "microsoftDefenderForOffice365", "microsoft365Defender",
					"azureAdIdentityProtection", "microsoftAppGovernance", "dataLossPrevention"),
			Set.of("microsoftDefenderForCloud", "microsoftSentinel", "microsoftInsiderRiskManagement",
					"microsoftThreatIntelligence"),
			Map.of("MicrosoftDefenderATP", "microsoftDefenderForEndpoint", "OfficeATP", "microsoftDefenderForOffice365",
					"AzureATP", "microsoftDefenderForIdentity", "MicrosoftCloudAppSecurity",
					"microsoftDefenderForCloudApps", "AzureADIdentityProtection", "azureAdIdentityProtection",
					"AadIdentityProtection", "azureAdIdentityProtection"),
			"unknown"),

	DETECTION_SOURCE(Set.of("unknown", "microsoftDefenderForEndpoint", "antivirus", "smartScreen", "customTi",
			"microsoftDefenderForOffice365", "automatedInvestigation", "microsoftThreatExperts", "customDetection",
			"microsoftDefenderForIdentity", "cloudAppSecurity", "microsoft365Defender", "azureAdIdentityProtection",
			"manual", "microsoftDataLossPrevention", "appGovernancePolicy", "appGovernanceDetection"),
			Set.of("microsoftDefenderForCloud", "microsoftDefenderForServers", "microsoftSentinel", "nrtAlerts",
					"scheduledAlerts", "builtInMl", "microsoftThreatIntelligence", "microsoftInsiderRiskManagement"),
			Map.of("WindowsDefenderAtp", "microsoftDefenderForEndpoint", "WindowsDefenderAv", "antivirus", "OfficeATP",
					"microsoftDefenderForOffice365", "AzureATP", "microsoftDefenderForIdentity", "MCAS",
					"cloudAppSecurity", "AzureDefenderForServers", "microsoftDefenderForServers")),

	VERDICT(Set.of("unknown", "suspicious", "malicious", "noThreatsFound"), Set.of(), Map.of(), "unknown"),

	REMEDIATION(Set.of("none", "remediated", "prevented", "blocked", "notFound"),
			Set.of("active", "pendingApproval", "declined", "unremediated", "running", "partiallyRemediated"), Map.of(),
			"none"),

	ROLE(Set.of("unknown", "contextual", "scanned", "source", "destination", "created", "added", "compromised",
			"edited", "attacked", "attacker", "commandAndControl", "loaded", "suspicious", "policyViolator"), Set.of(),
			Map.of()),

	DEVICE_HEALTH(Set.of("active", "inactive", "impairedCommunication", "noSensorData",
			"noSensorDataImpairedCommunication", "unknown"), Set.of(), Map.of()),

	DEVICE_RISK(Set.of("none", "informational", "low", "medium", "high"), Set.of(), Map.of()),

	ANTIVIRUS(Set.of("notReporting", "disabled", "notUpdated", "updated", "unknown", "notSupported"), Set.of(),
			Map.of()),

	ONBOARDING(Set.of("insufficientInfo", "onboarded", "canBeOnboarded", "unsupported"), Set.of(), Map.of()),

	CLOUD(Set.of("unknown", "azure"), Set.of(), Map.of());

	/**
	 * What stands for a member that the caller did not ask for.
	 */
	private static final String UNKNOWN_MEMBER = "unknownFutureValue";

	private final Set<String> members;

	private final Set<String> further;

	private final Map<String, String> otherwise;

	private final @Nullable String none;

	Words(Set<String> members, Set<String> further, Map<String, String> otherwise) {
		this(members, further, otherwise, null);
	}

	Words(Set<String> members, Set<String> further, Map<String, String> otherwise, @Nullable String none) {
		this.members = members;
		this.further = further;
		this.otherwise = otherwise;
		this.none = none;
	}

	/**
	 * Say a word of the Defender API in Graph's.
	 * @param word the word; {@code null} or empty for none
	 * @param unknownMembers whether the caller asked for the members that came later
	 * @return the word, or {@code null} where there is none and the property may be
	 * absent
	 */
	@Nullable String say(@Nullable String word, boolean unknownMembers) {
		if (word == null || word.isEmpty()) {
			return this.none;
		}
		String said = this.otherwise.getOrDefault(word, lowerCamel(word));
		return (this.members.contains(said) || unknownMembers) ? said : UNKNOWN_MEMBER;
	}

	/**
	 * Whether a filter may name a word.
	 */
	boolean knows(String word) {
		return this.members.contains(word) || this.further.contains(word);
	}

	static String lowerCamel(String word) {
		return word.matches("\\w+") ? Character.toLowerCase(word.charAt(0)) + word.substring(1) : word;
	}

}
