package io.watchfloor.web.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Incident;

/**
 * Incidents to print, of every severity and status, one of them hostile.
 */
public final class QueueIncidents {

	public static final Instant NOW = Instant.parse("2026-11-23T14:03:10Z");

	public static final String HOSTILE = "<script>alert(1)</script>";

	private static final List<String> NAMES = List.of(
			"Multi-stage incident involving Initial access & Lateral movement on multiple endpoints reported by multiple sources",
			"Suspicious PowerShell command line on one endpoint", HOSTILE,
			"Impossible travel activity involving one user",
			"Email messages containing malicious URL removed after delivery", "Human-operated ransomware attack", "");

	private static final List<String> SEVERITIES = List.of("High", "Medium", "Low", "Informational", "High",
			"UnSpecified");

	private static final List<String> STATUSES = List.of("Active", "InProgress", "Resolved", "Active", "Redirected");

	private static final List<String> SOURCES = List.of("MicrosoftDefenderForEndpoint", "MicrosoftDefenderForOffice365",
			"AadIdentityProtection", "MicrosoftCloudAppSecurity");

	private QueueIncidents() {
	}

	public static List<Incident> incidents(int number) {
		return IntStream.range(0, number).mapToObj(QueueIncidents::incident).toList();
	}

	private static Incident incident(int i) {
		Instant created = NOW.minus(Duration.ofMinutes(17L * i * i + 3));
		List<Alert> alerts = IntStream.rangeClosed(0, i % 5).mapToObj((n) -> alert(i, n, created)).toList();
		String status = STATUSES.get(i % STATUSES.size());
		return new Incident(924_600 - i, status.equals("Redirected") ? 924_000L : null, NAMES.get(i % NAMES.size()),
				created, created.plus(Duration.ofMinutes(2L * i)), (i % 3 == 1) ? "ada.analyst@contoso.com" : null,
				status, SEVERITIES.get(i % SEVERITIES.size()), "Unknown", "NotAvailable", "WindowsDefenderAtp",
				(i % 4 == 0) ? List.of("Executive", "Ransomware playbook") : List.of(), List.of(), alerts, null);
	}

	private static Alert alert(int incident, int n, Instant created) {
		String source = SOURCES.get((incident + n) % SOURCES.size());
		return new Alert("alert-" + incident + "-" + n, source, "WindowsDefenderAtp", created, created, null, created,
				created, "Suspicious activity", null, (n % 2 == 0) ? "InitialAccess" : "LateralMovement", "New", "High",
				null, "PendingApproval", null, null, null, null, null, null, (n == 1) ? "Qakbot" : null,
				List.of("T1059.001"), List.of(device(incident, n)), List.of());
	}

	private static Device device(int incident, int n) {
		String name = String.format("ws-%04d.corp.contoso.com", 140 + incident + n);
		return new Device("id-" + name, null, name, "Windows11", null, null, null, "Active", "High", "Workstations",
				"1", null, List.of(), null, null, null, List.of());
	}

}
