package io.watchfloor.defender.graph;

import java.util.Objects;

import io.watchfloor.defender.Alert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an {@link Alert} of Microsoft Graph's.
 *
 * @param mapper reads texts, numbers and times as they really come
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-alert">alert resource
 * type</a>
 */
record AlertMapping(JsonMapper mapper) {

	/**
	 * Make an alert that came without its incident.
	 * @param object the alert as it was sent
	 */
	GraphAlert ofList(JsonNode object) {
		Fields alert = new Fields(this.mapper, object);
		return new GraphAlert(Objects.requireNonNullElse(alert.number("incidentId"), 0L), alert(alert));
	}

	/**
	 * Make an alert. Graph tells nothing of automated investigations.
	 */
	Alert alert(Fields alert) {
		EvidenceCollector evidence = new EvidenceCollector();
		alert.each("evidence").forEach(evidence::add);
		return new Alert(alert.text("id"), alert.word("serviceSource"), alert.word("detectionSource"),
				alert.time("createdDateTime"), alert.time("lastUpdateDateTime"), alert.time("resolvedDateTime"),
				alert.time("firstActivityDateTime"), alert.time("lastActivityDateTime"), alert.text("title"),
				alert.text("description"), alert.word("category"), alert.word("status"),
				GraphWords.severity(alert.text("severity")), null, null, alert.word("classification"),
				GraphWords.determination(alert.text("determination")), alert.text("detectorId"),
				alert.text("providerAlertId"), alert.text("assignedTo"), alert.text("actorDisplayName"),
				alert.text("threatFamilyName", "threatDisplayName"), alert.texts("mitreTechniques"), evidence.devices(),
				evidence.others(), alert.text("recommendedActions"), alert.texts("systemTags"));
	}

}
