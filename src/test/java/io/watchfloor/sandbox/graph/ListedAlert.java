package io.watchfloor.sandbox.graph;

import java.util.Map;

import io.watchfloor.sandbox.defender.StoredAlert;
import io.watchfloor.sandbox.defender.StoredIncident;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An alert in the list of all alerts.
 *
 * @param incident the incident that it belongs to
 * @param alert the alert itself
 */
record ListedAlert(StoredIncident incident, StoredAlert alert) {

	/**
	 * The properties that the list can be filtered by.
	 */
	static final Map<String, GraphProperty<ListedAlert>> PROPERTIES = Map.of("createdDateTime",
			GraphProperty.time((one) -> one.alert().created()), "lastUpdateDateTime",
			GraphProperty.time((one) -> one.alert().lastUpdate()), "assignedTo",
			GraphProperty.text((one) -> one.text("assignedTo")), "status",
			GraphProperty.word(Words.ALERT_STATUS, (one) -> one.text("status")), "severity",
			GraphProperty.word(Words.SEVERITY, (one) -> one.text("severity")), "classification",
			GraphProperty.word(Words.CLASSIFICATION, (one) -> one.text("classification")), "determination",
			GraphProperty.word(Words.DETERMINATION, (one) -> one.text("determination")), "serviceSource",
			GraphProperty.word(Words.SERVICE_SOURCE, (one) -> one.alert().serviceSource()));

	private @Nullable String text(String name) {
		JsonNode value = this.alert.json().path(name);
		return value.isString() ? value.asString() : null;
	}

}
