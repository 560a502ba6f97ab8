package io.watchfloor.web.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IncidentQueryParametersTests {

	@Test
	void anAddressWithoutParametersIsTheDefaultView() {
		assertThat(parse("")).isEqualTo(IncidentQuery.DEFAULT);
		assertThat(IncidentQueryParameters.address("/incidents", IncidentQuery.DEFAULT)).isEqualTo("/incidents");
	}

	@Test
	void blankValuesMeanNothing() {
		assertThat(parse("status=&q=+&range=&from=&to=&sort=&page=&size=&tag=+")).isEqualTo(IncidentQuery.DEFAULT);
	}

	@ParameterizedTest
	@EnumSource
	void everyFacetIsReadAsASet(Facet facet) {
		IncidentQuery query = parse(facet.parameter() + "=A&" + facet.parameter() + "=b+c");
		assertThat(query.filters()).isEqualTo(Map.of(facet, Set.of("A", "b c")));
	}

	@Test
	void aSearchIsSplitIntoWords() {
		assertThat(parse("q=+evil.exe%0A%09ws-01++").terms()).containsExactly(SearchTerm.of("evil.exe"),
				SearchTerm.of("ws-01"));
	}

	@ParameterizedTest
	@CsvSource({ "24h,24", "3d,72", "7d,168", "30d,720", "180d,4320" })
	void rangesHaveNames(String name, int hours) {
		assertThat(parse("range=" + name).range()).isEqualTo(TimeRange.last(Duration.ofHours(hours)));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23,2026-11-23T00:00:00Z", "2026-11-23T14:03,2026-11-23T14:03:00Z",
			"2026-11-23T14:03:10.5Z,2026-11-23T14:03:10.500Z" })
	void timesAreUtc(String text, Instant time) {
		assertThat(parse("from=" + text).range()).isEqualTo(TimeRange.between(time, null));
		assertThat(parse("to=" + text + "&range=7d").range()).isEqualTo(TimeRange.between(null, time));
	}

	@ParameterizedTest
	@ValueSource(strings = { "range=5d", "range=7D", "from=yesterday", "to=2026-13-01", "from=2026-11-23T25:00Z",
			"from=%2B999999999-12-31", "to=-999999999-01-01", "to=1969-12-31", "sort=rank", "sort=--id", "page=0",
			"page=-1", "page=x", "page=1.5", "size=0", "size=-50", "size=30", "size=1000000" })
	void aValueThatAParameterCannotTakeIsRefusedByName(String parameters) {
		assertThatExceptionOfType(BadParameterException.class).isThrownBy(() -> parse(parameters))
			.satisfies((refusal) -> assertThat(refusal.parameter()).isEqualTo(parameters.split("=")[0]));
	}

	@Test
	void aWordOrAValueThatIsRepeatedCountsOnce() {
		assertThat(parse("q=" + "a+b+".repeat(100)).terms()).containsExactly(SearchTerm.of("a"), SearchTerm.of("b"));
		assertThat(parse("tag=x&".repeat(200) + "tag=y").filters()).isEqualTo(Map.of(Facet.TAG, Set.of("x", "y")));
	}

	@Test
	void asManyWordsAndValuesAsPeopleNeedAreTakenAndMoreAreRefusedByName() {
		assertThat(parse("q=" + numbers(20, "+")).terms()).hasSize(20);
		assertThat(parse("tag=" + numbers(50, "&tag=")).filters().get(Facet.TAG)).hasSize(50);
		for (String tooMany : List.of("q=" + numbers(21, "+"), "q=" + numbers(21, "&q="), "tag=" + numbers(51, "&tag="),
				"asset=" + numbers(51, "&asset="))) {
			assertThatExceptionOfType(BadParameterException.class).isThrownBy(() -> parse(tooMany))
				.satisfies((refusal) -> assertThat(refusal.parameter()).isEqualTo(tooMany.split("=")[0]))
				.satisfies((refusal) -> assertThat(refusal.takes()).startsWith("at most "));
		}
	}

	private static String numbers(int count, String separator) {
		return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(separator));
	}

	@Test
	void aPageBeyondEveryOtherIsStillAPage() {
		assertThat(parse("page=99999999999999999999").page()).isEqualTo(1_000_000);
		assertThat(parse("page=007").page()).isEqualTo(7);
	}

	@Test
	void parametersThatAreNotKnownAreIgnored() {
		assertThat(parse("scope=evil&action=x")).isEqualTo(IncidentQuery.DEFAULT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "status=Active&status=InProgress&severity=High&assignedTo=none&sort=attention",
			"tag=a%26b%3Dc&asset=%3Cscript%3E&q=two+words&range=7d&sort=-alerts&size=100&page=3",
			"source=!DataLossPrevention&status=!Resolved&status=open&tag=!%3D!x&tag=%3D!y&tag=%3D%3Dz&range=any",
			"createdFrom=2026-11-01&createdTo=2026-11-02T03:04", "createdFrom=2026-11-01&range=30d",
			"createdFrom=2026-11-01&from=2026-11-05", "createdTo=2026-11-01", "range=any",
			"threat=%F0%9F%92%80&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z", "sort=updated",
			"q=-%22two++words%22+ip:10[.]0.0.5+c:%5Cwindows&q=%22-a%22+%22ip:1%22+user:%22Ada+L%22+%22open+end" })
	void aViewsAddressLeadsBackToTheView(String parameters) {
		IncidentQuery query = parse(parameters);
		String address = IncidentQueryParameters.address("/incidents", query);
		assertThat(parse(address.substring(address.indexOf('?') + 1))).isEqualTo(query);
	}

	@Test
	void aValueWithAnExclamationMarkInFrontIsExcluded() {
		IncidentQuery query = parse("source=!DataLossPrevention&source=OfficeATP&tag=%3D!important&tag=!%3D%3Dx&tag=!");
		assertThat(query.excluded())
			.isEqualTo(Map.of(Facet.SOURCE, Set.of("DataLossPrevention"), Facet.TAG, Set.of("=x")));
		assertThat(query.filters()).isEqualTo(
				Map.of(Facet.SOURCE, Set.of("MicrosoftDefenderForOffice365"), Facet.TAG, Set.of("!important", "!")));
	}

	@Test
	void creationsAloneReachAsFarBackAsTheFirstOfThem() {
		Instant first = Instant.parse("2025-01-01T00:00:00Z");
		assertThat(parse("createdFrom=2025-01-01").range()).isEqualTo(TimeRange.between(first, null));
		assertThat(parse("createdFrom=2025-01-01&range=7d").range()).isEqualTo(TimeRange.last(Duration.ofDays(7)));
		assertThat(parse("createdTo=2025-01-01").range()).isEqualTo(TimeRange.DEFAULT);
		assertThat(parse("createdFrom=2025-01-01").created()).isEqualTo(TimeRange.between(first, null));
	}

	@Test
	void anAddressIsTheSameHoweverItsParametersAreOrdered() {
		IncidentQuery query = new IncidentQuery(
				Map.of(Facet.SEVERITY, Set.of("High"), Facet.STATUS, Set.of("InProgress", "Active")),
				List.of(SearchTerm.of("a"), SearchTerm.of("b")), TimeRange.last(Duration.ofDays(7)),
				new IncidentOrder(IncidentOrder.Column.ATTENTION, false), 2, 25);
		assertThat(IncidentQueryParameters.address("/incidents", query)).isEqualTo(
				"/incidents?status=Active&status=InProgress&severity=High&q=a+b&range=7d&sort=attention&size=25&page=2");
	}

	private static IncidentQuery parse(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		Stream.of(query.split("&"))
			.filter((pair) -> !pair.isEmpty())
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> parameters.add(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
		return IncidentQueryParameters.parse(parameters);
	}

}
