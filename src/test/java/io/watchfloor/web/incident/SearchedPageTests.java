package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchTerms;
import io.watchfloor.queue.SearchText;
import io.watchfloor.web.entity.Fact;
import io.watchfloor.web.entity.FactValue;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an incident's page prints is found in the queue.
 */
class SearchedPageTests {

	private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

	/**
	 * Numbers of processes, and words of short lists.
	 */
	private static final Set<String> NOT_SEARCHED = Set.of("Process id", "Parent process id", "Messages", "Verdict",
			"Remediation", "Delivery", "Health", "Risk score", "Operating system", "Version", "Build", "Processor",
			"Device group id", "Onboarding", "Defender Antivirus", "Cloud", "Registry value type", "Service source",
			"Detection source", "Classification", "Determination", "Investigation", "Role", "Kind");

	static Stream<Incident> incidents() {
		return Stream.of(SampleIncidents.story(), SampleIncidents.hostile(), SampleIncidents.published(924565));
	}

	@ParameterizedTest
	@MethodSource("incidents")
	void everyTextOfAnIncidentsPageIsFoundAsItIsPrinted(Incident incident) {
		SearchText text = IncidentSummary.of(incident).text();
		assertThat(printed(incident)).hasSizeGreaterThan(10)
			.allSatisfy((shown) -> assertThat(finds(text, shown)).isTrue());
	}

	private static List<String> printed(Incident incident) {
		IncidentPage page = IncidentPage.of(incident, "tenant", NOW, SourceDetails.ALL);
		Stream<String> ofPage = Stream.concat(Stream.of("#" + page.id(), page.name(), page.owner()),
				page.tags().stream());
		Stream<Fact> facts = Stream.concat(page.alerts().stream().flatMap((alert) -> alert.facts().stream()),
				Stream.of(page.assets(), page.evidence())
					.flatMap(List::stream)
					.flatMap((group) -> group.entities().stream())
					.flatMap((entity) -> entity.facts().stream()));
		Stream<String> values = facts.filter((fact) -> !NOT_SEARCHED.contains(fact.label()))
			.flatMap((fact) -> fact.values().stream())
			.filter((value) -> value.datetime() == null && value.anchor() == null)
			.map(FactValue::text);
		Stream<String> ofAlerts = page.alerts()
			.stream()
			.flatMap((alert) -> Stream.of(alert.title(), alert.category(), alert.description()));
		Stream<String> techniques = page.alerts()
			.stream()
			.flatMap((alert) -> alert.techniques().stream())
			.flatMap((technique) -> Stream.of(technique.id(), technique.name()));
		Stream<String> comments = page.comments()
			.stream()
			.flatMap((comment) -> Stream.of(comment.author(), comment.text()));
		return Stream.of(ofPage, values, ofAlerts, techniques, comments)
			.flatMap((texts) -> texts)
			.filter(Objects::nonNull)
			.toList();
	}

	private static boolean finds(SearchText text, String shown) {
		return new SearchMatcher(SearchTerm.of(shown)).selects(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user:mbowen", "device:fin-sql-01", "device:9f1c0000000000000000000000000000000000bb",
			"tag:finance", "tag:\"Credential theft\"", "technique:T1550.002", "technique:\"pass the hash\"",
			"alert:da638000000000000001_4", "alert:\"overpass-the-hash\"", "\"isolated at 13:50. Password\"",
			"lee.lead", "#931204", "931204", "\"Lateral Movement\"", "LateralMovement", "-nowhere" })
	void aPrefixFindsWhatIsOfItsKind(String search) {
		assertThat(selects(search)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "device:mbowen", "user:fin-sql-01", "ip:finance", "tag:T1550", "technique:powershell.exe",
			"-isolated", "hash:#931204" })
	void aPrefixFindsNothingElse(String search) {
		assertThat(selects(search)).isFalse();
	}

	@Test
	void ofALongCommentTheBeginningIsSearched() {
		Incident incident = SampleIncidents
			.of("{\"incidentId\": 1, \"comments\": [{\"comment\": \"start %s end\"}]}".formatted("x".repeat(30_000)));
		SearchText text = IncidentSummary.of(incident).text();
		assertThat(text.contains("start")).isTrue();
		assertThat(text.contains("end")).isFalse();
		assertThat(text.folded().length()).isLessThan(SearchText.LONGEST_TEXT + 100);
	}

	private static boolean selects(String search) {
		SearchText text = IncidentSummary.of(SampleIncidents.story()).text();
		return SearchTerms.parse(search).stream().allMatch((term) -> new SearchMatcher(term).selects(text));
	}

}
