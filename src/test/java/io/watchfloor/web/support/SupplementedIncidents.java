package io.watchfloor.web.support;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SourceDetail;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A real queue over a source that gives what the Defender API does not, and nothing of
 * what only that gives.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(SampleQueue.class)
public class SupplementedIncidents {

	/**
	 * An incident with everything, whose long texts have several lines.
	 */
	public static final long FULL = 51;

	/**
	 * One of which the source says as little as it can.
	 */
	public static final long BARE = 52;

	/**
	 * One whose every text somebody wrote to break the page.
	 */
	public static final long HOSTILE = 53;

	/**
	 * As large as stands on one page, with long texts in every alert.
	 */
	public static final long LARGE = 54;

	public static final String ATTACK = "</p></details><script>alert(1)</script><img src=x onerror=alert(1)> "
			+ "\\\" onmouseover=\\\"alert(1) ${7*7} [[${7*7}]] http://evil.example/ \\u202e\\u200b";

	@Bean
	@Primary
	StubIncidents supplemented() {
		return new StubIncidents(List.of(SampleIncidents.of("""
				{"incidentId": 51, "incidentName": "Sign-in from nowhere", "severity": "Low", "status": "Resolved",
				 "createdTime": "2026-11-23T08:00:00Z", "lastUpdateTime": "2026-11-23T09:00:00Z", "tags": ["Finance"],
				 "supplement": {"priorityScore": 87, "systemTags": ["Attack disruption"],
				  "summary": "Line one of it.\\nMegan's browser went to http://evil.example/x.%1$s",
				  "lastModifiedBy": "lee.lead@contoso.com", "resolvingComment": "Password reset.\\nSessions revoked."},
				 "alerts": [{"title": "Odd sign-in", "detectionSource": "AzureADIdentityProtection", "severity": "Low",
				  "recommendedActions": "A. Validate the alert.\\n\\t1. Ask the user about 203.0.113.77.%1$s",
				  "systemTags": ["Defender Experts"], "devices": [{"deviceDnsName": "ws-1"}],
				  "entities": [{"entityType": "KubernetesCluster", "name": "prod-eu-1", "verdict": "Suspicious",
				   "roles": ["CommandAndControl", "Unknown"]}, {"entityType": "KubernetesCluster", "name": "PROD-EU-1"},
				   {"entityType": "Nic", "name": "prod-eu-1"},
				   {"entityType": "Ip", "ipAddress": "203.0.113.77", "verdict": "Malicious", "roles": ["Attacker"]}]}]}
				""".formatted(" And so on.".repeat(120))), SampleIncidents.of("""
						{"incidentId": 52, "severity": "High", "createdTime": "2026-11-23T10:00:00Z",
						 "lastUpdateTime": "2026-11-23T10:00:00Z", "supplement": {"alertsMissing": true,
				"lastModifiedBy": "Microsoft Defender XDR"}, "alerts": [{"title": "Short",
						 "recommendedActions": "Reset the password."}]}"""), SampleIncidents.of("""
				{"incidentId": 53, "incidentName": "Hostile", "createdTime": "2026-11-23T11:00:00Z",
				 "lastUpdateTime": "2026-11-23T11:00:00Z", "supplement": {"priorityScore": 12,
				 "systemTags": ["%1$s"], "summary": "%1$s", "lastModifiedBy": "%1$s",
				 "resolvingComment": "%1$s %2$s"}, "alerts": [{"title": "x", "recommendedActions": "%1$s %2$s",
				 "systemTags": ["%1$s"], "entities": [{"entityType": "%1$s", "name": "%1$s", "roles": ["%1$s"]}]}]}
				""".formatted(ATTACK, "x".repeat(1_200))), large()), Set.of(SourceDetail.SUPPLEMENT));
	}

	private static Incident large() {
		String alerts = IntStream.range(0, 25)
			.mapToObj((alert) -> """
					{"title": "Alert %1$d", "severity": "High", "recommendedActions": "%2$s", "systemTags": ["a", "b"],
					 "entities": [%3$s]}""".formatted(alert,
					("Check this, as detector " + alert % 5 + " says.\\n").repeat(100), entities(alert)))
			.collect(Collectors.joining(","));
		return SampleIncidents.of("{\"incidentId\": 54, \"createdTime\": \"2026-11-23T07:00:00Z\", \"supplement\": "
				+ "{\"summary\": \"" + "Much happened. ".repeat(500) + "\"}, \"alerts\": [" + alerts + "]}");
	}

	private static String entities(int alert) {
		return IntStream.range(0, 8)
			.mapToObj((
					entity) -> "{\"entityType\": \"File\", \"sha1\": \"%040x\", \"roles\": [\"Attacker\", \"Created\"]}"
						.formatted(alert * 8 + entity))
			.collect(Collectors.joining(","));
	}

}
