package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.watchfloor.sandbox.SandboxAccount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes incidents as people ask for it, by either API or in the portal.
 */
public final class IncidentWrites {

	/**
	 * The member of an incident that names who changed it last, which only Microsoft
	 * Graph tells.
	 */
	public static final String LAST_MODIFIED_BY = "@lastModifiedBy";

	private final IncidentStore store;

	private final Clock clock;

	private final WriteControls controls;

	IncidentWrites(IncidentStore store, Clock clock, WriteControls controls) {
		this.store = store;
		this.clock = clock;
		this.controls = controls;
	}

	/**
	 * Change an incident. Its alerts follow once the answer has been made up, or later
	 * where a test wants them to: in a recorded answer of the Defender API they were
	 * still as before.
	 * @param id the incident
	 * @param write what changes
	 * @param by who changes it
	 * @return the incident as the answer tells it
	 * @throws ApiError with 404 when there is none that they may see, and with 400 when
	 * it cannot be changed like this
	 */
	public StoredIncident write(long id, IncidentWrite write, SandboxAccount by) {
		Visibility visibility = new Visibility(by);
		this.store.find(id).filter(visibility::shows).orElseThrow(() -> ApiError.incidentNotFound(id));
		WriteRules.check(write);
		AtomicReference<@Nullable StoredIncident> answer = new AtomicReference<>();
		this.store.change(id, (incident) -> {
			WriteRules.checkTarget(incident);
			StoredIncident changed = incident.withHead((head) -> apply(write, by, head));
			answer.set(changed);
			return changed;
		});
		this.controls.alertsFollow(() -> changeAlerts(id, write));
		return Objects.requireNonNull(answer.get());
	}

	private void apply(IncidentWrite write, SandboxAccount by, ObjectNode head) {
		put(head, "status", write.status());
		put(head, "determination", write.determination());
		if (write.assignedTo() != null) {
			head.put("assignedTo", ownerOrNull(write.assignedTo()));
		}
		if (write.classification() != null) {
			classify(write.classification(), head);
		}
		if (write.tags() != null) {
			head.remove("tags");
			write.tags().forEach(head.putArray("tags")::add);
		}
		if (write.comment() != null) {
			comment(write.comment(), by, head);
		}
		head.put(LAST_MODIFIED_BY, by.username()).put("lastUpdateTime", now());
	}

	/**
	 * Classify, and take a determination away that does not go with it: what is not in
	 * the request stays "unless it has to be recalculated due to changes to related
	 * values".
	 */
	private static void classify(String classification, ObjectNode head) {
		head.put("classification", classification);
		if (!WriteRules.fits(classification, head.path("determination").asString(null))) {
			head.put("determination", "NotAvailable");
		}
	}

	private void comment(String text, SandboxAccount by, ObjectNode head) {
		if (!head.path("comments").isArray()) {
			head.putArray("comments");
		}
		head.withArrayProperty("comments")
			.addObject()
			.put("comment", text)
			.put("createdBy", by.username())
			.put("createdTime", now());
	}

	/**
	 * Resolving an incident resolves its alerts, and assigning it assigns them, whether
	 * or not whoever does so sees them all.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/defender-xdr/manage-incidents">Manage
	 * incidents</a>
	 */
	private void changeAlerts(long id, IncidentWrite write) {
		if (this.store.find(id).isEmpty()) {
			return;
		}
		if (write.assignedTo() != null) {
			String owner = ownerOrNull(write.assignedTo());
			changeAlerts(id, (alert) -> touched(alert).put("assignedTo", owner));
		}
		if ("Resolved".equals(write.status())) {
			changeAlerts(id, (alert) -> {
				if (!"Resolved".equals(alert.path("status").asString(null))) {
					touched(alert).put("status", "Resolved").put("resolvedTime", now());
				}
			});
		}
	}

	private void changeAlerts(long id, Consumer<ObjectNode> change) {
		this.store.change(id, (incident) -> {
			List<StoredAlert> alerts = incident.alerts();
			return alerts.isEmpty() ? incident
					: incident.withAlerts(alerts.stream().map((alert) -> alert.with(change)).toList());
		});
	}

	private ObjectNode touched(ObjectNode alert) {
		return alert.put("lastUpdatedTime", now());
	}

	private static @Nullable String ownerOrNull(String owner) {
		return owner.isEmpty() ? null : owner;
	}

	private static void put(ObjectNode head, String name, @Nullable String value) {
		if (value != null) {
			head.put(name, value);
		}
	}

	private String now() {
		return Times.format(this.clock.instant());
	}

}
