package io.watchfloor.sandbox.graph;

import java.time.Instant;
import java.util.Objects;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.StoredIncident;
import io.watchfloor.sandbox.defender.Visibility;
import io.watchfloor.sandbox.entra.EntraTenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident in Graph's form.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-incident">incident
 * resource type</a>
 */
final class IncidentForm {

	/**
	 * What Graph says for a time that is not known, where its schema knows no absence.
	 */
	private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

	private final SandboxAccount account;

	private final boolean unknownMembers;

	private final boolean withAlerts;

	IncidentForm(Reader reader, boolean withAlerts) {
		this.account = reader.account();
		this.unknownMembers = reader.unknownMembers();
		this.withAlerts = withAlerts;
	}

	ObjectNode tell(StoredIncident incident) {
		ObjectNode head = incident.head();
		ObjectNode told = Json.object().put("id", String.valueOf(incident.id())).put("tenantId", EntraTenant.ID);
		new Translation(head, told, this.unknownMembers).text("redirectIncidentId", "redirectIncidentId")
			.as("displayName", "incidentName")
			.as("incidentWebUrl", "incidentUri")
			.as("createdDateTime", "createdTime")
			.as("lastUpdateDateTime", "lastUpdateTime")
			.same("assignedTo", "description")
			.word("status", "status", Words.STATUS)
			.word("severity", "severity", Words.SEVERITY)
			.word("classification", "classification", Words.CLASSIFICATION)
			.word("determination", "determination", Words.DETERMINATION)
			.as("customTags", "tags");
		told.set("comments", comments(head.path("comments")));
		addTimes(told, incident);
		Supplement.add(told, head, incident);
		if (this.withAlerts) {
			addAlerts(told, incident);
		}
		Oddities.spoil(told, incident.id());
		return told;
	}

	static Instant created(StoredIncident incident) {
		return Objects.requireNonNullElse(incident.created(), NEVER);
	}

	static Instant lastUpdate(StoredIncident incident) {
		return Objects.requireNonNullElse(incident.lastUpdate(), NEVER);
	}

	private static void addTimes(ObjectNode told, StoredIncident incident) {
		if (incident.created() == null) {
			told.put("createdDateTime", NEVER.toString());
		}
		if (incident.lastUpdate() == null) {
			told.put("lastUpdateDateTime", NEVER.toString());
		}
	}

	private void addAlerts(ObjectNode told, StoredIncident incident) {
		Visibility visibility = new Visibility(this.account);
		AlertForm form = new AlertForm(this.unknownMembers);
		ArrayNode alerts = told.putArray("alerts");
		incident.alerts().stream().filter(visibility).forEach((alert) -> alerts.add(form.tell(incident, alert.json())));
	}

	/**
	 * Tell comments.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/graph/api/resources/security-alertcomment">alertComment
	 * resource type</a>
	 */
	static JsonNode comments(JsonNode comments) {
		if (!comments.isArray()) {
			return NullNode.getInstance();
		}
		ArrayNode told = Json.object().putArray("comments");
		for (JsonNode comment : comments) {
			if (comment.isObject()) {
				ObjectNode one = told.addObject().put("@odata.type", "#microsoft.graph.security.alertComment");
				new Translation(comment, one, true).same("comment")
					.as("createdByDisplayName", "createdBy")
					.as("createdDateTime", comment.has("createTime") ? "createTime" : "createdTime");
			}
			else {
				told.add(comment);
			}
		}
		return told;
	}

}
