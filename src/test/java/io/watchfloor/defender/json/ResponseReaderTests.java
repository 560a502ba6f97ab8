package io.watchfloor.defender.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResponseReaderTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private final JsonMapper mapper = LenientJson.mapper(InstantSource.fixed(NOW));

	private final ResponseReader<Incident> responseReader = new ResponseReader<>(this.mapper,
			this.mapper.readerFor(Incident.class)::readValue, Incident::id, 1_000);

	@Test
	void readsThePublishedSample() throws IOException {
		List<Incident> incidents = new ArrayList<>();
		try (InputStream sample = Objects
			.requireNonNull(getClass().getResourceAsStream("/samples/list-incidents.json"))) {
			assertThat(this.responseReader.list(sample, incidents::add))
				.isEqualTo(new ResponseReader.Listing(3, null, null, List.of()));
		}
		assertThat(incidents).extracting(Incident::id).containsExactly(924565L, 924521L, 924518L);
		Incident ransomware = incidents.get(0);
		assertThat(ransomware.name()).isEqualTo("Ransomware activity");
		assertThat(ransomware.created()).isEqualTo(Instant.parse("2020-09-06T14:46:57.073333300Z"));
		assertThat(ransomware.severity()).isEqualTo("Medium");
		assertThat(ransomware.comments()).singleElement()
			.isEqualTo(new Incident.Comment("test comment for docs", "secop123@contoso.com",
					Instant.parse("2021-01-26T01:00:37.840453400Z")));
		assertThat(ransomware.alerts().get(0).evidence()).extracting(Evidence::type).containsExactly("User", "Ip");
		Alert mimikatz = incidents.get(1).alerts().get(0);
		assertThat(mimikatz.threatFamilyName()).isEqualTo("Mimikatz");
		assertThat(mimikatz.description()).contains("\n\n");
		assertThat(mimikatz.devices()).singleElement().satisfies((device) -> {
			assertThat(device.name()).isEqualTo("user5cx.middleeast.corp.contoso.com");
			assertThat(device.osBuild()).isEqualTo("14393");
			assertThat(device.group()).isEqualTo("WDATP-Ring0");
			assertThat(device.firstSeen()).isEqualTo(Instant.parse("2020-02-06T14:16:01.933013500Z"));
		});
		assertThat(mimikatz.evidence().get(0).deviceId()).isEqualTo(mimikatz.devices().get(0).id());
		assertThat(incidents.get(2).alerts().get(0).evidence()).hasSize(8);
		assertThat(incidents.get(2).alerts().get(0).evidence().get(2).subject()).isEqualTo("[EXTERNAL] Attention");
	}

	@Test
	void takesAnIncidentOfNullsAndAbsences() throws IOException {
		Incident incident = incident(
				"""
						{"incidentId": 7, "tags": null, "alerts": [null, {"alertId": "a", "devices": null,
						 "entities": [null, {}], "mitreTechniques": null}], "comments": [{"createTime": "2026-01-02T03:04:05Z"}]}
						""");
		assertThat(incident.tags()).isEmpty();
		assertThat(incident.name()).isNull();
		assertThat(incident.alerts()).singleElement().satisfies((alert) -> {
			assertThat(alert.devices()).isEmpty();
			assertThat(alert.evidence()).hasSize(1);
		});
		assertThat(incident.comments().get(0).created()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
	}

	@Test
	void countsFieldsOfTheWrongShapeAsAbsent() throws IOException {
		Incident incident = incident("""
				{"incidentId": 7, "incidentName": {"a": [1]}, "severity": 3, "tags": "one", "createdTime": 12,
				 "redirectIncidentId": "x", "lastUpdateTime": "yesterday", "comments": 5,
				 "alerts": [{"alertId": "a", "devices": "none", "entities": [{"processId": "abc", "fileName": "f"}]}],
				 "novelty": {"deep": [{}]}}
				""");
		assertThat(incident.name()).isNull();
		assertThat(incident.severity()).isEqualTo("3");
		assertThat(incident.created()).isNull();
		assertThat(incident.lastUpdate()).isNull();
		assertThat(incident.redirectedTo()).isNull();
		assertThat(incident.alerts()).singleElement()
			.satisfies((alert) -> assertThat(alert.evidence()).singleElement()
				.satisfies((evidence) -> assertThat(evidence.fileName()).isEqualTo("f")));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "18446744073709551615", "1e30", "-1e400", "\"1e30\"", "\"x\"", "[1]", "{}", "true", "null" })
	void readsANumberThatIsNoneOrTooLargeAsAbsent(String number) throws IOException {
		Incident incident = incident("{\"incidentId\": 7, \"redirectIncidentId\": " + number
				+ ", \"alerts\": [{\"alertId\": \"a\", \"entities\": [{\"processId\": " + number
				+ ", \"fileName\": \"f\"}]}], \"severity\": \"High\"}");
		assertThat(incident.redirectedTo()).isNull();
		assertThat(incident.severity()).isEqualTo("High");
		assertThat(incident.alerts().get(0).evidence()).singleElement().satisfies((evidence) -> {
			assertThat(evidence.processId()).isNull();
			assertThat(evidence.fileName()).isEqualTo("f");
		});
	}

	@Test
	void readsANumberHoweverItIsWritten() throws IOException {
		assertThat(incident("{\"incidentId\": \"7\", \"redirectIncidentId\": 9223372036854775807}"))
			.satisfies((incident) -> assertThat(incident.id()).isEqualTo(7))
			.satisfies((incident) -> assertThat(incident.redirectedTo()).isEqualTo(Long.MAX_VALUE));
		assertThat(incident("{\"incidentId\": 7.0}").id()).isEqualTo(7);
	}

	@Test
	void skipsAndCountsAnIncidentWithATextOrASizeBeyondTheBound() throws IOException {
		String text = "{\"incidentId\": 2, \"alerts\": [{\"title\": \"" + "a".repeat(1_000_001) + "\", \"x\": [{}]}]}";
		String size = "{\"incidentId\": 3, \"tags\": [" + ("\"" + "b".repeat(900_000) + "\",").repeat(24) + "\"c\"]}";
		List<Incident> read = new ArrayList<>();
		ResponseReader.Listing listing = this.responseReader.list(stream("{\"value\": [{\"incidentId\": 1}, " + text
				+ ", " + size + ", {\"incidentId\": 4}], \"@odata.nextLink\": \"x\"}"), read::add);
		assertThat(read).extracting(Incident::id).containsExactly(1L, 4L);
		assertThat(listing).isEqualTo(new ResponseReader.Listing(4, "x", null, List.of(1L, 1L)));
		for (String tooLarge : List.of(text, size)) {
			assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> incident(tooLarge));
		}
	}

	@Test
	void keepsAnAlertThatOccursTwiceOnce() throws IOException {
		Incident incident = incident("""
				{"incidentId": 7, "alerts": [{"alertId": "a"}, {"alertId": "b"}, {"alertId": "a"}, {}, {}]}
				""");
		assertThat(incident.alerts()).extracting(Alert::id).containsExactly("a", "b", null, null);
	}

	@Test
	void readsAnEmptyTextAsNone() throws IOException {
		assertThat(incident("{\"incidentId\": 7, \"assignedTo\": \"\", \"status\": \" \"}"))
			.satisfies((incident) -> assertThat(incident.assignedTo()).isNull())
			.satisfies((incident) -> assertThat(incident.status()).isNull());
	}

	@ParameterizedTest
	@CsvSource({ "2020-09-06T14:46:57Z, 2020-09-06T14:46:57Z", "2020-09-06T14:46:57.2Z, 2020-09-06T14:46:57.200Z",
			"2020-09-06T14:46:57.0733333Z, 2020-09-06T14:46:57.073333300Z",
			"2020-09-06T14:46:57.29, 2020-09-06T14:46:57.290Z", "2020-09-06T14:46:57+02:00, 2020-09-06T12:46:57Z",
			"2020-09-06 14:46:57Z, 2020-09-06T14:46:57Z", "2020-09-06T14:46:57+0200, 2020-09-06T12:46:57Z",
			"2020-09-06T14:46:57-05, 2020-09-06T19:46:57Z", "2020-09-06 14:46:57.5 +0000, 2020-09-06T14:46:57.500Z",
			"2020-09-06T14:46, 2020-09-06T14:46:00Z", "2020-09-06t14:46z, 2020-09-06T14:46:00Z",
			"2020-09-06 14:46:57 UTC, 2020-09-06T14:46:57Z", "1599403617290, 2020-09-06T14:46:57.290Z",
			"1599403617, 2020-09-06T14:46:57Z", "2026-11-24T11:59:59Z, 2026-11-24T11:59:59Z", "0001-01-01T00:00:00Z,",
			"1601-01-01T00:00:00Z,", "1970-01-01T00:00:00Z,", "1999-12-31T23:59:59Z,", "0,", "2026-11-24T12:00:00Z,",
			"2099-12-31T00:00:00Z,", "4102444800000,", "2020-13-06T14:46:57Z,", "'',", "+1000000000-01-01T00:00:00Z,",
			"9999999999999999999999," })
	void readsTimesAsTheyReallyCome(String text, @Nullable String expected) throws IOException {
		Incident incident = incident("{\"incidentId\": 7, \"createdTime\": \"" + text + "\"}");
		assertThat(incident.created()).isEqualTo((expected != null) ? Instant.parse(expected) : null);
	}

	@ParameterizedTest
	@CsvSource({ "1599403617290, 2020-09-06T14:46:57.290Z", "1.59940361729E12, 2020-09-06T14:46:57.290Z",
			"1599403617.5, 2020-09-06T14:46:57.500Z", "0,", "-1,", "1e400,", "99999999999999999999,", "true,", "[1]," })
	void readsANumberAsATime(String number, @Nullable String expected) throws IOException {
		Incident incident = incident("{\"incidentId\": 7, \"createdTime\": " + number + ", \"status\": \"Active\"}");
		assertThat(incident.created()).isEqualTo((expected != null) ? Instant.parse(expected) : null);
		assertThat(incident.status()).isEqualTo("Active");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "<html>", "{}", "{\"value\": null}", "{\"value\": {}}", "{\"value\": [1]}",
			"{\"value\": [{\"incidentId\": 1}", "{\"value\": [{\"incidentId\": 1}]", "{\"value\": [], ", "null" })
	void refusesWhatIsNoPage(String body) {
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> list(body));
	}

	@Test
	void noticesALinkToANextPage() throws IOException {
		assertThat(list("{\"value\": [], \"@odata.nextLink\": \"https://evil.example/\"}").nextLink())
			.isEqualTo("https://evil.example/");
		assertThat(list("{\"@odata.nextLink\": null, \"value\": []}").nextLink()).isNull();
	}

	@Test
	void readsHowManyThereAreOfAllPages() throws IOException {
		assertThat(list("{\"@odata.count\": 5120, \"value\": []}").total()).isEqualTo(5_120);
		assertThat(list("{\"@odata.count\": \"many\", \"value\": []}").total()).isNull();
	}

	@Test
	void handsIncidentsOnBeforeTheAnswerEnds() {
		List<Incident> read = new ArrayList<>();
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(
				() -> this.responseReader.list(stream("{\"value\": [{\"incidentId\": 1}, {\"incident"), read::add));
		assertThat(read).extracting(Incident::id).containsExactly(1L);
	}

	@Test
	void keepsTheAnswersTextOutOfTheFailure() {
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> list("{\"value\": [{secret"))
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("secret"));
	}

	private ResponseReader.Listing list(String body) throws IOException {
		return this.responseReader.list(stream(body), (incident) -> {
		});
	}

	private Incident incident(String json) throws IOException {
		return this.responseReader.get(stream(json));
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
