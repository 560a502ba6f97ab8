package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tenant holds.
 */
class TenantDataTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final List<JsonNode> INCIDENTS = read(2000);

	@Test
	void equalSeedsMakeEqualIncidents() {
		assertThat(read(300)).isEqualTo(read(300));
	}

	@Test
	void incidentsLieWithinHalfAYearDenserNearNow() {
		List<Instant> created = generated().map((incident) -> Instant.parse(incident.path("createdTime").asString()))
			.toList();
		assertThat(created).allSatisfy((time) -> assertThat(time).isBetween(NOW.minusSeconds(180 * 86400), NOW));
		assertThat(created.stream().filter((time) -> time.isAfter(NOW.minusSeconds(30 * 86400))).count())
			.isBetween(600L, 1000L);
	}

	@Test
	void nothingHappensBeforeItsBeginningNorAfterNow() {
		assertThat(generated()).allSatisfy((incident) -> {
			Instant created = Instant.parse(incident.path("createdTime").asString());
			assertThat(Instant.parse(incident.path("lastUpdateTime").asString())).isBetween(created, NOW);
			incident.path("alerts").forEach((alert) -> {
				Instant first = Instant.parse(alert.path("firstActivity").asString());
				assertThat(Instant.parse(alert.path("lastActivity").asString())).isBetween(first, created);
			});
		});
	}

	@Test
	void everyKindOfEachThingOccurs() {
		assertThat(values(generated(), "severity")).containsOnlyKeys("Informational", "Low", "Medium", "High");
		assertThat(values(generated(), "status")).containsOnlyKeys("Active", "InProgress", "Resolved", "Redirected");
		assertThat(values(generated(), "assignedTo")).containsKeys("ada.analyst@contoso.com", "lee.lead@contoso.com");
		assertThat(values(alerts(), "serviceSource")).containsKeys("MicrosoftDefenderForEndpoint",
				"MicrosoftDefenderATP", "OfficeATP", "AzureATP", "MicrosoftCloudAppSecurity", "Microsoft365Defender",
				"AadIdentityProtection", "DataLossPrevention", "MicrosoftAppGovernance", "MicrosoftSentinel");
		assertThat(values(alerts().flatMap((alert) -> alert.path("entities").valueStream()), "entityType"))
			.containsKeys("User", "Ip", "Url", "File", "Process", "MailBox", "MailMessage", "MailCluster", "Registry",
					"SecurityGroup", "CloudApplication");
		assertThat(values(alerts().flatMap((alert) -> alert.path("devices").valueStream()), "rbacGroupName"))
			.containsKeys("Workstations", "Remote", "Servers", "Executives");
	}

	@Test
	void mostIncidentsHaveFewAlertsAndSomeHaveMany() {
		List<Integer> sizes = generated().filter((incident) -> !incident.path("status").asString().equals("Redirected"))
			.map((incident) -> incident.path("alerts").size())
			.toList();
		assertThat(sizes).allSatisfy((size) -> assertThat(size).isBetween(1, 40));
		assertThat(sizes.stream().filter((size) -> size <= 4).count()).isGreaterThan(sizes.size() * 9L / 10);
		assertThat(sizes).anySatisfy((size) -> assertThat(size).isGreaterThan(30));
	}

	@Test
	void incidentsShareDevicesAndFiles() {
		assertThat(shared("devices", "mdatpDeviceId")).isGreaterThan(50);
		assertThat(shared("entities", "sha256")).isGreaterThan(5);
		assertThat(shared("entities", "ipAddress")).isGreaterThan(50);
	}

	@ParameterizedTest
	@ValueSource(longs = { 960_001, 960_002, 960_003 })
	void storiesAreToldInOrderWithWhomAndWhat(long id) {
		JsonNode story = incident(id);
		assertThat(story.path("alerts").size()).isBetween(8, 40);
		List<Instant> begins = story.path("alerts")
			.valueStream()
			.map((alert) -> Instant.parse(alert.path("firstActivity").asString()))
			.toList();
		assertThat(begins).isSorted();
		assertThat(values(story.path("alerts").valueStream(), "category")).hasSizeGreaterThanOrEqualTo(4);
		assertThat(Instant.parse(story.path("lastUpdateTime").asString())).isBetween(begins.get(0), NOW);
	}

	@Test
	void aStorysProcessesKnowTheirParents() {
		List<JsonNode> processes = incident(960_001).path("alerts")
			.path(2)
			.path("entities")
			.valueStream()
			.filter((entity) -> entity.path("entityType").asString().equals("Process"))
			.toList();
		assertThat(processes).hasSize(2);
		assertThat(processes.get(1).path("parentProcessId")).isEqualTo(processes.get(0).path("processId"));
		assertThat(processes.get(1).path("parentProcessCreationTime"))
			.isEqualTo(processes.get(0).path("processCreationTime"));
	}

	@Test
	void aStorysProcessIsTheSameInEveryAlertThatNamesIt() {
		Map<Object, List<JsonNode>> processes = incident(960_001).path("alerts")
			.valueStream()
			.flatMap((alert) -> alert.path("entities").valueStream())
			.filter((entity) -> entity.path("entityType").asString().equals("Process"))
			.collect(Collectors.groupingBy(
					(process) -> process.path("deviceId").asString() + "/" + process.path("processId").asInt()));
		assertThat(processes.values()).anyMatch((mentions) -> mentions.size() > 1).allSatisfy((mentions) -> {
			assertThat(mentions.stream().map((process) -> process.path("processCreationTime")).distinct()).hasSize(1);
			assertThat(mentions.stream().map((process) -> process.path("processCommandLine")).distinct()).hasSize(1);
		});
	}

	@Test
	void oneIncidentIsEnormous() {
		JsonNode huge = incident(960_010);
		assertThat(huge.path("alerts").size()).isEqualTo(150);
		assertThat(huge.path("alerts").valueStream().mapToInt((alert) -> alert.path("entities").size()).sum())
			.isGreaterThan(4000);
	}

	@Test
	void everyHostileTextIsInEveryField() {
		Set<String> texts = Json.resource("/sandbox/hostile.json")
			.valueStream()
			.map(JsonNode::asString)
			.collect(Collectors.toSet());
		Map<String, Set<String>> fields = new TreeMap<>();
		INCIDENTS.stream()
			.filter((incident) -> incident.path("incidentId").asLong() > 960_200)
			.filter((incident) -> incident.path("incidentId").asLong() < 960_300)
			.forEach((incident) -> collect("incident", incident, fields));
		fields.keySet().removeIf((name) -> name.matches("(?i).*(time|activity|firstSeen|entityType|rbacGroupName)$"));
		assertThat(fields).hasSizeGreaterThan(60)
			.allSatisfy((name, values) -> assertThat(values).as(name).containsAll(texts));
	}

	@Test
	void theDemoHasNoHostileText() {
		List<String> hostile = Json.resource("/sandbox/hostile.json")
			.valueStream()
			.map(JsonNode::asString)
			.filter((text) -> text.contains("<") || text.contains("javascript:"))
			.toList();
		DefenderOptions demo = DefenderOptions.still(500, Clock.fixed(NOW, ZoneOffset.UTC)).withHostile(false);
		assertThat(new TenantData(demo).beginning()).hasSizeGreaterThan(500).allSatisfy((incident) -> {
			assertThat(incident.id()).matches((id) -> id <= 960_200 || id >= 960_301);
			Map<String, Set<String>> fields = new TreeMap<>();
			collect("incident", incident.json(), fields);
			assertThat(fields.values()).allSatisfy((texts) -> assertThat(texts).doesNotContainAnyElementsOf(hostile));
		});
	}

	private static void collect(String name, JsonNode node, Map<String, Set<String>> fields) {
		if (node.isString()) {
			fields.computeIfAbsent(name, (field) -> new HashSet<>()).add(node.asString());
		}
		node.properties().forEach((property) -> collect(property.getKey(), property.getValue(), fields));
		node.values().forEach((element) -> {
			if (node.isArray()) {
				collect(name, element, fields);
			}
		});
	}

	@Test
	void aHostileTextStaysInItsOwnIncident() {
		assertThat(read(300)).filteredOn((incident) -> incident.path("incidentId").asLong() >= IncidentFactory.FIRST_ID)
			.flatMap((incident) -> incident.path("alerts").valueStream().toList())
			.flatMap((alert) -> alert.path("mitreTechniques").valueStream().toList())
			.isNotEmpty()
			.allSatisfy((technique) -> assertThat(technique.asString()).matches("T[0-9]{4}([.][0-9]{3})?"));
	}

	@Test
	void timesOfOddIncidentsHaveEveryNumberOfFractionalDigits() {
		assertThat(incident(960_101).path("alerts")).extracting((alert) -> {
			String time = alert.path("creationTime").asString();
			return time.contains(".") ? time.length() - time.indexOf('.') - 2 : 0;
		}).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
	}

	private static List<JsonNode> read(int count) {
		return new TenantData(DefenderOptions.still(count, Clock.fixed(NOW, ZoneOffset.UTC))).beginning()
			.stream()
			.map(StoredIncident::json)
			.map(JsonNode.class::cast)
			.toList();
	}

	private static Stream<JsonNode> generated() {
		return INCIDENTS.stream()
			.filter((incident) -> incident.path("incidentId").asLong() >= IncidentFactory.FIRST_ID);
	}

	private static Stream<JsonNode> alerts() {
		return INCIDENTS.stream().flatMap((incident) -> incident.path("alerts").valueStream());
	}

	private static JsonNode incident(long id) {
		return INCIDENTS.stream().filter((one) -> one.path("incidentId").asLong() == id).findFirst().orElseThrow();
	}

	private static Map<String, Long> values(Stream<JsonNode> nodes, String name) {
		return nodes.map((node) -> node.path(name))
			.filter(JsonNode::isString)
			.collect(Collectors.groupingBy(JsonNode::asString, Collectors.counting()));
	}

	/**
	 * How many values of a field occur in more than one incident.
	 */
	private static long shared(String list, String name) {
		return generated()
			.flatMap((incident) -> incident.path("alerts")
				.valueStream()
				.flatMap((alert) -> alert.path(list).valueStream())
				.map((node) -> node.path(name).asString(""))
				.filter((value) -> !value.isEmpty())
				.distinct())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.values()
			.stream()
			.filter((count) -> count > 1)
			.count();
	}

}
