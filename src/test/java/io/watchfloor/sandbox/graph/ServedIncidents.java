package io.watchfloor.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.defender.Answer;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.StoredIncident;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a test has served instead of the tenant's incidents. What cannot be read as a list
 * of incidents by the Defender API is sent as it is.
 *
 * @param text the body by the Defender API
 * @param incidents its incidents, or {@code null} where it cannot be read
 */
record ServedIncidents(String text, @Nullable List<StoredIncident> incidents) {

	static ServedIncidents of(String text) {
		try {
			JsonNode value = Json.read(text).path("value");
			return new ServedIncidents(text,
					value.isArray() ? value.valueStream()
						.filter(JsonNode::isObject)
						.map((incident) -> StoredIncident.of((ObjectNode) incident))
						.toList() : null);
		}
		catch (JacksonException ex) {
			return new ServedIncidents(text, null);
		}
	}

	Answer incidents(boolean expand, Reader reader) {
		if (this.incidents == null) {
			return new Answer(200, reader.headers(), GraphErrors.JSON,
					(out) -> out.write(this.text.getBytes(StandardCharsets.UTF_8)));
		}
		ObjectNode body = Json.object();
		ArrayNode value = body.putArray("value");
		IncidentForm form = new IncidentForm(reader, expand);
		this.incidents.forEach((incident) -> value.add(form.tell(incident)));
		return answer(body, reader.headers());
	}

	Answer alerts(Reader reader) {
		ObjectNode body = Json.object();
		ArrayNode value = body.putArray("value");
		AlertForm form = new AlertForm(reader.unknownMembers());
		if (this.incidents != null) {
			this.incidents.forEach((incident) -> incident.alerts()
				.stream()
				.filter((alert) -> alert.isObject())
				.forEach((alert) -> value.add(form.tell(incident, alert.json()))));
		}
		return answer(body, reader.headers());
	}

	private static Answer answer(ObjectNode body, Map<String, String> headers) {
		return new Answer(200, headers, GraphErrors.JSON, Json.body(body));
	}

}
