package io.watchfloor.soak;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.DefenderControls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The incidents that each analyst alone may see, those of their own desk, and alerts of
 * their own in incidents that two desks share. Whatever is one desk's own bears its mark,
 * so that it is recognised in any page.
 */
final class AnalystSeats {

	/**
	 * Below those that the sandbox generates, so that the tenant's own life leaves them
	 * alone: it merges incidents, and moves alerts from desk to desk.
	 */
	private static final long FIRST_ID = 500_000;

	private static final int EACH = 20;

	private static final int SHARED = 3;

	private static final Pattern MARK = Pattern.compile("(?i)(?:only-desk-|desk\\.|analyst of desk )(\\d+)");

	private final DefenderControls defender;

	private final int count;

	AnalystSeats(DefenderControls defender, int count) {
		this.defender = defender;
		this.count = count;
	}

	/**
	 * The desks whose marks a text bears.
	 */
	static List<Integer> marks(String text) {
		return MARK.matcher(text).results().map((mark) -> Integer.valueOf(mark.group(1))).toList();
	}

	/**
	 * Give every desk its incidents.
	 * @param templates incidents of the tenant that those of the desks are made after
	 */
	void fill(List<Long> templates) {
		for (int desk = 1; desk <= this.count; desk++) {
			for (int number = 0; number < EACH; number++) {
				ObjectNode incident = copy(templates.get((desk * EACH + number) % templates.size()), desk, number);
				this.defender.addJson(incident.toString());
			}
		}
	}

	/**
	 * Return the desk of an incident.
	 */
	static int desk(long incident) {
		return (int) ((incident - FIRST_ID) / 100);
	}

	/**
	 * Return whether an incident is of one desk alone.
	 */
	static boolean isOwn(long incident) {
		return incident > FIRST_ID && incident < 1_000_000 && (incident - FIRST_ID) % 100 >= SHARED;
	}

	/**
	 * Change an incident of some desk: its status, and perhaps its owner.
	 */
	void work(Random random) {
		change(own(1 + random.nextInt(this.count), random), random);
	}

	/**
	 * Change an incident as a colleague of its desk does.
	 */
	void change(long id, Random random) {
		String owner = SandboxAccount.desk(desk(id)).username();
		this.defender.update(id, (incident) -> {
			incident.put("status", List.of("Active", "InProgress", "Resolved").get(random.nextInt(3)));
			if (random.nextBoolean()) {
				incident.put("assignedTo", owner);
			}
		});
	}

	/**
	 * An incident that only this desk sees.
	 */
	long own(int desk, Random random) {
		return id(desk, SHARED + random.nextInt(EACH - SHARED));
	}

	/**
	 * An incident that only another desk sees.
	 */
	long foreign(int desk, Random random) {
		int other = 1 + (desk + random.nextInt(this.count - 1)) % this.count;
		return own(other, random);
	}

	private static long id(int desk, int number) {
		return FIRST_ID + 100L * desk + number;
	}

	private ObjectNode copy(long template, int desk, int number) {
		ObjectNode incident = (ObjectNode) this.defender.incident(template).deepCopy();
		Instant created = Instant.now().minus(Duration.ofHours(7L * number + 1)).truncatedTo(ChronoUnit.SECONDS);
		incident.put("incidentId", id(desk, number))
			.put("createdTime", created.toString())
			.put("lastUpdateTime", created.plus(Duration.ofMinutes(30)).toString())
			.put("status", "Active")
			.putNull("assignedTo")
			.putNull("redirectIncidentId");
		incident.putArray("comments");
		ArrayNode alerts = incident.putArray("alerts");
		JsonNode first = this.defender.incident(template).path("alerts").path(0);
		alerts.add(alert(first, incident, desk));
		if (number < SHARED) {
			incident.put("incidentName", "Seen from two desks").putArray("tags");
			alerts.add(alert(first, incident, 1 + desk % this.count));
		}
		else {
			incident.put("incidentName", incident.path("incidentName").asString("") + " " + mark(desk));
			incident.putArray("tags").add(mark(desk));
		}
		return incident;
	}

	private static ObjectNode alert(JsonNode template, ObjectNode incident, int desk) {
		ObjectNode alert = (ObjectNode) template.deepCopy();
		long id = incident.path("incidentId").asLong();
		alert.put("alertId", "da" + id + "_" + desk)
			.put("incidentId", id)
			.put("title", alert.path("title").asString("") + " " + mark(desk))
			.put("description", "Seen at " + mark(desk))
			.put("actorName", mark(desk));
		ObjectNode device = alert.putArray("devices").addObject();
		device.put("deviceDnsName", mark(desk) + ".corp.contoso.com")
			.put("mdatpDeviceId", "dev-" + mark(desk))
			.put("osPlatform", "Windows11")
			.put("rbacGroupName", SandboxAccount.deskGroup(desk));
		alert.path("entities").forEach((entity) -> sign((ObjectNode) entity, desk));
		return alert;
	}

	private static void sign(ObjectNode entity, int desk) {
		for (String name : List.of("accountName", "userPrincipalName", "fileName", "mailboxDisplayName", "subject")) {
			if (entity.path(name).isString()) {
				entity.put(name, mark(desk));
			}
		}
	}

	private static String mark(int desk) {
		return "only-desk-" + desk;
	}

}
