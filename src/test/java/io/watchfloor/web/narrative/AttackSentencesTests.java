package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.Seeds;
import io.watchfloor.web.entity.Entities;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttackSentencesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T14:03:10Z");

	@Test
	void anAttackIsToldFromItsBeginningToItsRemains() {
		assertThat(texts(SampleIncidents.story())).containsExactly(
				"5 alerts name the user “megan.bowen@contoso.com” and 2 devices (“fin-ws-042.contoso.com” and "
						+ "“fin-sql-01.contoso.com”).",
				"It began at 2026-11-23 07:58:13 UTC with “Email messages containing malicious file removed after "
						+ "delivery” (informational severity), reported by Defender for Office 365.",
				"The command “powershell.exe -nop -w hidden -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQASQBFAFgAIAAoAE4A"
						+ "ZQB3AC0ATwBiAGoAZQBjAHQASQBF…” on “fin-ws-042.contoso.com” was judged malicious; 2 other commands were reported.",
				"As far as the alerts tell, it went through 5 tactics of an attack, the furthest last: initial access, "
						+ "execution, persistence, credential access and lateral movement.",
				"It may still be moving: its last activity was seen 3 h ago, 4 of 5 alerts are open and 1 automated "
						+ "investigation waits for an approval.",
				"10 pieces of evidence were judged malicious (8) or suspicious (2); 7 are not reported as dealt with: "
						+ "“hxxps://cdn[.]fabrikam-billing[.]example/inv/88213.docm?id=1” and 6 more.");
	}

	@Test
	void everyClauseLeadsToItsEvidence() {
		List<Sentence> sentences = sentences(SampleIncidents.story());
		assertThat(sentences).allSatisfy((sentence) -> assertThat(addresses(sentence)).isNotEmpty());
		assertThat(addresses(sentences.get(0))).containsExactly("#alerts", "#entity-8", "#entity-1", "#entity-2");
		assertThat(addresses(sentences.get(1))).containsExactly("#alert-1", "#alert-1");
		assertThat(addresses(sentences.get(2))).containsExactly("#alert-2", "#alert-2", "#evidence");
		assertThat(addresses(sentences.get(3))).containsExactly("#alert-1", "#alert-2", "#alert-3", "#alert-4",
				"#alert-5");
		assertThat(addresses(sentences.get(4))).containsExactly("#alert-5", "#alert-2", "#alert-2");
		assertThat(addresses(sentences.get(5))).containsExactly("#evidence", "#alert-1", "#evidence");
	}

	@Test
	void theEvidenceMayStandOnPagesOfItsOwn() {
		Incident incident = SampleIncidents.story();
		List<Alert> alerts = alerts(incident);
		EvidenceLinks elsewhere = new EvidenceLinks((number) -> "/incidents/5/alerts?page=2#alert-" + number,
				(anchor) -> "/incidents/5/assets#" + anchor, (heading) -> "/incidents/5/assets", "/incidents/5/alerts",
				"/incidents/5/evidence");
		assertThat(AttackSentences.of(alerts, Entities.of(alerts, SourceDetails.ALL).groups(true), elsewhere, NOW))
			.flatExtracting(AttackSentencesTests::addresses)
			.allMatch((address) -> address.startsWith("/incidents/5/"))
			.contains("/incidents/5/alerts?page=2#alert-1", "/incidents/5/assets#entity-1", "/incidents/5/evidence");
	}

	@Test
	void withoutAlertsNothingIsSaid() {
		assertThat(texts(SampleIncidents.of("{\"incidentId\": 1}")))
			.containsExactly("There are no alerts that you may see, so nothing can be said of the attack.");
	}

	@Test
	void whatWasNotReportedIsSaid() {
		assertThat(texts(SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [{}]}"))).containsExactly(
				"The alert names no device, user or mailbox.",
				"When it began was not reported; the first alert listed is an alert without a title.",
				"No command was reported.", "No alert names a tactic, so how far it got is not known.",
				"Nothing says that it still moves, but it is not closed: its last activity was not reported and its "
						+ "alert is open.",
				"No evidence was judged malicious or suspicious.");
		assertThat(texts(
				SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [{\"alertId\": \"1\"}, {\"alertId\": \"2\"}]}")))
			.startsWith("None of the 2 alerts names a device, a user or a mailbox.");
	}

	@Test
	void oneAlertIsToldInTheSingular() {
		assertThat(texts(SampleIncidents
			.of("""
					{"incidentId": 1, "alerts": [{"title": "Malware", "category": "Execution", "severity": "High",
					 "status": "Resolved", "serviceSource": "NewProduct", "firstActivity": "2026-11-01T00:00:00Z",
					 "lastActivity": "2026-11-02T00:00:00Z", "devices": [{"deviceDnsName": "ws-1"}],
					 "entities": [{"entityType": "Process", "processCommandLine": "calc.exe"},
					  {"entityType": "File", "fileName": "x.exe", "verdict": "Suspicious", "remediationStatus": "Prevented"}]}]}
					""")))
			.containsExactly("1 alert names the device “ws-1”.",
					"It began at 2026-11-01 00:00:00 UTC with “Malware” (high severity), reported by “NewProduct”.",
					"The command “calc.exe” was reported.",
					"As far as the alerts tell, it is at one tactic of an attack, execution.",
					"Nothing says that it still moves: its last activity was seen 21 d ago and its alert is resolved.",
					"1 piece of evidence was judged suspicious and dealt with.");
	}

	@Test
	void ofManyVictimsTheMostNamedAreNamed() {
		String alerts = IntStream.range(0, 150)
			.mapToObj((
					i) -> "{\"alertId\": \"%1$d\", \"devices\": [{\"deviceDnsName\": \"ws-%1$d\"}, {\"deviceDnsName\": \"dc-1\"}]}"
						.formatted(i))
			.collect(Collectors.joining(","));
		Sentence victims = sentences(SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + alerts + "]}")).get(0);
		assertThat(victims.text()).isEqualTo("150 alerts name 151 devices (“dc-1”, “ws-0”, “ws-1” and 148 more).");
		assertThat(addresses(victims)).contains("#kind-device");
	}

	@Test
	void theWorstCommandIsToldAndEachCommandCountsOnce() {
		assertThat(texts(SampleIncidents
			.of("""
					{"incidentId": 1, "alerts": [
					 {"alertId": "1", "entities": [{"entityType": "Process", "processCommandLine": "whoami", "verdict": "Suspicious"},
					  {"entityType": "Process", "processCommandLine": "net user"}]},
					 {"alertId": "2", "entities": [{"entityType": "Process", "processCommandLine": "net user", "verdict": "Malicious"}]}]}
					"""))
			.get(2)).isEqualTo("The command “net user” was judged malicious; 1 other command was reported.");
	}

	@Test
	void tacticsStandInTheOrderOfAnAttackAndOtherCategoriesAreNone() {
		assertThat(texts(SampleIncidents
			.of("""
					{"incidentId": 1, "alerts": [{"alertId": "1", "category": "Impact"}, {"alertId": "2", "category": "Malware"},
					 {"alertId": "3", "category": "InitialAccess"}, {"alertId": "4", "category": "impact"}]}
					"""))
			.get(3))
			.isEqualTo("As far as the alerts tell, it went through 2 tactics of an attack, the furthest last: initial "
					+ "access and impact; 1 alert names none.");
	}

	@Test
	void anAttackMovesAsLongAsItIsOpenAndYoung() {
		assertThat(movement("New", "2026-11-22T14:03:11Z")).startsWith("It may still be moving: ");
		assertThat(movement("New", "2026-11-22T14:03:10Z"))
			.startsWith("Nothing says that it still moves, but it is not closed: its last activity was seen 1 d ago");
		assertThat(movement("Resolved", "2026-11-23T14:00:00Z"))
			.startsWith("Its alerts are closed, but not for long: ");
		assertThat(movement("Resolved", "2026-11-20T14:00:00Z")).startsWith("Nothing says that it still moves: ");
	}

	@Test
	void theLastStateOfEvidenceCountsAndItsWorstVerdict() {
		assertThat(texts(SampleIncidents
			.of("""
					{"incidentId": 1, "alerts": [
					 {"alertId": "1", "firstActivity": "2026-11-01T00:00:00Z", "entities": [
					  {"entityType": "File", "sha1": "AA", "fileName": "a.dll", "verdict": "Suspicious", "remediationStatus": "Active"},
					  {"entityType": "File", "sha1": "BB", "fileName": "b.dll", "verdict": "Malicious", "remediationStatus": "Blocked"}]},
					 {"alertId": "2", "firstActivity": "2026-11-02T00:00:00Z", "entities": [
					  {"entityType": "File", "sha1": "aa", "verdict": "Malicious", "remediationStatus": "remediated"},
					  {"entityType": "File", "sha1": "bb", "verdict": "NoThreatsFound", "remediationStatus": "Active"}]}]}
					"""))
			.get(5)).isEqualTo("2 pieces of evidence were judged malicious; 1 is not reported as dealt with: “b.dll”.");
	}

	@Test
	void whatComesFromOutsideIsAQuoteShortAndDefanged() {
		List<Sentence> sentences = sentences(SampleIncidents.hostile());
		assertThat(sentences).hasSize(6)
			.flatExtracting(Sentence::clauses)
			.filteredOn((clause) -> clause.text().matches("(?s).*(script|evil|onerror|7\\*7|\\u202e).*"))
			.isNotEmpty()
			.allSatisfy((clause) -> {
				assertThat(clause.kind()).isEqualTo("quote");
				assertThat(clause.text().length()).isLessThanOrEqualTo(Quotes.LONGEST);
				assertThat(clause.text()).doesNotContain("http://").doesNotContainPattern("[\\x00\\x1b\\u202e\\u200b]");
			});
	}

	@Test
	void noTextOfAnyIncidentIsLongOrBreaksALine() {
		Seeds.tryOut(30, (seed) -> new RandomIncidents(seed).some(10)
			.forEach((incident) -> assertThat(texts(incident)).hasSizeBetween(1, 6)
				.allSatisfy(
						(text) -> assertThat(text).hasSizeLessThan(1500).endsWith(".").doesNotContain("\n", "null"))));
	}

	private static String movement(String status, String last) {
		return texts(
				SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [{\"status\": \"%s\", \"lastActivity\": \"%s\"}]}"
					.formatted(status, last)))
			.get(4);
	}

	private static List<String> texts(Incident incident) {
		return sentences(incident).stream().map(Sentence::text).toList();
	}

	private static List<Sentence> sentences(Incident incident) {
		List<Alert> alerts = alerts(incident);
		return AttackSentences.of(alerts, Entities.of(alerts, SourceDetails.ALL).groups(true),
				EvidenceLinks.ON_THIS_PAGE, NOW);
	}

	private static List<Alert> alerts(Incident incident) {
		return incident.alerts()
			.stream()
			.sorted(Comparator.comparing(Alert::firstActivity, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	private static List<String> addresses(Sentence sentence) {
		return sentence.clauses().stream().map(Clause::address).filter((address) -> address != null).toList();
	}

}
