package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.watchfloor.sandbox.defender.Fleet.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alerts by the templates of {@code sandbox/alerts.json}.
 */
final class AlertFactory {

	private static final List<JsonNode> TEMPLATES = Json.resource("/sandbox/alerts.json").valueStream().toList();

	private static final List<String> INVESTIGATIONS = List.of("UnsupportedAlertType", "UnsupportedAlertType",
			"UnsupportedOs", "Queued", "Running", "PendingApproval", "PendingResource", "SuccessfullyRemediated",
			"PartiallyRemediated", "Benign", "Failed", "TerminatedBySystem", "PartiallyInvestigated", "Disabled",
			"SkippedRecentlyDone");

	private final long seed;

	private final Fleet fleet;

	AlertFactory(long seed, Fleet fleet) {
		this.seed = seed;
		this.fleet = fleet;
	}

	/**
	 * A template to begin an incident with.
	 */
	JsonNode template(Draw draw) {
		return TEMPLATES.get(draw.few(TEMPLATES.size()));
	}

	/**
	 * A template of the same field as another, so that alerts of an incident belong
	 * together.
	 */
	JsonNode templateBeside(JsonNode other, Draw draw) {
		return draw.one(TEMPLATES.stream().filter((one) -> one.path("field").equals(other.path("field"))).toList());
	}

	/**
	 * Make an alert.
	 * @param template what happened
	 * @param incident the incident's id
	 * @param created when Defender raised it
	 * @param cast whom and what it touches
	 */
	ObjectNode alert(JsonNode template, long incident, Instant created, Cast cast, Draw draw) {
		Instant last = created.minus(draw.upTo(Duration.ofMinutes(90)));
		Instant first = last.minus(draw.upTo(Duration.ofHours(5)));
		Person person = this.fleet.person(draw.one(cast.people()));
		String source = template.path("source").asString();
		ObjectNode alert = Json.object()
			.put("alertId", id(source, draw))
			.put("incidentId", incident)
			.put("serviceSource", source)
			.put("creationTime", Times.format(created))
			.put("lastUpdatedTime", Times.format(created.plus(draw.upTo(Duration.ofSeconds(2)))))
			.putNull("resolvedTime")
			.put("firstActivity", Times.format(first))
			.put("lastActivity", Times.format(last));
		describe(alert, template, person, draw);
		String deviceId = addDevice(alert.putArray("devices"), template, cast, draw);
		Entities entities = new Entities(alert.putArray("entities"), last, deviceId, cast.newer(), draw);
		EvidenceFactory evidence = new EvidenceFactory(this.seed, draw, entities);
		for (int round = 0; round < cast.rounds(); round++) {
			template.path("evidence").forEach((kind) -> evidence.add(kind.asString(), person));
		}
		return alert;
	}

	/**
	 * Name a device where the template has one.
	 * @return the device's id, or an empty text
	 */
	private String addDevice(ArrayNode devices, JsonNode template, Cast cast, Draw draw) {
		if (!template.path("device").asBoolean()) {
			return "";
		}
		ObjectNode device = this.fleet.device(draw.one(cast.devices()));
		devices.add(device);
		return device.path("mdatpDeviceId").asString();
	}

	private static void describe(ObjectNode alert, JsonNode template, Person person, Draw draw) {
		boolean investigated = draw.chance(30);
		alert.put("title", template.path("title").asString())
			.put("description", template.path("description").asString().replace("{user}", person.address()))
			.put("category", template.path("category").asString())
			.put("status", draw.one(List.of("New", "New", "InProgress")))
			.put("severity",
					draw.chance(80) ? template.path("severity").asString()
							: draw.one(List.of("Informational", "Low", "Medium", "High")))
			.put("investigationId", investigated ? String.valueOf(draw.between(1000, 99_999)) : null)
			.put("investigationState", investigated ? draw.one(INVESTIGATIONS) : "UnsupportedAlertType")
			.putNull("classification")
			.putNull("determination")
			.put("detectionSource", template.path("detection").asString())
			.put("detectorId", draw.uuid())
			.put("providerAlertId", draw.hex(24))
			.put("assignedTo", draw.chance(10) ? "Automation" : null)
			.put("actorName",
					draw.chance(3) ? draw.one(List.of("Storm-0324", "Octo Tempest", "Midnight Blizzard")) : null)
			.set("threatFamilyName", template.path("family"))
			.set("mitreTechniques", template.path("techniques").deepCopy());
		if (template.path("family").isMissingNode()) {
			alert.putNull("threatFamilyName");
		}
	}

	/**
	 * Ids begin with two letters that tell the source.
	 */
	private static String id(String source, Draw draw) {
		return switch (source) {
			case "MicrosoftCloudAppSecurity", "MicrosoftDefenderForCloudApps" -> "ca" + draw.uuid();
			case "OfficeATP", "MicrosoftDefenderForOffice365" -> "fa" + draw.uuid();
			case "AzureATP", "MicrosoftDefenderForIdentity" -> "aa" + draw.uuid();
			case "AzureADIdentityProtection", "AadIdentityProtection" -> "ad" + draw.hex(64);
			default -> "da" + draw.between(600_000_000, 699_999_999) + draw.hex(9) + "_1";
		};
	}

	/**
	 * Whom and what an incident touches.
	 *
	 * @param devices numbers of devices
	 * @param people numbers of people
	 * @param newer whether its evidence has the newer form
	 * @param rounds how many times over the template's evidence is drawn
	 */
	record Cast(List<Integer> devices, List<Integer> people, boolean newer, int rounds) {
	}

}
