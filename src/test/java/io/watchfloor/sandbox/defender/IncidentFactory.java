package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.sandbox.defender.AlertFactory.Cast;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes incidents as a mid-size company has them: equal seeds and times make equal
 * incidents.
 */
final class IncidentFactory {

	/**
	 * The id of the oldest generated incident; the others count up from it.
	 */
	static final long FIRST_ID = 1_000_001;

	private static final Duration HISTORY = Duration.ofDays(180);

	private static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");

	private static final List<String> OWNERS = List.of("ada.analyst@contoso.com", "ada.analyst@contoso.com",
			"lee.lead@contoso.com", "maria.mendes@contoso.com", "tom.okafor@contoso.com", "soc-night@contoso.com");

	private static final List<String> TAGS = List.of("VIP", "Ransomware", "Phishing campaign", "Red team", "Follow-up",
			"Credential Phish", "Automatic attack disruption", "Lessons learned");

	private static final List<String> COMMENTS = List.of("User confirmed the sign-in was theirs.",
			"Isolated the device, waiting for a memory image.", "Password reset, sessions revoked.",
			"Same sender as last week.\nBlocked the domain at the gateway.",
			"Planned test of the red team, see change 4711.", "Asked the user, no answer yet.");

	private final long seed;

	private final AlertFactory alerts;

	IncidentFactory(long seed) {
		this.seed = seed;
		this.alerts = new AlertFactory(seed, new Fleet(seed));
	}

	/**
	 * An incident of the last 180 days, denser near now.
	 * @param index which one, oldest first
	 * @param count how many there are
	 */
	ObjectNode past(int index, int count, Instant now) {
		Draw draw = new Draw(this.seed, index);
		double back = (count - 1 - index + draw.fraction()) / count;
		Duration age = Duration.ofMillis((long) (HISTORY.toMillis() * back * back));
		Instant created = Times.toTick(now.minus(age).minus(draw.upTo(Duration.ofMillis(1))));
		ObjectNode incident = incident(FIRST_ID + index, created, draw);
		work(incident, created, age, draw);
		if (index < count - 1 && draw.chance(2)) {
			incident.put("status", "Redirected").put("redirectIncidentId", FIRST_ID + index + 1).putArray("alerts");
		}
		return incident;
	}

	/**
	 * An incident that nobody has touched yet.
	 */
	ObjectNode arriving(long id, Instant now) {
		return incident(id, Times.toTick(now), new Draw(this.seed, id));
	}

	private ObjectNode incident(long id, Instant created, Draw draw) {
		JsonNode template = this.alerts.template(draw);
		List<ObjectNode> members = alerts(template, id, created, draw);
		ObjectNode incident = Json.object()
			.put("incidentId", id)
			.putNull("redirectIncidentId")
			.put("incidentName", name(members))
			.put("createdTime", Times.format(created))
			.put("lastUpdateTime", Times.format(created))
			.putNull("assignedTo")
			.put("classification", "Unknown")
			.put("determination", "NotAvailable")
			.put("detectionSource", template.path("detection").asString())
			.put("status", "Active")
			.put("severity", severity(members));
		ArrayNode tags = incident.putArray("tags");
		if (draw.chance(18)) {
			tags.add(draw.one(TAGS));
		}
		incident.putArray("comments");
		incident.put("incidentUri",
				"https://security.microsoft.com/incidents/" + id + "?tid=2f1d8d31-0d3c-4c55-9a7e-7f6f0c2f1a10");
		incident.putArray("alerts").addAll(members);
		return incident;
	}

	/**
	 * One incident with more in it than anybody would draw.
	 * @param size how many alerts
	 */
	ObjectNode huge(long id, Instant created, int size) {
		Draw draw = new Draw(this.seed, id);
		ObjectNode incident = incident(id, created, draw);
		Cast cast = new Cast(IntStream.range(0, 24).boxed().toList(), IntStream.range(0, 30).boxed().toList(), true,
				10);
		List<ObjectNode> members = Stream.iterate(size, (number) -> number > 0, (number) -> number - 1)
			.map((number) -> this.alerts.alert(this.alerts.template(draw), id,
					created.minus(Duration.ofMinutes(11L * number)), cast, draw))
			.toList();
		incident.put("incidentName", "Multi-stage incident across the tenant").put("severity", "High");
		incident.putArray("alerts").addAll(members);
		return incident;
	}

	private List<ObjectNode> alerts(JsonNode template, long id, Instant created, Draw draw) {
		int count = draw.chance(62) ? 1 : draw.chance(88) ? draw.between(2, 4) : draw.between(5, 40);
		Cast cast = new Cast(Stream.generate(() -> draw.few(Fleet.DEVICES)).limit(1 + Math.min(count / 3, 5)).toList(),
				Stream.generate(() -> draw.few(Fleet.PEOPLE)).limit(1 + Math.min(count / 4, 6)).toList(),
				draw.chance(50), 1);
		Instant begin = created.minus(Duration.ofMinutes(7L * (count - 1)));
		return Stream.iterate(0, (number) -> number < count, (number) -> number + 1)
			.map((number) -> this.alerts.alert((number == 0) ? template : this.alerts.templateBeside(template, draw),
					id, begin.plus(Duration.ofMinutes(7L * number)).minus(draw.upTo(Duration.ofMinutes(3))), cast,
					draw))
			.toList();
	}

	/**
	 * What people did about an incident since it was created.
	 */
	private static void work(ObjectNode incident, Instant created, Duration age, Draw draw) {
		Instant touched = created.plus(draw.upTo(min(age, Duration.ofDays(9))));
		int open = (age.toDays() < 1) ? 85 : (age.toDays() < 7) ? 45 : 9;
		if (!draw.chance(open)) {
			resolve(incident, touched, draw);
		}
		else if (draw.chance(45)) {
			incident.put("status", "InProgress").put("assignedTo", draw.one(OWNERS));
		}
		else if (draw.chance(25)) {
			incident.put("assignedTo", draw.one(OWNERS));
		}
		else {
			return;
		}
		if (draw.chance(35)) {
			incident.withArrayProperty("comments")
				.addObject()
				.put("comment", draw.one(COMMENTS))
				.put("createdBy", draw.one(OWNERS))
				.put(draw.chance(80) ? "createdTime" : "createTime", Times.format(touched));
		}
		incident.put("lastUpdateTime", Times.format(touched));
	}

	private static void resolve(ObjectNode incident, Instant when, Draw draw) {
		incident.put("status", "Resolved").put("assignedTo", draw.chance(88) ? draw.one(OWNERS) : null);
		if (draw.chance(85)) {
			String verdict = draw.one(List.of("TruePositive|Malware", "TruePositive|Phishing",
					"TruePositive|CompromisedAccount", "TruePositive|UnwantedSoftware",
					"TruePositive|MultiStagedAttack", "FalsePositive|Clean", "FalsePositive|NoEnoughDataToValidate",
					"FalsePositive|Other", "InformationalExpectedActivity|SecurityTesting",
					"InformationalExpectedActivity|LineOfBusinessApplication"));
			incident.put("classification", verdict.substring(0, verdict.indexOf('|')))
				.put("determination", verdict.substring(verdict.indexOf('|') + 1));
		}
		incident.path("alerts")
			.forEach((alert) -> ((ObjectNode) alert).put("status", "Resolved").put("resolvedTime", Times.format(when)));
	}

	private static String name(List<ObjectNode> alerts) {
		String title = alerts.get(0).path("title").asString();
		long devices = distinct(alerts, "devices", "deviceDnsName");
		if (alerts.size() > 4) {
			return "Multi-stage incident involving " + alerts.get(0).path("category").asString() + " & "
					+ alerts.get(alerts.size() - 1).path("category").asString() + " on " + counted(devices, "endpoint");
		}
		return (devices > 0) ? title + " on " + counted(devices, "endpoint")
				: title + " involving " + counted(distinct(alerts, "entities", "userPrincipalName"), "user");
	}

	private static long distinct(List<ObjectNode> alerts, String list, String name) {
		return alerts.stream().flatMap((alert) -> alert.path(list).valueStream()).<String>mapMulti((node, names) -> {
			@Nullable JsonNode value = node.get(name);
			if (value != null && value.isString()) {
				names.accept(value.asString());
			}
		}).distinct().count();
	}

	private static String counted(long count, String what) {
		return (count == 1) ? "one " + what : (count > 1) ? "multiple " + what + 's' : "the tenant";
	}

	private static String severity(List<ObjectNode> alerts) {
		return SEVERITIES.get(alerts.stream()
			.mapToInt((alert) -> SEVERITIES.indexOf(alert.path("severity").asString()))
			.max()
			.orElse(0));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
