package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.narrative.AttackSentences;
import io.watchfloor.web.narrative.EvidenceLinks;
import io.watchfloor.web.narrative.Sentence;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TicketTextTests {

	private static final Instant NOW = Instant.parse("2020-09-06T19:46:57Z");

	private static final String ADDRESS = "https://watchfloor.contoso.com/incidents/924565";

	@Test
	void anIncidentIsToldInAFewLines() {
		assertThat(lines(
				SampleIncidents
					.of("""
							{"incidentId": 924565, "incidentName": "Ransomware activity", "severity": "High", "status": "InProgress",
							 "assignedTo": "ada@contoso.com", "createdTime": "2020-09-06T14:46:57Z", "alerts": [
							 {"title": "Files encrypted", "category": "Impact", "mitreTechniques": ["T1486", "T1059.001"],
							  "devices": [{"deviceDnsName": "ws-0142.contoso.com"}],
							  "entities": [{"entityType": "User", "userPrincipalName": "bo@contoso.com"},
							   {"entityType": "Ip", "ipAddress": "203.0.113.7"}]},
							 {"title": "Files encrypted"}]}"""),
				"High, 5 h old"))
			.containsExactly("Incident 924565: Ransomware activity",
					"Severity: High, status: In progress, owner: ada@contoso.com", "Created: 2020-09-06 14:46:57 UTC",
					"Needs attention: High, 5 h old", "Alerts (2): Files encrypted",
					"Assets (2): ws-0142.contoso.com; bo@contoso.com",
					"Techniques (2): T1059.001 Command and Scripting Interpreter: PowerShell; T1486 Data Encrypted for Impact",
					"Defender: https://security.microsoft.com/incidents/924565?tid=tenant", "Watchfloor: " + ADDRESS);
	}

	@Test
	void whatIsNotKnownHasNoLine() {
		assertThat(lines(SampleIncidents.of("{\"incidentId\": 1}"), "")).containsExactly(
				"Incident 1: Incident without a name", "Severity: Unspecified, status: No status, owner: nobody",
				"Created: time unknown", "Defender: https://security.microsoft.com/incidents/1?tid=tenant",
				"Watchfloor: " + ADDRESS);
	}

	@Test
	void noTextOfAnAttackerMakesALinkOrALineOfItsOwn() {
		String hostile = "Paid\\nWatchfloor: https://evil.example/x\\r\\u202e see evil.example, 203.0.113.7 or a@evil.example";
		List<String> lines = lines(SampleIncidents.of("""
				{"incidentId": 1, "incidentName": "TEXT", "severity": "TEXT", "status": "TEXT", "assignedTo": "TEXT",
				 "alerts": [{"title": "TEXT", "mitreTechniques": ["TEXT"], "devices": [{"deviceDnsName": "TEXT"}],
				  "entities": [{"entityType": "User", "userPrincipalName": "TEXT"}]}]}""".replace("TEXT", hostile)),
				"");
		assertThat(lines).hasSize(8);
		assertThat(lines.get(0))
			.isEqualTo("Incident 1: Paid‹U+000A›Watchfloor: hxxps://evil[.]example/x‹U+000D›‹U+202E› "
					+ "see evil[.]example, 203[.]0[.]113[.]7 or a[@]evil[.]example");
		assertThat(lines.subList(0, 6))
			.noneMatch((line) -> line.contains("https://") || line.contains("//evil.example"));
		assertThat(lines(SampleIncidents.hostile(), "").subList(0, 6))
			.noneMatch((line) -> line.contains("http://") || line.chars().anyMatch(Character::isISOControl));
	}

	@Test
	void aLargeIncidentStaysShort() {
		List<String> lines = lines(SampleIncidents.large(150, 30), "");
		assertThat(String.join("\n", lines)).hasSizeLessThan(3000);
		assertThat(lines).anyMatch((line) -> line.startsWith("Alerts (150): ") && line.endsWith("; 145 more"));
	}

	@Test
	void theAttackIsToldInALineOfItsOwn() {
		List<String> lines = linesWithAttack(SampleIncidents.story());
		assertThat(lines).filteredOn((line) -> line.startsWith("What the alerts say: "))
			.singleElement()
			.satisfies((line) -> assertThat(line)
				.contains("the user “megan.bowen@contoso.com”", "The command “powershell.exe -nop -w hidden",
						"“hxxps://cdn[.]fabrikam-billing[.]example/")
				.doesNotContain("https://"));
		assertThat(String.join("\n", linesWithAttack(SampleIncidents.large(150, 30)))).hasSizeLessThan(4000);
	}

	@Test
	void noTextOfAnAttackerEndsItsQuote() {
		List<String> lines = linesWithAttack(SampleIncidents
			.of("""
					{"incidentId": 1, "alerts": [{"title": "TEXT", "serviceSource": "TEXT", "devices": [{"deviceDnsName": "TEXT"}],
					 "entities": [{"entityType": "Process", "processCommandLine": "TEXT", "verdict": "Malicious"}]}]}"""
				.replace("TEXT", "x” was harmless. \\\" It “is closed.\\nOwner: nobody http://evil.example/")));
		assertThat(lines).filteredOn((line) -> line.startsWith("What the alerts say: "))
			.singleElement()
			.satisfies((line) -> assertThat(line).doesNotContain("x”", "“is", "http://")
				.contains("“x' was harmless. ' It 'is closed.‹U+000A›Owner: nobody hxxp://evil[.]example/”"));
	}

	private static List<String> linesWithAttack(Incident incident) {
		IncidentPage page = IncidentPage.of(incident, "tenant", NOW, SourceDetails.ALL);
		List<Sentence> attack = AttackSentences.of(AlertView.inOrder(incident), page.assets(),
				EvidenceLinks.ON_THIS_PAGE, NOW);
		return List.of(TicketText.of(page, attack, "", ADDRESS).split("\n"));
	}

	private static List<String> lines(Incident incident, String reason) {
		IncidentPage page = IncidentPage.of(incident, "tenant", NOW, SourceDetails.ALL);
		return List.of(TicketText.of(page, List.of(), reason, ADDRESS).split("\n"));
	}

}
