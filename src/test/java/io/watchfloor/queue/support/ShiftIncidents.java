package io.watchfloor.queue.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Makes incidents of one shift, of which little but times, status and owner matters.
 */
public final class ShiftIncidents {

	private ShiftIncidents() {
	}

	/**
	 * Create an incident.
	 * @param createdAgo for how long it has been there
	 * @param updatedAgo how long ago it last changed
	 * @param owner its owner, or {@code null} for nobody
	 * @param alertsAgo how long ago each of its alerts was raised
	 */
	public static Incident incident(long id, Duration createdAgo, Duration updatedAgo, String status, String severity,
			@Nullable String owner, Duration... alertsAgo) {
		Instant now = RandomIncidents.NOW;
		return new Incident(id, status.equals("Redirected") ? 7L : null, "Incident " + id, now.minus(createdAgo),
				now.minus(updatedAgo), owner, status, severity, "Unknown", "NotAvailable", null, List.of(), List.of(),
				Arrays.stream(alertsAgo).map((ago) -> SampleAlerts.raised(now.minus(ago))).toList(), null);
	}

	/**
	 * Create the summary of an incident.
	 */
	public static IncidentSummary summary(long id, Duration createdAgo, Duration updatedAgo, String status,
			String severity, @Nullable String owner, Duration... alertsAgo) {
		return IncidentSummary.of(incident(id, createdAgo, updatedAgo, status, severity, owner, alertsAgo));
	}

}
