package io.watchfloor.web.format;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DefenderWordsTests {

	@ParameterizedTest
	@CsvSource({ "AzureADIdentityProtection, Entra ID Protection", "AzureAdIdentityProtection, Entra ID Protection",
			"azureAdIdentityProtection, Entra ID Protection", "microsoftDefenderForEndpoint, Defender for Endpoint",
			"CustomTI, Custom threat indicators", "SomethingNew, SomethingNew" })
	void aProductHasOneNameHoweverTheApiCapitalizesItsWord(String word, String name) {
		assertThat(ProductNames.of(word)).isEqualTo(name);
	}

	/**
	 * The words of both sources, in the spelling of the Defender API.
	 */
	@ParameterizedTest
	@CsvSource({ "AwaitingAction, Awaiting action", "NoThreatsFound, No threats found", "NotFound, Not found",
			"PendingApproval, Pending approval", "PartiallyRemediated, Partially remediated",
			"Unremediated, Unremediated", "CommandAndControl, Command and control", "PolicyViolator, Policy violator",
			"MultiStagedAttack, Multi-stage attack", "MaliciousUserActivity, Malicious user activity",
			"CompromisedAccount, Compromised account", "CompromisedUser, Compromised user",
			"UnwantedSoftware, Unwanted software", "SecurityTesting, Security testing",
			"LineOfBusinessApplication, Line-of-business application", "ConfirmedActivity, Confirmed activity",
			"ConfirmedUserActivity, Confirmed user activity", "NotMalicious, Not malicious",
			"NoEnoughDataToValidate, Not enough data to validate", "InsufficientData, Not enough data to validate",
			"NotEnoughDataToValidate, Not enough data to validate", "NotAvailable, Not set" })
	void everyWordIsSpelledAsPeopleWriteIt(String word, String spelled) {
		assertThat(Terms.of(word)).isEqualTo(spelled);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MicrosoftDefenderForEndpoint", "MicrosoftDefenderATP", "MicrosoftDefenderForOffice365",
			"OfficeATP", "MicrosoftDefenderForIdentity", "AzureATP", "MicrosoftCloudAppSecurity",
			"MicrosoftDefenderForCloudApps", "Microsoft365Defender", "AzureADIdentityProtection",
			"AadIdentityProtection", "MicrosoftAppGovernance", "DataLossPrevention", "MicrosoftDefenderForCloud",
			"MicrosoftSentinel", "MicrosoftThreatIntelligence", "MicrosoftInsiderRiskManagement", "NrtAlerts",
			"ScheduledAlerts", "BuiltInMl", "MicrosoftDefenderForAIServices", "MicrosoftDefenderForApiManagement",
			"SecurityCopilot", "CloudAppSecurity", "MicrosoftThreatExperts", "Manual" })
	void everyProductAndSensorHasAName(String word) {
		assertThat(ProductNames.of(word)).isNotEqualTo(word);
	}

	@ParameterizedTest
	@CsvSource({ "KubernetesCluster, Kubernetes cluster", "IoTDevice, IoT device", "Dns, DNS name",
			"GitHubRepo, GitHub repository", "ServicePrincipal, Service principal", "Quantum, Quantum" })
	void aKindOfEvidenceIsSpelledInWords(String kind, String spelled) {
		assertThat(Terms.kind(kind)).isEqualTo(spelled);
	}

	@Test
	void everyTacticIsSpelledInWordsWhereverItStands() {
		assertThat(Arrays.stream(Tactic.values()).map(DefenderWordsTests::word).map(Terms::of))
			.containsExactlyElementsOf(Arrays.stream(Tactic.values()).map(Tactic::label).toList());
	}

	/**
	 * Return the API's word for a tactic, such as {@code CommandAndControl}.
	 */
	private static String word(Tactic tactic) {
		StringBuilder word = new StringBuilder();
		for (String part : tactic.label().split(" ")) {
			word.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
		}
		return word.toString();
	}

}
