package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people and Defender do to an incident. Every change moves its
 * {@code lastUpdateTime} to now, and the {@code lastUpdatedTime} of each alert that it
 * touches.
 */
final class IncidentChanges {

	private final IncidentStore store;

	private final Clock clock;

	IncidentChanges(IncidentStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	void update(long id, Consumer<ObjectNode> change) {
		this.store.change(id, (incident) -> {
			ObjectNode whole = incident.json();
			Set<JsonNode> before = incident.alerts().stream().map(StoredAlert::json).collect(Collectors.toSet());
			Set<String> times = before.stream()
				.map((alert) -> alert.path("lastUpdatedTime").asString(""))
				.collect(Collectors.toSet());
			change.accept(whole);
			whole.path("alerts")
				.valueStream()
				.filter((alert) -> alert.isObject() && !before.contains(alert)
						&& times.contains(alert.path("lastUpdatedTime").asString("")))
				.forEach((alert) -> ((ObjectNode) alert).put("lastUpdatedTime", now()));
			return StoredIncident.of(whole.put("lastUpdateTime", now()));
		});
	}

	void assign(long id, @Nullable String owner) {
		touch(id, (head) -> head.put("assignedTo", owner));
	}

	void start(long id, String owner) {
		touch(id, (head) -> head.put("assignedTo", owner).put("status", "InProgress"));
	}

	void comment(long id, String author, String text) {
		touch(id,
				(head) -> head.withArrayProperty("comments")
					.addObject()
					.put("comment", text)
					.put("createdBy", author)
					.put("createdTime", now()));
	}

	void resolve(long id, String classification, String determination) {
		touch(id,
				(head) -> head.put("status", "Resolved")
					.put("classification", classification)
					.put("determination", determination));
		this.store.change(id, (incident) -> incident.withAlerts(incident.alerts()
			.stream()
			.map((alert) -> alert.with(
					(json) -> json.put("status", "Resolved").put("resolvedTime", now()).put("lastUpdatedTime", now())))
			.toList()));
	}

	void merge(long from, long into) {
		List<StoredAlert> moved = this.store.find(from)
			.orElseThrow()
			.alerts()
			.stream()
			.map((alert) -> alert.with((json) -> json.put("incidentId", into).put("lastUpdatedTime", now())))
			.toList();
		this.store.change(into, (incident) -> incident.withMoreAlerts(moved));
		this.store.change(from, (incident) -> incident.withAlerts(List.of()));
		touch(into, (head) -> {
		});
		touch(from, (head) -> head.put("status", "Redirected").put("redirectIncidentId", into));
	}

	private void touch(long id, Consumer<ObjectNode> change) {
		this.store.change(id, (incident) -> incident.withHead((head) -> {
			change.accept(head);
			head.put("lastUpdateTime", now()).remove(IncidentWrites.LAST_MODIFIED_BY);
		}));
	}

	private String now() {
		return Times.format(this.clock.instant());
	}

}
