package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Incidents that are not drawn by chance: those that Microsoft published, the stories, an
 * enormous one and the odd.
 */
final class SpecialIncidents {

	private static final long HUGE_ID = 960_010;

	private static final List<String> STORIES = List.of("ransomware", "business-email-compromise", "insider");

	/**
	 * A time before now, such as {@code "{{PT3H}}"}, or with so many fractional digits,
	 * {@code "{{PT3H,7}}"}.
	 */
	private static final Pattern AGO = Pattern.compile("\"\\{\\{(P[^,}]+)(?:,(\\d))?}}\"");

	private final long seed;

	private final Instant now;

	private final IncidentFactory factory;

	SpecialIncidents(long seed, Instant now, IncidentFactory factory) {
		this.seed = seed;
		this.now = now;
		this.factory = factory;
	}

	/**
	 * Whether an incident is the enormous one or one of the hostile ones.
	 */
	static boolean isLarge(long id) {
		return id == HUGE_ID || HostileIncidents.isOne(id);
	}

	Stream<ObjectNode> all() {
		ObjectNode huge = this.factory.huge(HUGE_ID, Times.toTick(this.now.minus(Duration.ofHours(3))), 150);
		return Stream.of(published(), stories(), Stream.of(huge), odd()).flatMap((incidents) -> incidents);
	}

	/**
	 * Those of Microsoft's own example response, as published.
	 */
	private static Stream<ObjectNode> published() {
		return Json.resource("/samples/list-incidents.json").path("value").valueStream().map(ObjectNode.class::cast);
	}

	private Stream<ObjectNode> stories() {
		return STORIES.stream()
			.map((name) -> new Story(Json.resource("/sandbox/stories/" + name + ".json"), this.now, this.seed)
				.incident());
	}

	/**
	 * One of each thing that real answers do beyond the reference.
	 */
	private Stream<ObjectNode> odd() {
		JsonNode odd = Json.resource("/sandbox/oddities.json");
		String dated = AGO.matcher(odd.toString()).replaceAll((ago) -> '"' + before(ago) + '"');
		return Json.read(dated).valueStream().map(ObjectNode.class::cast);
	}

	private String before(MatchResult ago) {
		Instant time = Times.toTick(this.now.minus(Duration.parse(ago.group(1))));
		return (ago.group(2) != null) ? Times.format(time.plusNanos(123_456_700), Integer.parseInt(ago.group(2)))
				: Times.format(time);
	}

}
