package io.watchfloor.defender.graph;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.json.LenientJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads incidents with the fields that the reference lists.
 */
class IncidentMappingTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private final JsonMapper mapper = LenientJson.mapper(InstantSource.fixed(NOW));

	@Test
	void anIncidentHasEachFieldWhereTheDefenderApiHasIt() {
		Incident incident = incident(
				"""
						{"@odata.type": "#microsoft.graph.security.incident", "id": "2972395", "redirectIncidentId": "2972001",
						 "incidentWebUrl": "https://security.microsoft.com/incident2/2972395/overview?tid=t",
						 "displayName": "Multi-stage attack", "createdDateTime": "2026-11-20T08:00:00.1234567Z",
						 "lastUpdateDateTime": "2026-11-21T09:30:00Z", "assignedTo": "ada@contoso.com", "status": "awaitingAction",
						 "severity": "medium", "classification": "truePositive", "determination": "multiStagedAttack",
						 "customTags": ["VIP"], "systemTags": ["Defender Experts"], "priorityScore": 87,
						 "description": "words", "summary": "Someone did something", "lastModifiedBy": "ada@contoso.com",
						 "resolvingComment": "done", "tenantId": "t",
						 "comments": [{"comment": "seen", "createdByDisplayName": "Ada", "createdDateTime": "2026-11-21T09:00:00Z"}]}
						""");
		assertThat(incident).isEqualTo(new Incident(2972395, 2972001L, "Multi-stage attack",
				Instant.parse("2026-11-20T08:00:00.123456700Z"), Instant.parse("2026-11-21T09:30:00Z"),
				"ada@contoso.com", "AwaitingAction", "Medium", "TruePositive", "MultiStagedAttack", null,
				List.of("VIP"), List.of(new Incident.Comment("seen", "Ada", Instant.parse("2026-11-21T09:00:00Z"))),
				List.of(), "https://security.microsoft.com/incident2/2972395/overview?tid=t", new Incident.Supplement(
						87, List.of("Defender Experts"), "Someone did something", "ada@contoso.com", "done")));
	}

	@Test
	void olderNamesNumbersAsTextsAndTypesThatAreWrongAreTaken() {
		Incident incident = incident(
				"""
						{"id": 7, "displayName": {"a": 1}, "severity": "unknown", "determination": "unknown", "status": "",
						 "tags": ["old", null, {}, 5], "priorityScore": "42", "redirectIncidentId": "none", "assignedTo": null,
						 "comments": [{"comment": "c", "createdBy": "bob@contoso.com", "createdTime": "2026-11-21T09:00:00Z"}, 3],
						 "createdDateTime": "yesterday", "alerts": "none", "novelty": [{}]}
						""");
		assertThat(incident.id()).isEqualTo(7);
		assertThat(incident.name()).isNull();
		assertThat(incident.status()).isNull();
		assertThat(incident.severity()).isEqualTo("UnSpecified");
		assertThat(incident.determination()).isEqualTo("NotAvailable");
		assertThat(incident.tags()).containsExactly("old", "5");
		assertThat(incident.supplement().priorityScore()).isEqualTo(42);
		assertThat(incident.redirectedTo()).isNull();
		assertThat(incident.created()).isNull();
		assertThat(incident.comments()).singleElement()
			.isEqualTo(new Incident.Comment("c", "bob@contoso.com", Instant.parse("2026-11-21T09:00:00Z")));
	}

	@ParameterizedTest
	@CsvSource({ "101,", "-1,", "1e400,", "99999999999,", "0, 0", "100, 100" })
	void aScoreOutOfItsRangeIsNone(String score, @Nullable Integer expected) {
		assertThat(incident("{\"id\": \"7\", \"priorityScore\": " + score + "}").supplement().priorityScore())
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "inProgress, InProgress", "microsoftDefenderForEndpoint, MicrosoftDefenderForEndpoint",
			"microsoft365Defender, Microsoft365Defender", "azureAdIdentityProtection, AzureADIdentityProtection",
			"noThreatsFound, NoThreatsFound", "commandAndControl, CommandAndControl", "antivirus, Antivirus",
			"customTi, CustomerTI", "notMalicious, Clean", "clean, Clean", "insufficientData, NoEnoughDataToValidate",
			"notEnoughDataToValidate, NoEnoughDataToValidate", "compromisedUser, CompromisedAccount",
			"confirmedUserActivity, ConfirmedActivity", "TruePositive, TruePositive", "brandNewWord, BrandNewWord",
			"'two words', 'Two words'", "javascript:alert(1), javascript:alert(1)", "nul\u0000byte, nul\u0000byte" })
	void wordsBecomeThoseOfTheDefenderApi(String word, String expected) {
		assertThat(GraphWords.word(word)).isEqualTo(expected);
	}

	@Test
	void anAlertHasEachFieldWhereTheDefenderApiHasIt() {
		Alert alert = alert(
				"""
						"id": "da637", "incidentId": "7", "providerAlertId": "p1", "serviceSource": "microsoftDefenderForOffice365",
						"detectionSource": "microsoftDefenderForOffice365", "detectorId": "d1", "status": "new", "severity": "high",
						"classification": "falsePositive", "determination": "clean", "title": "Phish", "description": "two\\nlines",
						"category": "InitialAccess", "assignedTo": "Automation", "actorDisplayName": "Sleet",
						"threatDisplayName": "Stealer", "mitreTechniques": ["T1566.002"], "recommendedActions": "Do\\tthis",
						"systemTags": ["s"], "createdDateTime": "2026-11-20T08:00:00Z", "lastUpdateDateTime": "2026-11-20T08:01:00Z",
						"resolvedDateTime": "2026-11-20T08:02:00Z", "firstActivityDateTime": "2026-11-20T07:00:00Z",
						"lastActivityDateTime": "2026-11-20T07:30:00Z", "alertWebUrl": "https://x", "productName": "y"
						""");
		assertThat(alert).isEqualTo(new Alert("da637", "MicrosoftDefenderForOffice365", "MicrosoftDefenderForOffice365",
				at("08:00"), at("08:01"), at("08:02"), at("07:00"), at("07:30"), "Phish", "two\nlines", "InitialAccess",
				"New", "High", null, null, "FalsePositive", "Clean", "d1", "p1", "Automation", "Sleet", "Stealer",
				List.of("T1566.002"), List.of(), List.of(), "Do\tthis", List.of("s")));
	}

	@Test
	void aDeviceHasEachFieldWhereTheDefenderApiHasIt() {
		Alert alert = alertWith("""
				{"@odata.type": "#microsoft.graph.security.deviceEvidence", "createdDateTime": "2026-11-20T08:00:00Z",
				 "mdeDeviceId": "m1", "azureAdDeviceId": "a1", "deviceDnsName": "pc1.contoso.com", "hostName": "pc1",
				 "osPlatform": "Windows11", "version": "23H2", "osBuild": 22631, "healthStatus": "active",
				 "riskScore": "high", "rbacGroupId": 75, "rbacGroupName": "Workstations",
				 "firstSeenDateTime": "2026-11-20T08:00:00Z", "tags": ["kiosk"], "defenderAvStatus": "notUpdated",
				 "onboardingStatus": "onboarded", "roles": ["attacked"],
				 "vmMetadata": {"vmId": "v", "cloudProvider": "azure", "resourceId": "r", "subscriptionId": "s"},
				 "loggedOnUsers": [{"accountName": "ada", "domainName": "CONTOSO"}]}
				""");
		assertThat(alert.evidence()).isEmpty();
		assertThat(alert.devices())
			.containsExactly(new Device("m1", "a1", "pc1.contoso.com", "Windows11", "23H2", null, "22631", "Active",
					"High", "Workstations", "75", at("08:00"), List.of("kiosk"), "NotUpdated", "Onboarded",
					new Device.VmMetadata("v", "Azure", "r", "s"), List.of(new Device.LoggedOnUser("ada", "CONTOSO"))));
	}

	@Test
	void anUnknownVerdictIsNone() {
		List<Evidence> evidence = alertWith("""
				{"@odata.type": "#microsoft.graph.security.ipEvidence", "verdict": "unknown"},
				{"@odata.type": "#microsoft.graph.security.processEvidence", "verdict": "unknown",
				 "imageFile": {"fileName": "powershell.exe"}},
				{"@odata.type": "#microsoft.graph.security.urlEvidence", "verdict": "noThreatsFound"}
				""").evidence();
		assertThat(evidence).extracting(Evidence::verdict).containsExactly(null, null, null, "NoThreatsFound");
	}

	@Test
	void aProcessAndItsFileAreTwoPiecesOfEvidence() {
		List<Evidence> evidence = alertWith(
				"""
						{"@odata.type": "#microsoft.graph.security.processEvidence", "createdDateTime": "2026-11-20T08:00:00Z",
						 "verdict": "malicious", "remediationStatus": "prevented", "roles": ["attacker", "unknown"],
						 "processId": 4780, "parentProcessId": "668", "processCommandLine": "powershell -enc AAA",
						 "processCreationDateTime": "2026-11-20T07:59:00Z", "parentProcessCreationDateTime": "2026-11-20T07:00:00Z",
						 "mdeDeviceId": "m1", "detectionStatus": "detected",
						 "imageFile": {"fileName": "powershell.exe", "filePath": "C:\\\\Windows", "sha1": "1111", "sha256": "2222"},
						 "parentProcessImageFile": {"fileName": "winword.exe"},
						 "userAccount": {"accountName": "ada", "domainName": "CONTOSO", "userSid": "S-1", "azureAdUserId": "u1",
						  "userPrincipalName": "ada@contoso.com"}}
						""")
			.evidence();
		assertThat(evidence).extracting(Evidence::type).containsExactly("Process", "File");
		assertThat(evidence).allSatisfy((each) -> {
			assertThat(each.verdict()).isEqualTo("Malicious");
			assertThat(each.remediationStatus()).isEqualTo("Prevented");
			assertThat(each.roles()).containsExactly("Attacker");
			assertThat(each.fileName()).isEqualTo("powershell.exe");
			assertThat(each.sha256()).isEqualTo("2222");
			assertThat(each.deviceId()).isEqualTo("m1");
		});
		Evidence process = evidence.get(0);
		assertThat(process.processId()).isEqualTo(4780);
		assertThat(process.parentProcessId()).isEqualTo(668);
		assertThat(process.processCommandLine()).isEqualTo("powershell -enc AAA");
		assertThat(process.processCreated()).isEqualTo(at("07:59"));
		assertThat(process.userPrincipalName()).isEqualTo("ada@contoso.com");
		assertThat(evidence.get(1).processId()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"user | 'userAccount': {'accountName': 'a', 'userSid': 's', 'azureAdUserId': 'u', 'displayName': 'd'} | User, a, s, u",
			"ip | 'ipAddress': '192.0.2.1', 'countryLetterCode': 'DE' | Ip, 192.0.2.1",
			"url | 'url': 'http://a.example' | Url, http://a.example",
			"file | 'fileDetails': {'fileName': 'f', 'filePath': 'p', 'sha1': '1', 'sha256': '2'} | File, f, p, 1, 2",
			"mailbox | 'primaryAddress': 'a@b', 'displayName': 'A', 'upn': 'u@b' | MailBox, a@b, A, u@b",
			"analyzedMessage | 'p2Sender': {'emailAddress': 'x@y'}, 'p1Sender': {'emailAddress': 'e@y'}, 'recipientEmailAddress': 'r@b', 'subject': 'S', 'deliveryAction': 'blocked', 'internetMessageId': '<1>', 'senderIp': '192.0.2.2' | MailMessage, x@y, r@b, S, Blocked, <1>, 192.0.2.2",
			"mailCluster | 'clusterBy': 'Subject', 'clusterByValue': 'S', 'emailCount': '12' | MailCluster, Subject, S, 12",
			"registryKey | 'registryHive': 'HKLM', 'registryKey': 'Run' | Registry, HKLM, Run",
			"registryValue | 'registryKey': 'Run', 'registryValue': 'v', 'registryValueType': 't' | Registry, Run, v, t",
			"securityGroup | 'securityGroupId': 'g', 'displayName': 'Admins' | SecurityGroup, g, Admins",
			"cloudApplication | 'appId': 1, 'displayName': 'Box' | CloudApplication, Box",
			"oauthApplication | 'appId': '1', 'publisher': 'p', 'displayName': 'Evil' | CloudApplication, Evil",
			"azureResource | 'resourceId': '/s/1', 'resourceName': 'vm1' | AzureResource, vm1",
			"kubernetesPod | 'name': 'pod1' | KubernetesPod, pod1",
			"dns | 'domainName': 'evil.example' | Dns, evil.example", "gitHubRepo | 'login': 'octo' | GitHubRepo, octo",
			"ioTDevice | 'deviceName': 'cam' | IoTDevice, cam",
			"submissionMail | 'sender': 'x@y', 'recipient': 'r@b', 'subject': 'S' | SubmissionMail, x@y, r@b, S, S",
			"fileHash | 'algorithm': 'sha1', 'value': 'da39a3ee5e6b4b0d3255bfef95601890afd80709' | FileHash, da39a3ee5e6b4b0d3255bfef95601890afd80709, da39a3ee5e6b4b0d3255bfef95601890afd80709",
			"aiAgent | 'displayName': 'Helper' | AiAgent, Helper", "neverHeardOf | 'name': 'x' | NeverHeardOf, x" })
	void evidenceOfEachKindIsWhatItIs(String kind, String fields, String expected) {
		String json = fields.replace('\'', '"');
		List<String> typed = known(
				alertWith("{\"@odata.type\": \"#microsoft.graph.security." + kind + "Evidence\", " + json + "}")
					.evidence()
					.get(0));
		assertThat(typed).containsExactlyInAnyOrder(expected.split(", "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'osPlatform': 'Linux', 'mdeDeviceId': 'm' | Device",
					"'imageFile': {}, 'mdeDeviceId': 'm', 'userAccount': {} | Process", "'fileDetails': {} | File",
					"'ipAddress': '192.0.2.1' | Ip", "'primaryAddress': 'a', 'userAccount': {} | MailBox",
					"'recipientEmailAddress': 'r', 'networkMessageId': 'n' | MailMessage",
					"'clusterBy': 'x', 'networkMessageIds': [] | MailCluster", "'registryKey': 'k' | Registry",
					"'securityGroupId': 'g' | SecurityGroup", "'appId': 1 | CloudApplication", "'url': 'u' | Url",
					"'userAccount': {} | User", "'name': 'n' | null" })
	void evidenceWithoutATypeIsGuessedByItsFields(String fields, String expected) {
		Alert alert = alertWith("{" + fields.replace('\'', '"') + "}");
		String type = alert.devices().isEmpty() ? String.valueOf(alert.evidence().get(0).type()) : "Device";
		assertThat(type).isEqualTo(expected);
	}

	@Test
	void evidenceWithinEvidenceIsEvidenceToABoundedDepth() {
		Alert alert = alertWith(
				"""
						{"@odata.type": "#microsoft.graph.security.malwareEvidence", "name": "Emotet",
						 "files": [{"@odata.type": "#microsoft.graph.security.fileEvidence", "fileDetails": {"fileName": "a.dll"}},
						           {"fileDetails": {"@odata.type": "#microsoft.graph.security.fileDetails", "fileName": "b.dll"}}, 3],
						 "processes": [{"processId": 5}]},
						{"@odata.type": "#microsoft.graph.security.hostLogonSessionEvidence", "sessionId": "1",
						 "account": {"@odata.type": "#microsoft.graph.security.userEvidence", "userAccount": {"accountName": "ada"}},
						 "host": {"@odata.type": "#microsoft.graph.security.deviceEvidence", "mdeDeviceId": "m1"}}
						""");
		assertThat(alert.evidence()).extracting(Evidence::type)
			.containsExactly("Malware", "File", "File", "Process", "HostLogonSession", "User");
		assertThat(alert.devices()).extracting(Device::id).containsExactly("m1");
		String nest = "{\"name\": \"n\"}";
		for (int depth = 0; depth < 50; depth++) {
			nest = "{\"@odata.type\": \"#microsoft.graph.security.malwareEvidence\", \"files\": [" + nest + "]}";
		}
		assertThat(alertWith(nest).evidence()).hasSizeLessThan(10);
	}

	private static List<String> known(Evidence evidence) {
		return Stream.of(evidence.type(), evidence.sha1(), evidence.sha256(), evidence.fileName(), evidence.filePath(),
				evidence.ipAddress(), evidence.url(), evidence.accountName(), evidence.domainName(), evidence.userSid(),
				evidence.entraUserId(), evidence.userPrincipalName(), evidence.mailboxDisplayName(),
				evidence.mailboxAddress(), evidence.clusterBy(), evidence.clusterByValue(), evidence.emailCount(),
				evidence.sender(), evidence.recipient(), evidence.subject(), evidence.deliveryAction(),
				evidence.internetMessageId(), evidence.securityGroupId(), evidence.securityGroupName(),
				evidence.registryHive(), evidence.registryKey(), evidence.registryValueType(), evidence.registryValue(),
				evidence.applicationName(), evidence.name())
			.flatMap(Stream::ofNullable)
			.map(Object::toString)
			.toList();
	}

	private static Instant at(String time) {
		return Instant.parse("2026-11-20T" + time + ":00Z");
	}

	private Incident incident(String json) {
		return new IncidentMapping(this.mapper).incident(this.mapper.readTree(json));
	}

	private Alert alert(String fields) {
		return new AlertMapping(this.mapper).ofList(this.mapper.readTree("{" + fields + "}")).alert();
	}

	private Alert alertWith(String evidence) {
		return alert("\"evidence\": [null, " + evidence + "]");
	}

}
