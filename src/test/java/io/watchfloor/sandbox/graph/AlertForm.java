package io.watchfloor.sandbox.graph;

import java.util.List;

import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.StoredIncident;
import io.watchfloor.sandbox.entra.EntraTenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert in Graph's form.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-alert">alert resource
 * type</a>
 */
final class AlertForm {

	private final boolean unknownMembers;

	AlertForm(boolean unknownMembers) {
		this.unknownMembers = unknownMembers;
	}

	/**
	 * Tell an alert.
	 * @param incident its incident
	 * @param alert the alert by the Defender API, or a null in its place
	 */
	JsonNode tell(StoredIncident incident, JsonNode alert) {
		if (!alert.isObject()) {
			return alert;
		}
		String id = String.valueOf(incident.id());
		ObjectNode told = Json.object();
		new Translation(alert, told, this.unknownMembers).as("id", "alertId")
			.same("providerAlertId")
			.word("status", "status", Words.ALERT_STATUS)
			.word("severity", "severity", Words.SEVERITY)
			.word("classification", "classification", Words.CLASSIFICATION)
			.word("determination", "determination", Words.DETERMINATION)
			.word("serviceSource", "serviceSource", Words.SERVICE_SOURCE)
			.word("detectionSource", "detectionSource", Words.DETECTION_SOURCE)
			.same("detectorId", "title", "description", "category", "assignedTo", "threatFamilyName", "mitreTechniques")
			.as("actorDisplayName", "actorName")
			.as("createdDateTime", "creationTime")
			.as("lastUpdateDateTime", "lastUpdatedTime")
			.as("resolvedDateTime", "resolvedTime")
			.as("firstActivityDateTime", "firstActivity")
			.as("lastActivityDateTime", "lastActivity")
			.none("productName", "threatDisplayName", "alertPolicyId", "customDetails", "additionalData")
			.empty(List.of("comments"));
		told.put("tenantId", EntraTenant.ID)
			.put("incidentId", id)
			.put("alertWebUrl",
					"https://security.microsoft.com/alerts/" + alert.path("alertId").asString("") + "?tid="
							+ EntraTenant.ID)
			.put("incidentWebUrl", "https://security.microsoft.com/incidents/" + id + "?tid=" + EntraTenant.ID);
		Supplement.add(told, alert);
		addEvidence(told.putArray("evidence"), alert);
		Oddities.spoilAlert(told, incident.id());
		return told;
	}

	private void addEvidence(ArrayNode evidence, JsonNode alert) {
		DeviceEvidence devices = new DeviceEvidence(alert, this.unknownMembers);
		alert.path("devices").forEach((device) -> evidence.add(devices.tell(device)));
		EntityEvidence entities = new EntityEvidence(alert, this.unknownMembers);
		alert.path("entities").forEach((entity) -> {
			if (!entities.isTold(entity)) {
				evidence.add(entities.tell(entity));
			}
		});
		FurtherEvidence.add(evidence, alert);
	}

}
