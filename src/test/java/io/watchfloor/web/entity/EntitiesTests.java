package io.watchfloor.web.entity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		return Entities.of(SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + alerts + "]}").alerts());
	}

}
