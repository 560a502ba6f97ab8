package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident at rest: immutable, its alerts apart from the rest so that each caller gets
 * those that they may see.
 */
public final class StoredIncident {

	private static final byte[] BEFORE_ALERTS = ",\"alerts\":[".getBytes(StandardCharsets.US_ASCII);

	private final long id;

	private final @Nullable Instant created;

	private final @Nullable Instant lastUpdate;

	private final @Nullable String status;

	private final @Nullable String assignedTo;

	private final @Nullable String severity;

	private final @Nullable String classification;

	private final @Nullable String determination;

	private final byte[] head;

	private final @Nullable List<StoredAlert> alerts;

	private StoredIncident(ObjectNode head, @Nullable List<StoredAlert> alerts) {
		this.id = head.path("incidentId").asLong();
		this.created = Times.of(head.get("createdTime"));
		this.lastUpdate = Times.of(head.get("lastUpdateTime"));
		this.status = text(head.get("status"));
		this.assignedTo = text(head.get("assignedTo"));
		this.severity = text(head.get("severity"));
		this.classification = text(head.get("classification"));
		this.determination = text(head.get("determination"));
		this.head = Json.write(head);
		this.alerts = alerts;
	}

	/**
	 * Store an incident.
	 * @param incident everything that the API tells of it; {@code alerts} may be absent
	 * or null
	 */
	public static StoredIncident of(ObjectNode incident) {
		if (!(incident.get("alerts") instanceof ArrayNode alerts)) {
			return new StoredIncident(incident, null);
		}
		ObjectNode head = incident.deepCopy();
		head.remove("alerts");
		return new StoredIncident(head, alerts.valueStream().map(StoredAlert::of).toList());
	}

	public long id() {
		return this.id;
	}

	public @Nullable Instant created() {
		return this.created;
	}

	public @Nullable Instant lastUpdate() {
		return this.lastUpdate;
	}

	public @Nullable String status() {
		return this.status;
	}

	public @Nullable String assignedTo() {
		return this.assignedTo;
	}

	public @Nullable String severity() {
		return this.severity;
	}

	public @Nullable String classification() {
		return this.classification;
	}

	public @Nullable String determination() {
		return this.determination;
	}

	public List<StoredAlert> alerts() {
		return (this.alerts != null) ? this.alerts : List.of();
	}

	/**
	 * Everything that the API tells of this incident to someone who sees all of it.
	 */
	ObjectNode json() {
		ObjectNode incident = head();
		if (this.alerts != null) {
			ArrayNode all = incident.putArray("alerts");
			this.alerts.forEach((alert) -> all.add(alert.json()));
		}
		return incident;
	}

	public ObjectNode head() {
		return Json.readObject(this.head);
	}

	/**
	 * The same incident with another head and the same alerts.
	 */
	StoredIncident withHead(Consumer<ObjectNode> change) {
		ObjectNode changed = head();
		change.accept(changed);
		return new StoredIncident(changed, this.alerts);
	}

	/**
	 * The same incident, for the same people, with less evidence.
	 * @param entities how many entities an alert keeps
	 */
	StoredIncident shortened(int entities) {
		return withAlerts(alerts().stream().map((alert) -> alert.shortened(entities)).toList());
	}

	StoredIncident withAlerts(List<StoredAlert> others) {
		return new StoredIncident(head(), List.copyOf(others));
	}

	StoredIncident withMoreAlerts(List<StoredAlert> more) {
		List<StoredAlert> all = new ArrayList<>(alerts());
		all.addAll(more);
		return withAlerts(all);
	}

	/**
	 * Write the incident as JSON.
	 * @param prefix members to write before its own, each with its comma
	 * @param visible which alerts to write
	 */
	void writeTo(OutputStream out, byte[] prefix, Predicate<StoredAlert> visible) throws IOException {
		out.write('{');
		out.write(prefix);
		out.write(this.head, 1, this.head.length - 2);
		if (this.alerts != null) {
			writeAlerts(out, this.alerts.stream().filter(visible).toList());
		}
		out.write('}');
	}

	private static void writeAlerts(OutputStream out, List<StoredAlert> alerts) throws IOException {
		out.write(BEFORE_ALERTS);
		for (int i = 0; i < alerts.size(); i++) {
			if (i > 0) {
				out.write(',');
			}
			alerts.get(i).writeTo(out);
		}
		out.write(']');
	}

	private static @Nullable String text(@Nullable JsonNode node) {
		return (node != null && node.isString()) ? node.asString().intern() : null;
	}

}
