package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Incidents whose every text was written by an attacker. There are as many as hostile
 * texts, and over all of them every text stands in every field. What decides who sees an
 * incident, and times, stay as they were. What only Microsoft Graph tells of them is in
 * {@code @graph}.
 */
final class HostileIncidents {

	private static final long FIRST_ID = 960_201;

	private static final long LAST_ID = FIRST_ID + 99;

	/**
	 * Old and harmless enough not to be the first thing that people meet in the sandbox.
	 */
	private static final Duration BEHIND_THE_OTHERS = Duration.ofDays(4);

	private static final List<String> TEXTS = Json.resource("/sandbox/hostile.json")
		.valueStream()
		.map(JsonNode::asString)
		.toList();

	private static final Set<String> KEPT = Set.of("createdTime", "createTime", "lastUpdateTime", "creationTime",
			"lastUpdatedTime", "resolvedTime", "firstActivity", "lastActivity", "firstSeen", "processCreationTime",
			"parentProcessCreationTime", "evidenceCreationTime", "rbacGroupName", "entityType");

	/**
	 * What a page compares by value; the last incidents are hostile in these as well.
	 */
	private static final Set<String> WORDS = Set.of("status", "severity", "serviceSource", "category", "alertId",
			"mdatpDeviceId", "deviceId");

	private final IncidentFactory factory;

	private final Instant now;

	/**
	 * The number of each field, by the order in which they were met.
	 */
	private final Map<String, Integer> fields = new HashMap<>();

	/**
	 * How often each field was met in the incident at hand.
	 */
	private final Map<String, Integer> met = new HashMap<>();

	private int index;

	HostileIncidents(IncidentFactory factory, Instant now) {
		this.factory = factory;
		this.now = now;
	}

	static boolean isOne(long id) {
		return id >= FIRST_ID && id <= LAST_ID;
	}

	Stream<ObjectNode> all() {
		return Stream.concat(IntStream.range(0, TEXTS.size()).mapToObj(this::hostile), Stream.of(endless()));
	}

	private ObjectNode hostile(int index) {
		ObjectNode incident = incident(FIRST_ID + index, BEHIND_THE_OTHERS.plusHours(2L * index));
		this.index = index;
		this.met.clear();
		poison(incident, index >= TEXTS.size() / 2);
		return incident;
	}

	/**
	 * Texts of 20,000 characters, without a space to break a line at.
	 */
	private ObjectNode endless() {
		ObjectNode incident = incident(LAST_ID, BEHIND_THE_OTHERS);
		incident.put("incidentName", "W".repeat(20_000)).put("assignedTo", "a".repeat(2_000) + "@contoso.com");
		incident.withArrayProperty("tags").add("t".repeat(20_000));
		incident.putObject("@graph").put("summary", "S".repeat(20_000)).put("priorityScore", 7);
		ObjectNode alert = (ObjectNode) incident.path("alerts").path(0);
		alert.put("title", "T".repeat(20_000)).put("description", "long line\n".repeat(2_000));
		alert.putObject("@graph").put("recommendedActions", "R".repeat(20_000) + "\r\n\tlong line".repeat(2_000));
		alert.withArrayProperty("entities")
			.addObject()
			.put("entityType", "Process")
			.put("processCommandLine", "powershell.exe " + "QUJD".repeat(8_000));
		return incident;
	}

	private ObjectNode incident(long id, Duration ago) {
		ObjectNode incident = this.factory.huge(id, Times.toTick(this.now.minus(ago)), 3);
		incident.put("assignedTo", "nobody").put("severity", "Informational");
		incident.withArrayProperty("tags").add("one").add("two");
		incident.withArrayProperty("comments")
			.addObject()
			.put("comment", "text")
			.put("createdBy", "author")
			.put("createdTime", incident.path("createdTime").asString());
		incident.putObject("@graph")
			.put("summary", "x")
			.put("description", "x")
			.put("lastModifiedBy", "x")
			.put("resolvingComment", "x")
			.putArray("systemTags")
			.add("x");
		complete((ObjectNode) incident.path("alerts").path(0));
		return incident;
	}

	/**
	 * Give an alert the fields that only some have.
	 */
	private static void complete(ObjectNode alert) {
		alert.put("actorName", "x").put("threatFamilyName", "x").put("investigationId", "x");
		alert.putArray("mitreTechniques").add("x");
		for (int i = 0; i < 2; i++) {
			alert.withArrayProperty("devices")
				.addObject()
				.put("mdatpDeviceId", "x")
				.put("aadDeviceId", "x")
				.put("deviceDnsName", "x")
				.putObject("vmMetadata")
				.put("vmId", "x")
				.put("cloudProvider", "x")
				.put("resourceId", "x")
				.put("subscriptionId", "x");
		}
		ArrayNode entities = alert.withArrayProperty("entities");
		entities.addObject()
			.put("entityType", "Registry")
			.put("registryHive", "x")
			.put("registryKey", "x")
			.put("registryValueType", "x")
			.put("registryValue", "x");
		entities.addObject()
			.put("entityType", "SecurityGroup")
			.put("securityGroupName", "x")
			.put("securityGroupId", "x");
		entities.addObject().put("entityType", "CloudApplication").put("applicationName", "x");
		alert.putObject("@graph")
			.put("recommendedActions", "x")
			.put("productName", "x")
			.put("threatDisplayName", "x")
			.putArray("systemTags")
			.add("x");
	}

	private void poison(ObjectNode object, boolean wordsToo) {
		for (String name : List.copyOf(object.propertyNames())) {
			if (!KEPT.contains(name) && (wordsToo || !WORDS.contains(name))) {
				object.set(name, poisoned(name, object.path(name), wordsToo));
			}
		}
	}

	private JsonNode poisoned(String name, JsonNode value, boolean wordsToo) {
		if (value.isString()) {
			return StringNode.valueOf(text(name));
		}
		if (value instanceof ObjectNode object) {
			poison(object, wordsToo);
		}
		if (value instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, poisoned(name, array.path(i), wordsToo));
			}
		}
		return value;
	}

	/**
	 * The first time that an incident has a field, its text moves on with the incident,
	 * so that over all of them every text has its turn. What half of the incidents leave
	 * alone moves on twice as fast in the others.
	 */
	private String text(String name) {
		this.fields.putIfAbsent(name, this.fields.size());
		int field = this.fields.getOrDefault(name, 0);
		int again = this.met.merge(name, 1, Integer::sum) - 1;
		int turn = WORDS.contains(name) ? 2 * this.index : this.index;
		return TEXTS.get((turn + field + again) % TEXTS.size());
	}

}
