package io.watchfloor.sandbox.graph;

import java.util.List;

import io.watchfloor.sandbox.defender.IncidentWrites;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.StoredIncident;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Graph tells and the Defender API does not. What an incident or an alert holds in
 * {@link GraphControls#ONLY_GRAPH} is told as it is; everything else follows from the
 * rest, the same each time.
 */
final class Supplement {

	private static final JsonNode TEXTS = Json.resource("/sandbox/graph.json");

	private static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");

	private Supplement() {
	}

	/**
	 * Add what is told of an incident.
	 * @param told the incident by Graph so far
	 * @param head the incident by the Defender API, without its alerts
	 */
	static void add(ObjectNode told, JsonNode head, StoredIncident incident) {
		told.put("priorityScore", score(incident))
			.put("summary", summary(head, incident))
			.put("lastModifiedBy", lastModifiedBy(head, incident))
			.put("resolvingComment", ("Resolved".equals(incident.status()) && part(incident.id(), 3) > 0)
					? text("resolvingComments", incident.id()) : null);
		if (part(incident.id(), 7) == 0 && !incident.alerts().isEmpty()) {
			told.putArray("systemTags").add(text("systemTags", incident.id()));
		}
		else {
			told.putArray("systemTags");
		}
		take(told, head);
	}

	/**
	 * Add what is told of an alert.
	 * @param told the alert by Graph so far
	 * @param alert the alert by the Defender API
	 */
	static void add(ObjectNode told, JsonNode alert) {
		long number = alert.path("title").asString("").hashCode();
		told.put("recommendedActions", text("recommendedActions", number));
		told.putArray("systemTags");
		take(told, alert);
	}

	private static void take(ObjectNode told, JsonNode from) {
		if (from.path(GraphControls.ONLY_GRAPH) instanceof ObjectNode held) {
			told.setAll(held);
		}
	}

	/**
	 * Severe incidents with many alerts first. Not every incident has a score.
	 */
	private static @Nullable Integer score(StoredIncident incident) {
		int severity = SEVERITIES.indexOf(String.valueOf(incident.severity()));
		if (severity < 0 || incident.alerts().isEmpty() || part(incident.id(), 25) == 0) {
			return null;
		}
		return 4 + 24 * severity + Math.min(12, incident.alerts().size()) + part(incident.id(), 10);
	}

	private static @Nullable String summary(JsonNode head, StoredIncident incident) {
		if (incident.alerts().size() < 3) {
			return null;
		}
		return "\u201c" + head.path("incidentName").asString("") + "\u201d began at "
				+ head.path("createdTime").asString("") + ".\n\n" + text("summaries", incident.id());
	}

	private static String lastModifiedBy(JsonNode head, StoredIncident incident) {
		if (head.has(IncidentWrites.LAST_MODIFIED_BY)) {
			return head.path(IncidentWrites.LAST_MODIFIED_BY).asString();
		}
		String owner = incident.assignedTo();
		boolean touched = !head.path("createdTime").equals(head.path("lastUpdateTime"));
		return (touched && owner != null) ? owner : "Microsoft Defender XDR";
	}

	private static String text(String list, long number) {
		JsonNode texts = TEXTS.path(list);
		return texts.path(part(number, texts.size())).asString();
	}

	private static int part(long number, int of) {
		return (int) Math.floorMod(number * 2_654_435_761L >> 8, (long) of);
	}

}
