package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * incident, and times, stay as they were.
 */
final class HostileIncidents {

	private static final long FIRST_ID = 960_201;

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
			"mdatpDeviceId", "deviceId", "incidentUri");

	private final IncidentFactory factory;

	private final Instant now;

	private int turn;

	HostileIncidents(IncidentFactory factory, Instant now) {
		this.factory = factory;
		this.now = now;
	}

	Stream<ObjectNode> all() {
		return Stream.concat(IntStream.range(0, TEXTS.size()).mapToObj(this::hostile), Stream.of(endless()));
	}

	private ObjectNode hostile(int index) {
		ObjectNode incident = incident(FIRST_ID + index, Duration.ofHours(2L * index + 1));
		this.turn = index;
		poison(incident, index >= TEXTS.size() / 2);
		return incident;
	}

	/**
	 * Texts of 20,000 characters, without a space to break a line at.
	 */
	private ObjectNode endless() {
		ObjectNode incident = incident(FIRST_ID + 99, Duration.ofHours(5));
		incident.put("incidentName", "W".repeat(20_000)).put("assignedTo", "a".repeat(2_000) + "@contoso.com");
		incident.withArrayProperty("tags").add("t".repeat(20_000));
		ObjectNode alert = (ObjectNode) incident.path("alerts").path(0);
		alert.put("title", "T".repeat(20_000)).put("description", "long line\n".repeat(2_000));
		alert.withArrayProperty("entities")
			.addObject()
			.put("entityType", "Process")
			.put("processCommandLine", "powershell.exe " + "QUJD".repeat(8_000));
		return incident;
	}

	private ObjectNode incident(long id, Duration ago) {
		ObjectNode incident = this.factory.huge(id, Times.toTick(this.now.minus(ago)), 3);
		incident.put("assignedTo", "nobody");
		incident.withArrayProperty("tags").add("one").add("two");
		incident.withArrayProperty("comments")
			.addObject()
			.put("comment", "text")
			.put("createdBy", "author")
			.put("createdTime", incident.path("createdTime").asString());
		return incident;
	}

	private void poison(JsonNode node, boolean wordsToo) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				if (!KEPT.contains(name) && (wordsToo || !WORDS.contains(name))) {
					object.set(name, poisoned(object.path(name), wordsToo));
				}
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, poisoned(array.path(i), wordsToo));
			}
		}
	}

	private JsonNode poisoned(JsonNode value, boolean wordsToo) {
		if (value.isString()) {
			this.turn = (this.turn + 1) % TEXTS.size();
			return StringNode.valueOf(TEXTS.get(this.turn));
		}
		poison(value, wordsToo);
		return value;
	}

}
