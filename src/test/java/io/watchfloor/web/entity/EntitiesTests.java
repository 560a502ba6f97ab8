package io.watchfloor.web.entity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class EntitiesTests {

	@Test
	void whatSeveralAlertsNameIsShownOnceWithAllThatAnyOfThemTells() {
		Entities entities = entities("""
				{"entities": [{"entityType": "User", "aadUserId": "1", "userPrincipalName": "ada@contoso.com"}]},
				{"entities": [{"entityType": "user", "aadUserId": "1", "userSid": "S-1-5"}]}""");
		assertThat(entities.groups(true)).singleElement().satisfies((users) -> {
			assertThat(users.entities()).hasSize(1);
			EntityView user = users.entities().get(0);
			assertThat(user.title().text()).isEqualTo("ada@contoso.com");
			assertThat(user.alerts()).containsExactly(1, 2);
			assertThat(user.facts()).extracting(Fact::label).containsExactly("Entra user id", "SID");
		});
	}

	@Test
	void oneDeviceUnderTwoNamesIsShownOnceWithBoth() {
		Entities entities = entities("""
				{"devices": [{"mdatpDeviceId": "1", "deviceDnsName": "ws-042"}]},
				{"devices": [{"mdatpDeviceId": "1", "deviceDnsName": "ws-042.contoso.com"},
				 {"deviceDnsName": "WS-042"}]}""");
		assertThat(entities.groups(true)).singleElement()
			.satisfies((devices) -> assertThat(devices.entities()).singleElement().satisfies((device) -> {
				assertThat(device.title().text()).isEqualTo("ws-042.contoso.com");
				assertThat(device.search()).isEqualTo(new EntitySearch("ws-042.contoso.com", null));
				assertThat(device.alerts()).containsExactly(1, 2);
				assertThat(device.facts()).extracting(Fact::label).containsExactly("Defender id", "Also called");
			}));
	}

	@Test
	void valuesThatDifferBetweenMentionsAreAllShown() {
		Entities entities = entities("""
				{"entities": [{"entityType": "File", "sha1": "AB", "fileName": "a.exe", "filePath": "C:\\\\x",
				"remediationStatus": "Active"}]},
				{"entities": [{"entityType": "File", "sha1": "ab", "fileName": "b.exe", "filePath": "/tmp",
				"remediationStatus": "Remediated"}]}""");
		EntityView file = entities.groups(false).get(0).entities().get(0);
		assertThat(file.facts()).extracting(Fact::label, (fact) -> fact.values().stream().map(FactValue::text).toList())
			.contains(tuple("Remediation", List.of("Active", "Remediated")),
					tuple("Path", List.of("C:\\x\\a.exe", "/tmp/b.exe")));
	}

	@Test
	void twoThingsOfTheSameNameButDifferentKindStayApart() {
		Entities entities = entities(
				"""
						{"entities": [{"entityType": "Ip", "ipAddress": "10.0.0.1"}, {"entityType": "Url", "url": "10.0.0.1"}]}""");
		assertThat(entities.groups(false)).extracting(EntityGroup::kind).containsExactly(EntityKind.IP, EntityKind.URL);
	}

	@Test
	void anEntityOfUnknownTypeIsShownWithWhateverItHas() {
		Entities entities = entities("""
				{"entities": [{"entityType": "QuantumComputer", "ipAddress": "10.0.0.1", "registryValue": "x"},
				{"registryHive": "HKLM", "registryKey": "Run"}]}""");
		assertThat(entities.groups(false)).singleElement().satisfies((others) -> {
			assertThat(others.kind()).isEqualTo(EntityKind.OTHER);
			assertThat(others.entities())
				.extracting((other) -> other.title().text(),
						(other) -> other.facts().stream().map(Fact::label).toList())
				.containsExactly(tuple("QuantumComputer", List.of("IP address", "Registry value")),
						tuple("Other entity without a name", List.of("Registry key")));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "User", "Ip", "Url", "File", "Process", "MailBox", "MailMessage", "MailCluster",
			"Registry", "SecurityGroup", "CloudApplication", "Device", "Unheard-of" })
	void everyFieldOfEvidenceIsShownWhateverItsType(String type) {
		List<String> fields = List.of("verdict", "remediationStatus", "sha1", "sha256", "fileName", "filePath",
				"processCommandLine", "ipAddress", "url", "accountName", "domainName", "userSid", "aadUserId",
				"userPrincipalName", "mailboxDisplayName", "mailboxAddress", "clusterBy", "clusterByValue", "sender",
				"recipient", "subject", "deliveryAction", "internetMessageId", "securityGroupId", "securityGroupName",
				"registryHive", "registryKey", "registryValueType", "registryValue", "applicationName", "deviceId");
		Entities entities = entities("""
				{"entities": [{"entityType": "%s", "processId": 41, "parentProcessId": 42, "emailCount": 43,
				"processCreationTime": "2026-01-01T00:00:44Z", "parentProcessCreationTime": "2026-01-01T00:00:45Z",
				"evidenceCreationTime": "2026-01-01T00:00:46Z", %s}]}""".formatted(type, filled(fields)));
		List<EntityGroup> groups = Stream.concat(entities.groups(true).stream(), entities.groups(false).stream())
			.toList();
		assertThat(shown(groups)).contains("41", "42", "43", "00:00:44", "00:00:45", "00:00:46")
			.contains(fields.stream().map((field) -> "the " + field).toList());
	}

	@Test
	void everyFieldOfADeviceIsShown() {
		List<String> fields = List.of("mdatpDeviceId", "aadDeviceId", "deviceDnsName", "osPlatform", "version",
				"osProcessor", "osBuild", "healthStatus", "riskScore", "rbacGroupName", "rbacGroupId",
				"defenderAvStatus", "onboardingStatus");
		Entities entities = entities("""
				{"devices": [{"firstSeen": "2026-01-01T00:00:44Z", "tags": ["the tag"],
				"loggedOnUsers": [{"accountName": "the account", "domainName": "the domain"}, {"accountName": "other"}],
				"vmMetadata": {%s}, %s}]}"""
			.formatted(filled(List.of("vmId", "cloudProvider", "resourceId", "subscriptionId")), filled(fields)));
		assertThat(shown(entities.groups(true)))
			.contains("00:00:44", "the tag", "the domain\\the account", "other", "the vmId", "the cloudProvider",
					"the resourceId", "the subscriptionId")
			.contains(fields.stream().map((field) -> "the " + field).toList());
	}

	@Test
	void evidenceLeadsToTheDeviceItWasSeenOnWhereverThatIsNamed() {
		Entities entities = entities("""
				{"entities": [{"entityType": "File", "sha1": "1", "deviceId": "d1"}]},
				{"devices": [{"mdatpDeviceId": "d1", "deviceDnsName": "ws-1"}]}""");
		EntityView device = entities.groups(true).get(0).entities().get(0);
		assertThat(entities.groups(false).get(0).entities().get(0).facts())
			.contains(new Fact("Seen on", List.of(FactValue.link("ws-1", device.anchor()))));
	}

	@Test
	void ofSeveralVerdictsTheWorstIsSaidAndTheOthersAfterIt() {
		EntityView file = seenThreeTimes();
		assertThat(file.verdict()).isEqualTo(new Verdict("Malicious", "malicious", 3));
		assertThat(file.facts()).extracting(Fact::label, (fact) -> fact.values().stream().map(FactValue::text).toList())
			.containsSequence(tuple("Verdict", List.of("Malicious")),
					tuple("Also judged", List.of("Suspicious", "No threats found")),
					tuple("Remediation", List.of("Active", "Remediated")))
			.contains(tuple("First seen", List.of("2026-01-01 00:00:00 UTC")),
					tuple("Last seen", List.of("2026-01-03 00:00:00 UTC")));
	}

	@Test
	void onEachDeviceItsOwnVerdictAndTimesAreSaid() {
		assertThat(seenThreeTimes().sightings())
			.extracting((seen) -> seen.place().text(), (seen) -> Objects.requireNonNull(seen.verdict()).label(),
					Sighting::remediation, (seen) -> Objects.requireNonNull(seen.first()).text(), Sighting::last)
			.containsExactly(tuple("d2", "Malicious", List.of("Active"), "2026-01-02 00:00:00 UTC", null),
					tuple("ws-1", "Suspicious", List.of("Active", "Remediated"), "2026-01-01 00:00:00 UTC",
							FactValue.time(Instant.parse("2026-01-03T00:00:00Z"))));
	}

	private static EntityView seenThreeTimes() {
		return entities(
				"""
						{"devices": [{"mdatpDeviceId": "d1", "deviceDnsName": "ws-1"}], "entities": [{"entityType": "File", "sha1": "1",
						"verdict": "NoThreatsFound", "remediationStatus": "Remediated", "deviceId": "d1",
						"evidenceCreationTime": "2026-01-03T00:00:00Z"}]},
						{"entities": [{"entityType": "File", "sha1": "1", "verdict": "Suspicious", "remediationStatus": "Active",
						"deviceId": "d1", "evidenceCreationTime": "2026-01-01T00:00:00Z"}]},
						{"entities": [{"entityType": "File", "sha1": "1", "verdict": "Malicious", "remediationStatus": "Active",
						"deviceId": "d2", "evidenceCreationTime": "2026-01-02T00:00:00Z"}]}""")
			.groups(false)
			.get(0)
			.entities()
			.get(0);
	}

	@Test
	void evidenceOfAKindComesWithTheWorstVerdictFirst() {
		assertThat(entities("""
				{"entities": [{"entityType": "File", "sha1": "1", "verdict": "NoThreatsFound"},
				{"entityType": "File", "sha1": "2"}, {"entityType": "File", "sha1": "3", "verdict": "Strange"},
				{"entityType": "File", "sha1": "4", "verdict": "malicious"},
				{"entityType": "File", "sha1": "5", "verdict": "Suspicious"}]}""").groups(false).get(0).entities())
			.extracting((file) -> file.title().text())
			.containsExactly("4", "5", "2", "3", "1");
	}

	@Test
	void theProcessThatLedToTheWorstComesFirst() {
		assertThat(processes("""
				{"processId": 1, "verdict": "Suspicious"}, {"processId": 2}, {"processId": 3, "parentProcessId": 2},
				{"processId": 4, "parentProcessId": 2, "verdict": "Malicious"}""")).containsExactly("2 at 0", "4 at 1",
				"3 at 1", "1 at 0");
	}

	@Test
	void anAlertTellsOfWhatItNamesByWhichOneDecides() {
		List<EntityMentions> mentions = entities(
				"""
						{"entities": [{"entityType": "Process", "processId": 7, "fileName": "cmd.exe", "processCommandLine": "cmd /c x",
						"sha256": "ab", "sha1": "cd", "verdict": "Suspicious", "parentProcessId": 6},
						{"entityType": "Process", "processId": 6, "fileName": "word.exe", "processCommandLine": "word", "sha1": "ef",
						"verdict": "Malicious", "parentProcessId": 5}]},
						{"entities": [{"entityType": "File", "sha1": "12", "fileName": "a.dll", "verdict": "Malicious"},
						{"entityType": "Ip", "ipAddress": "10.0.0.1", "verdict": "Suspicious"}]},
						{"entities": [{"entityType": "File", "sha1": "12", "fileName": "a.dll", "verdict": "NoThreatsFound"}]}""")
			.namedBy(1, 5);
		assertThat(mentions).singleElement().satisfies((processes) -> {
			assertThat(processes.links()).extracting((link) -> link.link().text())
				.containsExactly("word.exe", "cmd.exe");
			assertThat(processes.links().get(1).details())
				.extracting(Fact::label, (fact) -> fact.values().get(0).text(), (fact) -> fact.values().get(0).anchor())
				.containsExactly(tuple("Command line", "cmd /c x", null), tuple("SHA-256", "ab", null),
						tuple("Started by", "word.exe", processes.links().get(0).anchor()));
			assertThat(processes.links().get(0).details())
				.extracting(Fact::label, (fact) -> fact.values().get(0).text())
				.containsExactly(tuple("Command line", "word"), tuple("SHA-1", "ef"), tuple("Started by", "process 5"));
		});
	}

	@Test
	void theVerdictInAnAlertIsThatOfTheAlert() {
		Entities entities = entities("""
				{"entities": [{"entityType": "File", "sha1": "12", "verdict": "Malicious"}]},
				{"entities": [{"entityType": "File", "sha1": "12", "verdict": "NoThreatsFound"}]}""");
		assertThat(entities.namedBy(2, 5).get(0).links().get(0).verdict())
			.isEqualTo(new Verdict("No threats found", "clean", 0));
	}

	@Test
	void anAlertListsNoMoreThanItIsAskedFor() {
		EntityMentions files = entities("""
				{"entities": [{"entityType": "File", "sha1": "1"}, {"entityType": "File", "sha1": "2"},
				{"entityType": "File", "sha1": "3", "verdict": "Malicious"}]}""").namedBy(1, 1).get(0);
		assertThat(files.name()).isEqualTo("3 Files");
		assertThat(files.links()).extracting((link) -> link.link().text()).containsExactly("3");
		assertThat(files.more()).isEqualTo(2);
	}

	@Test
	void processesStandBelowWhatStartedThem() {
		assertThat(processes("""
				{"processId": 3, "parentProcessId": 2}, {"processId": 2, "parentProcessId": 1},
				{"processId": 4, "parentProcessId": 1}, {"processId": 1}, {"processId": 9}"""))
			.containsExactly("1 at 0", "2 at 1", "3 at 2", "4 at 1", "9 at 0");
	}

	@Test
	void aProcessNumberUsedAgainIsNoParent() {
		assertThat(processes("""
				{"processId": 1, "processCreationTime": "2026-01-01T00:00:00Z"},
				{"processId": 2, "parentProcessId": 1, "parentProcessCreationTime": "2026-01-02T00:00:00Z"}"""))
			.containsExactly("1 at 0", "2 at 0");
	}

	@Test
	void processesThatNameEachOtherAsParentsAreAllShown() {
		assertThat(processes("""
				{"processId": 1, "parentProcessId": 2}, {"processId": 2, "parentProcessId": 1},
				{"processId": 3, "parentProcessId": 3}""")).containsExactly("3 at 0", "1 at 0", "2 at 1");
	}

	@Test
	void aVeryLongValueIsFoldedAndCopiedWhole() {
		String line = "x".repeat(10_000);
		EntityView process = entities("{\"entities\": [{\"entityType\": \"Process\", \"processId\": 1, "
				+ "\"processCommandLine\": \"" + line + "\", \"fileName\": \"a.exe\"}]}")
			.groups(false)
			.get(0)
			.entities()
			.get(0);
		FactValue value = process.facts().get(0).values().get(0);
		assertThat(value.form()).isEqualTo("folded");
		assertThat(value.preview()).hasSizeLessThan(FactValue.LONGEST);
		assertThat(value.copy()).isEqualTo(line);
	}

	private static List<String> processes(String processes) {
		return entities("{\"entities\": [" + processes.replace("{", "{\"entityType\": \"Process\", ") + "]}")
			.groups(false)
			.get(0)
			.entities()
			.stream()
			.map((process) -> process.facts()
				.stream()
				.filter((fact) -> fact.label().equals("Process id"))
				.findFirst()
				.orElseThrow()
				.values()
				.get(0)
				.text() + " at " + process.depth())
			.toList();
	}

	private static String filled(List<String> fields) {
		return fields.stream()
			.map((field) -> "\"%1$s\": \"the %1$s\"".formatted(field))
			.collect(Collectors.joining(", "));
	}

	private static String shown(List<EntityGroup> groups) {
		return groups.stream()
			.flatMap((group) -> group.entities().stream())
			.flatMap((entity) -> Stream.concat(Stream.of(entity.title()),
					entity.facts().stream().flatMap((fact) -> fact.values().stream())))
			.map(FactValue::text)
			.collect(Collectors.joining("\n"));
	}

	private static Entities entities(String alerts) {
		return Entities.of(SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + alerts + "]}").alerts(),
				SourceDetails.ALL);
	}

}
