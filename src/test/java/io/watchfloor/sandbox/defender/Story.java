package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.watchfloor.sandbox.defender.Fleet.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hand-written incident, told in short in {@code sandbox/stories} with times relative
 * to its beginning, and spelled out as the API would tell it.
 */
final class Story {

	private final JsonNode told;

	private final Instant begin;

	private final Fleet fleet;

	private final Draw draw;

	private final Map<String, String> started = new HashMap<>();

	Story(JsonNode told, Instant now, long seed) {
		this.told = told;
		this.begin = now.minus(Duration.parse(told.path("ago").asString()));
		this.fleet = new Fleet(seed);
		this.draw = new Draw(seed, id(told));
	}

	ObjectNode incident() {
		ObjectNode incident = Json.object()
			.put("incidentId", id(this.told))
			.putNull("redirectIncidentId")
			.put("incidentName", this.told.path("name").asString())
			.put("createdTime", Times.format(this.begin.plusSeconds(200)))
			.put("lastUpdateTime", Times.format(lastWord()))
			.put("assignedTo", this.told.path("owner").asString(null))
			.put("classification", this.told.path("classification").asString("Unknown"))
			.put("determination", this.told.path("determination").asString("NotAvailable"))
			.put("detectionSource", this.told.path("alerts").path(0).path("detection").asString())
			.put("status", this.told.path("status").asString())
			.put("severity", this.told.path("severity").asString());
		incident.set("tags", this.told.path("tags").deepCopy());
		addComments(incident.putArray("comments"));
		ArrayNode alerts = incident.putArray("alerts");
		for (JsonNode alert : this.told.path("alerts")) {
			addAlert(alerts.addObject(), alert, alerts.size());
		}
		return incident;
	}

	private Instant lastWord() {
		Instant last = this.begin;
		for (String part : new String[] { "alerts", "comments" }) {
			for (JsonNode one : this.told.path(part)) {
				Instant time = after(one).plusSeconds(240);
				last = time.isAfter(last) ? time : last;
			}
		}
		return last;
	}

	private void addComments(ArrayNode comments) {
		for (JsonNode comment : this.told.path("comments")) {
			comments.addObject()
				.put("comment", comment.path("text").asString())
				.put("createdBy", comment.path("by").asString())
				.put("createdTime", Times.format(after(comment)));
		}
	}

	private void addAlert(ObjectNode alert, JsonNode part, int number) {
		Instant first = after(part);
		Instant last = first.plus(Duration.ofMinutes(part.path("minutes").asInt()));
		Instant raised = first.plusSeconds(150);
		boolean resolved = this.told.path("status").asString().equals("Resolved");
		alert.put("alertId", "da" + id(this.told) + "_" + number)
			.put("incidentId", id(this.told))
			.put("serviceSource", part.path("source").asString())
			.put("creationTime", Times.format(raised))
			.put("lastUpdatedTime", Times.format(last.isAfter(raised) ? last : raised))
			.put("resolvedTime", resolved ? Times.format(lastWord()) : null)
			.put("firstActivity", Times.format(first))
			.put("lastActivity", Times.format(last))
			.put("title", part.path("title").asString())
			.put("description", part.path("description").asString())
			.put("category", part.path("category").asString())
			.put("status", resolved ? "Resolved" : "InProgress")
			.put("severity", part.path("severity").asString())
			.putNull("investigationId")
			.put("investigationState", "UnsupportedAlertType")
			.putNull("classification")
			.putNull("determination")
			.put("detectionSource", part.path("detection").asString())
			.put("assignedTo", this.told.path("owner").asString(null))
			.put("actorName", part.path("actor").asString(null))
			.put("threatFamilyName", part.path("family").asString(null));
		alert.set("mitreTechniques", part.path("techniques").deepCopy());
		addDevices(alert.putArray("devices"), part);
		String device = alert.path("devices").path(0).path("mdatpDeviceId").asString("");
		new StoryEvidence(new Entities(alert.putArray("entities"), first, device, true, this.draw), this.draw, device,
				this.started)
			.add(part, this.fleet::person);
	}

	/**
	 * A device's number stands behind the hyphen of its name.
	 */
	private void addDevices(ArrayNode devices, JsonNode part) {
		for (JsonNode name : part.path("devices")) {
			String number = name.asString().substring(name.asString().indexOf('-') + 1);
			ObjectNode device = this.fleet.device(Integer.parseInt(number));
			if (part.has("user")) {
				Person user = this.fleet.person(part.path("user").asString());
				device.putArray("loggedOnUsers")
					.addObject()
					.put("accountName", user.account())
					.put("domainName", "contoso");
			}
			devices.add(device);
		}
	}

	private Instant after(JsonNode part) {
		return this.begin.plus(Duration.parse(part.path("after").asString()));
	}

	private static long id(JsonNode told) {
		return told.path("id").asLong();
	}

}
