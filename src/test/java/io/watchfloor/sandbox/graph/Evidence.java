package io.watchfloor.sandbox.graph;

import java.util.List;

import io.watchfloor.sandbox.defender.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What evidence of every kind has.
 *
 * @param alert the alert that names it
 * @param unknownMembers whether the caller asked for the members of enumerations that
 * came later
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-alertevidence">alertEvidence
 * resource type</a>
 */
record Evidence(JsonNode alert, boolean unknownMembers) {

	private static final String NAMESPACE = "#microsoft.graph.security.";

	/**
	 * Begin evidence.
	 * @param type its kind, such as {@code userEvidence}
	 * @param entity what the Defender API says of it
	 * @param role the part that it played where the entity names none; {@code null} for
	 * none
	 */
	Translation begin(String type, JsonNode entity, @Nullable String role) {
		ObjectNode told = Json.object().put("@odata.type", NAMESPACE + type);
		Translation translation = new Translation(entity, told, this.unknownMembers)
			.word("verdict", "verdict", Words.VERDICT)
			.word("remediationStatus", "remediationStatus", Words.REMEDIATION)
			.none("remediationStatusDetails")
			.empty(List.of("roles", "detailedRoles", "tags"));
		told.set("createdDateTime", entity.path("evidenceCreationTime").isString() ? entity.path("evidenceCreationTime")
				: this.alert.path("creationTime"));
		addRoles(told.withArrayProperty("roles"), entity.path("roles"), role);
		return translation;
	}

	private void addRoles(ArrayNode roles, JsonNode given, @Nullable String role) {
		if (given.isArray()) {
			given.forEach((one) -> roles.add(Words.ROLE.say(one.asString(null), this.unknownMembers)));
		}
		else if (role != null) {
			roles.add(role);
		}
	}

}
