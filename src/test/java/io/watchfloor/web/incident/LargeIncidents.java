package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.defender.Incident;
import io.watchfloor.web.format.Tactic;
import io.watchfloor.web.support.SampleIncidents;

/**
 * Incidents of 150 alerts and more than 2,000 entities of every kind.
 */
final class LargeIncidents {

	static final long BELIEVABLE = 150_001;

	static final long HOSTILE = 150_002;

	static final long LONG_TEXT = 150_003;

	private static final int ALERTS = 150;

	private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");

	private LargeIncidents() {
	}

	/**
	 * An attack that went through a company: commands, files and addresses on many
	 * devices.
	 */
	static Incident believable() {
		return incident(BELIEVABLE, "Ransomware across the tenant", ALERTS,
				"Suspicious PowerShell command line number %d", "powershell.exe -NoProfile -EncodedCommand ");
	}

	/**
	 * An attacker wrote all texts of it, and made them long.
	 */
	static Incident hostile() {
		String text = "<b>\\u202e&\\\"' http://evil.example/ ".repeat(100);
		return incident(HOSTILE, text, ALERTS, text + "%d", text);
	}

	/**
	 * A small incident with texts that are much too long.
	 * @param length of each, in characters
	 */
	static Incident withTextsOf(int length) {
		return SampleIncidents.of("""
				{"incidentId": %1$d, "incidentName": "%2$s", "alerts": [{"title": "%2$s", "description": "%2$s",
				 "firstActivity": "2026-11-20T00:00:00Z", "devices": [{"deviceDnsName": "%2$s"}], "entities": [
				 {"entityType": "Process", "fileName": "%2$s", "processCommandLine": "%2$s"}]}]}""".formatted(LONG_TEXT,
				"A".repeat(length)));
	}

	private static Incident incident(long id, String name, int alerts, String title, String command) {
		String all = IntStream.range(0, alerts)
			.mapToObj((alert) -> alert(alert, title.formatted(alert), command))
			.collect(Collectors.joining(","));
		return SampleIncidents.of("""
				{"incidentId": %d, "incidentName": "%s", "severity": "High", "status": "Active", "createdTime": "%s",
				 "lastUpdateTime": "%s", "tags": ["%2$s"], "comments": [{"comment": "%2$s", "createdBy": "lee"}],
				 "alerts": [%5$s]}""".formatted(id, name, BEGIN, BEGIN, all));
	}

	private static String alert(int number, String title, String command) {
		String device = "d" + number % 40;
		String shared = evidence("File", number % 7, "Malicious", device, command, number);
		String own = IntStream.range(0, 16)
			.mapToObj((piece) -> evidence(List.of("Process", "File", "Ip", "Url").get(piece % 4),
					100 + number * 16 + piece, List.of("Suspicious", "NoThreatsFound", "Malicious").get(piece % 3),
					device, command, number))
			.collect(Collectors.joining(","));
		return """
				{"alertId": "da%1$d_1", "title": "%2$s", "description": "%2$s", "severity": "%3$s", "category": "%4$s",
				 "status": "New", "serviceSource": "MicrosoftDefenderForEndpoint", "detectionSource": "WindowsDefenderAtp",
				 "creationTime": "%5$s", "firstActivity": "%5$s", "lastActivity": "%6$s", "lastUpdatedTime": "%6$s",
				 "investigationState": "PendingApproval", "investigationId": "%1$d", "detectorId": "detector", "threatFamilyName":
				 "Qakbot", "providerAlertId": "da%1$d", "mitreTechniques": ["T1059.001", "T1486", "T10%7$d"],
				 "devices": [{"mdatpDeviceId": "%8$s", "deviceDnsName": "ws-%8$s.contoso.com", "osPlatform": "Windows11",
				  "healthStatus": "Active", "riskScore": "High", "version": "23H2", "osBuild": "22631", "osProcessor": "x64",
				  "rbacGroupName": "Workstations", "rbacGroupId": "9", "firstSeen": "%5$s", "defenderAvStatus": "Updated",
				  "onboardingStatus": "Onboarded", "aadDeviceId": "id-%8$s", "tags": ["one", "two", "three", "four", "five"],
				  "loggedOnUsers": [{"accountName": "user%9$d", "domainName": "contoso"}]}],
				 "entities": [{"entityType": "User", "accountName": "user%9$d", "domainName": "contoso",
				  "userPrincipalName": "user%9$d@contoso.com", "aadUserId": "id%9$d"}, %10$s, %11$s]}"""
			.formatted(number, title, List.of("High", "Medium", "Low", "Informational").get(number % 4),
					Tactic.values()[number % Tactic.values().length].label(), BEGIN.plusSeconds(number * 1300L),
					BEGIN.plusSeconds(number * 1300L + 700), 10 + number % 40, device, number % 30, shared, own);
	}

	private static String evidence(String type, int number, String verdict, String device, String command, int alert) {
		return """
				{"entityType": "%1$s", "evidenceCreationTime": "%2$s", "verdict": "%3$s", "remediationStatus": "Active",
				 "sha1": "%4$040x", "sha256": "%4$064x", "fileName": "tool%4$d.exe", "filePath": "C:\\\\Users\\\\Public",
				 "processId": %4$d, "processCommandLine": "%5$s%4$d", "processCreationTime": "%2$s", "parentProcessId": 4,
				 "ipAddress": "203.0.113.%4$d", "url": "https://evil.example/%5$s%4$d", "deviceId": "%6$s"}"""
			.formatted(type, BEGIN.plusSeconds(alert * 1300L), verdict, number, command, device);
	}

}
