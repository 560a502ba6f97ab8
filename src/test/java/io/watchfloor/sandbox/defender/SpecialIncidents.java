package io.watchfloor.sandbox.defender;

import java.time.Instant;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

/**
 * Incidents that are not drawn by chance.
 */
final class SpecialIncidents {

	private final Instant now;

	SpecialIncidents(Instant now) {
		this.now = now;
	}

	Stream<ObjectNode> all() {
		return published();
	}

	/**
	 * Those of Microsoft's own example response, as published.
	 */
	private static Stream<ObjectNode> published() {
		return Json.resource("/samples/list-incidents.json").path("value").valueStream().map(ObjectNode.class::cast);
	}

}
