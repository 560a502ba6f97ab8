package io.watchfloor.sandbox.graph;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What real answers of Graph do beyond its reference, each with one of the odd incidents
 * of {@code sandbox/oddities.json}.
 */
final class Oddities {

	/**
	 * Fields that no page lists, and evidence that does not say its kind.
	 */
	private static final long UNLISTED = 960_108;

	/**
	 * Its tags stand where the Defender API has them, as in a sample of the reference.
	 */
	private static final long TAGS = 960_112;

	/**
	 * Its comments have the names of the Defender API, as in a sample of the reference.
	 */
	private static final long COMMENTS = 960_113;

	/**
	 * Its numbers are text.
	 */
	private static final long NUMBERS = 960_125;

	private Oddities() {
	}

	static void spoil(ObjectNode incident, long id) {
		if (id == UNLISTED) {
			incident.putObject("newProperty").putArray("values").add(1).addNull();
		}
		if (id == TAGS) {
			incident.set("tags", incident.remove("customTags"));
		}
		if (id == COMMENTS) {
			incident.path("comments").forEach((comment) -> rename((ObjectNode) comment));
		}
		if (id == NUMBERS) {
			incident.put("priorityScore", incident.path("priorityScore").asString("61"));
		}
	}

	static void spoilAlert(ObjectNode alert, long id) {
		for (JsonNode evidence : alert.path("evidence")) {
			if (id == UNLISTED && evidence instanceof ObjectNode one) {
				one.remove("@odata.type");
				one.put("newProperty", true);
			}
			if (id == NUMBERS && evidence instanceof ObjectNode one) {
				List.of("processId", "parentProcessId")
					.stream()
					.filter((name) -> one.path(name).isNumber())
					.forEach((name) -> one.put(name, one.path(name).asString()));
			}
		}
	}

	private static void rename(ObjectNode comment) {
		comment.set("createdBy", comment.remove("createdByDisplayName"));
		comment.set("createdTime", comment.remove("createdDateTime"));
	}

}
