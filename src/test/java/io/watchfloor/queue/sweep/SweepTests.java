package io.watchfloor.queue.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchField;
import io.watchfloor.queue.sweep.Sighting.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which incidents a sweep finds.
 */
class SweepTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final String SHA_256 = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f";

	@ParameterizedTest
	@CsvSource({ "203[.]0[.]113[.]77, \"entityType\": \"Ip\", IP, ITSELF",
			"2001:db8::7, \"entityType\": \"Ip6\", IP, ITSELF",
			"275A021BBFB6489E54D471899F7DB9D1663FC695EC2FE2A2C4538AABF651FD0F, \"entityType\": \"File\", HASH, ITSELF",
			"hxxp://cdn[.]evil[.]com/Gate.php, \"entityType\": \"Url\", URL, ITSELF",
			"cdn[.]evil[.]com/gate.php, \"entityType\": \"Url\", URL, ITSELF",
			"hxxps://cdn[.]evil[.]com/other, \"entityType\": \"Url\", URL, HOST_ONLY",
			"cdn[.]evil[.]com, \"entityType\": \"Url\", URL, ITSELF",
			"evil[.]com, \"entityType\": \"Url\", URL, SUBDOMAIN",
			"billing@invoices[.]net, \"entityType\": \"Mail\", SENDER, ITSELF",
			"invoices[.]net, \"entityType\": \"Mail\", SENDER, ITSELF",
			"tools[.]org, \"entityType\": \"Process\", COMMAND_LINE, ITSELF",
			"198.51.100.9, \"entityType\": \"Process\", COMMAND_LINE, ITSELF",
			"44d88612fea8a8f36de82e1278abb02f, \"entityType\": \"Process\", COMMAND_LINE, ITSELF",
			"said[.]info, \"comment\": \"defanged\", COMMENT, ITSELF",
			"ada@contoso.com, \"entityType\": \"User\", USER, ITSELF",
			"bücher[.]de, \"entityType\": \"Idn\", URL, ITSELF",
			"xn--bcher-kva.de, \"entityType\": \"Idn\", URL, ITSELF" })
	void anIncidentIsFoundByWhatItHolds(String report, String with, SearchField field, Match match) {
		String evidence = Stream.of("""
				{"entityType": "Ip", "ipAddress": "203.0.113.77"}""", """
				{"entityType": "Ip6", "ipAddress": "2001:0DB8:0::7"}""", """
				{"entityType": "File", "fileName": "a.exe", "sha256": "%s"}""".formatted(SHA_256), """
				{"entityType": "Url", "url": "https://cdn.evil.com/Gate.php?x=1#y"}""", """
				{"entityType": "Mail", "sender": "Billing@Invoices.net"}""",
				"""
						{"entityType": "Process", "processCommandLine": "curl -o \\"c:\\\\x\\" 'http://tools.org/x' 198.51.100.9:443 44D88612FEA8A8F36DE82E1278ABB02F"}""",
				"""
						{"entityType": "Idn", "url": "http://bücher.de"}""", """
						{"entityType": "User", "userPrincipalName": "ada@contoso.com"}""")
			.filter((entity) -> entity.contains(with))
			.findFirst()
			.orElse("{}");
		Finding finding = sweep(report, incident(7, "High", evidence, "Seen: hxxps://said[.]info/x")).get(0);
		assertThat(finding.sightings()).singleElement().satisfies((sighting) -> {
			assertThat(sighting.match()).isEqualTo(match);
			assertThat(sighting.field()).isEqualTo(field);
			assertThat(sighting.incident().id()).isEqualTo(7);
		});
		assertThat(finding.isFound()).isEqualTo(match != Match.HOST_ONLY);
		assertThat(finding.isHostOnly()).isEqualTo(match == Match.HOST_ONLY);
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7", "evil.co", "notevil.com", "vil.com", "other.cdn.evil.com", "cdn.evil.com.attacker.net",
			"ling@invoices.net", "75a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f0", "2001:db8::70" })
	void anIncidentIsNotFoundByAPartOfWhatItHolds(String report) {
		String evidence = """
				{"ipAddress": "203.0.113.77"}, {"ipAddress": "2001:db8::7"}, {"url": "https://cdn.evil.com/gate.php"},
				{"sender": "billing@invoices.net"}, {"sha256": "%s"}""".formatted(SHA_256);
		assertThat(sweep(report, incident(7, "High", evidence, ""))).singleElement()
			.satisfies((finding) -> assertThat(finding.sightings()).isEmpty());
	}

	@Test
	void anAddressIsFoundThoughOneThatBeginsAlikeStandsBeforeIt() {
		String evidence = """
				{"ipAddress": "203.0.113.77"}, {"ipAddress": "203.0.113.7"}, {"url": "http://evil.com/ab"}, {"url": "http://evil.com/a"}""";
		assertThat(sweep("203.0.113.7 http://evil.com/a", incident(7, "High", evidence, "")))
			.allMatch(Finding::isFound);
	}

	@Test
	void aBetterMatchCountsOnceAndWeakerOnesOfOtherIncidentsApart() {
		List<Finding> findings = sweep("https://evil.com/a", incident(1, "High", """
				{"url": "https://evil.com/b"}, {"url": "https://evil.com/a"}""", "evil.com"), incident(2, "Low", """
				{"url": "https://evil.com/b"}""", ""), incident(3, "Low", "", "asked evil[.]com"));
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.incidents()).isEqualTo(1);
			assertThat(finding.hostOnly()).isEqualTo(2);
			assertThat(finding.sightings()).extracting((sighting) -> sighting.incident().id())
				.containsExactly(1L, 2L, 3L);
		});
	}

	@Test
	void ofManyIncidentsTheFirstAreKeptAndAllAreCounted() {
		IncidentSummary[] many = IntStream.range(0, 40)
			.mapToObj((id) -> incident(id + 1, "High", "{\"ipAddress\": \"203.0.113.7\"}", ""))
			.toArray(IncidentSummary[]::new);
		Finding finding = sweep("203.0.113.7", many).get(0);
		assertThat(finding.incidents()).isEqualTo(40);
		assertThat(finding.sightings()).hasSize(Sweep.MOST_SIGHTINGS)
			.first()
			.satisfies((sighting) -> assertThat(sighting.incident().id()).isEqualTo(1));
	}

	@Test
	void aFindingStandsForEachIndicatorInTheirOrder() {
		List<String> report = new ArrayList<>();
		IntStream.range(0, 300).forEach((number) -> report.add("203.0." + number % 250 + "." + number / 250));
		List<Finding> findings = sweep(String.join(" ", report),
				incident(1, "High", "{\"ipAddress\": \"203.0.7.1\"}", ""));
		assertThat(findings).extracting((finding) -> finding.indicator().value()).containsExactlyElementsOf(report);
		assertThat(findings).filteredOn(Finding::isFound)
			.extracting((finding) -> finding.indicator().value())
			.containsExactly("203.0.7.1");
	}

	private static List<Finding> sweep(String report, IncidentSummary... incidents) {
		return Sweep.of(Report.of(report).indicators(), Stream.of(incidents));
	}

	private static IncidentSummary incident(long id, String severity, String evidence, String comment) {
		return IncidentSummary.of(MAPPER.readValue("""
				{"incidentId": %d, "incidentName": "Name", "severity": "%s", "comments": [{"comment": "%s"}],
				 "alerts": [{"alertId": "a", "title": "Alert", "entities": [%s]}]}""".formatted(id, severity, comment,
				evidence), Incident.class));
	}

}
