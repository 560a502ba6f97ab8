package io.watchfloor.defender.graph;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Api;
import io.watchfloor.defender.CallBudget;
import io.watchfloor.defender.Classification;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.Incident.Comment;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.defender.SampleClient;
import io.watchfloor.defender.support.AnsweringServer;
import io.watchfloor.defender.support.AnsweringServer.Request;
import io.watchfloor.defender.support.SampleWrites;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is sent to Microsoft Graph to change an incident, and what is made of each answer.
 */
@IntegrationTest
class GraphWriterTests {

	private static final String ANSWER = """
			{"@odata.type": "#microsoft.graph.incident", "id": "7", "displayName": "Seven", "status": "Resolved",
			 "classification": "truePositive", "determination": "notMalicious", "severity": "medium",
			 "assignedTo": null, "lastUpdateDateTime": "2026-11-23T08:00:07Z", "customTags": ["a"],
			 "comments": [{"comment": "one", "createdBy": "ana@contoso.com"}]}
			""";

	private static final String COMMENTS = """
			{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#Collection(alertComment)", "value": [
			 {"comment": "one", "createdByDisplayName": "ana@contoso.com"},
			 {"comment": "two", "createdByDisplayName": "ana@contoso.com", "createdDateTime": "2026-11-23T08:00:07Z"}]}
			""";

	private static final IncidentUpdate RESOLVE = SampleWrites.status("Resolved");

	private final AnsweringServer server = new AnsweringServer();

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:10Z"));

	private final CallBudget budget = SampleBudget.ofAllCalls(100, 6_000, this.clock);

	private final SampleClient client = client();

	private final GraphWriter writer = new GraphWriter(this.client.writes(), this.clock);

	private final ReaderId reader = new ReaderId();

	private SampleClient client() {
		Duration timeout = Duration.ofSeconds(5);
		Api api = new Api("Microsoft Graph", URI.create(this.server.origin()), GraphConfiguration.HEADERS, 100, 6_000,
				false, timeout);
		return new SampleClient(api, timeout, this.budget, this.clock);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void theFieldsGoInOneCallAndTheCommentInAnother() {
		IncidentUpdate all = new IncidentUpdate("InProgress", "ana@contoso.com", Classification.TRUE_POSITIVE,
				Determination.PHISHING, List.of("a", "b"), "A word");
		List<IncidentUpdate> calls = this.writer.calls(all);
		assertThat(calls).containsExactly(all.withoutComment(), all.commentOnly());
		answers(ANSWER);
		write(calls.get(0));
		answers(COMMENTS);
		write(calls.get(1));
		assertThat(this.server.requests)
			.containsExactly(new Request("PATCH", "/v1.0/security/incidents/7", "application/json",
					"{\"status\":\"inProgress\",\"assignedTo\":\"ana@contoso.com\",\"classification\":\"truePositive\","
							+ "\"determination\":\"phishing\",\"customTags\":[\"a\",\"b\"]}"),
					new Request("POST", "/v1.0/security/incidents/7/comments", "application/json",
							"{\"@odata.type\":\"microsoft.graph.security.alertComment\",\"comment\":\"A word\"}"));
		assertThat(this.client.count("update", "success")).isOne();
		assertThat(this.client.count("comment", "success")).isOne();
	}

	@Test
	void oneCallIsEnoughForFieldsAloneAndForACommentAlone() {
		IncidentUpdate comment = SampleWrites.comment("A word");
		assertThat(this.writer.calls(RESOLVE)).containsExactly(RESOLVE);
		assertThat(this.writer.calls(comment)).containsExactly(comment);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> write(new IncidentUpdate("Resolved", null, null, null, null, "A word")));
		assertThat(this.server.requests).isEmpty();
	}

	@Test
	void onlyWhatChangesIsSent() {
		answers(ANSWER);
		write(RESOLVE);
		write(SampleWrites.owner(""));
		write(SampleWrites.tags());
		assertThat(this.server.requests).extracting(Request::body)
			.containsExactly("{\"status\":\"resolved\"}", "{\"assignedTo\":null}", "{\"customTags\":[]}");
	}

	@ParameterizedTest
	@CsvSource({ "NOT_SET, unknown", "TRUE_POSITIVE, truePositive", "EXPECTED_ACTIVITY, informationalExpectedActivity",
			"FALSE_POSITIVE, falsePositive" })
	void writesGraphsWordsForClassifications(Classification classification, String word) {
		answers(ANSWER);
		write(SampleWrites.judgement(classification, null));
		assertThat(this.server.request().body()).isEqualTo("{\"classification\":\"" + word + "\"}");
	}

	@ParameterizedTest
	@CsvSource({ "NOT_SET, unknown", "MULTISTAGE_ATTACK, multiStagedAttack",
			"MALICIOUS_USER_ACTIVITY, maliciousUserActivity", "COMPROMISED_ACCOUNT, compromisedAccount",
			"MALWARE, malware", "PHISHING, phishing", "UNWANTED_SOFTWARE, unwantedSoftware",
			"SECURITY_TEST, securityTesting", "BUSINESS_APPLICATION, lineOfBusinessApplication",
			"CONFIRMED_ACTIVITY, confirmedActivity", "NOT_MALICIOUS, notMalicious",
			"NOT_ENOUGH_DATA, notEnoughDataToValidate", "OTHER, other" })
	void writesGraphsWordsForDeterminations(Determination determination, String word) {
		answers(ANSWER);
		write(SampleWrites.judgement(null, determination));
		assertThat(this.server.request().body()).isEqualTo("{\"determination\":\"" + word + "\"}");
	}

	@ParameterizedTest
	@EnumSource
	void readsEachWordThatItWrites(Determination determination) {
		assertThat(Determination.of(GraphWords.determination(GraphWords.written(determination))))
			.isEqualTo(determination);
	}

	@Test
	void theAnswerIsTheIncidentInDefendersWordsAndTheAlertsAreThoseThatWereRead() {
		answers(ANSWER);
		Incident after = this.writer.write(SampleWrites.before(7, "a", "b"), RESOLVE, this.reader);
		assertThat(after.status()).isEqualTo("Resolved");
		assertThat(after.classification()).isEqualTo("TruePositive");
		assertThat(after.determination()).isEqualTo("Clean");
		assertThat(after.tags()).containsExactly("a");
		assertThat(after.comments()).hasSize(1);
		assertThat(after.alerts()).extracting(Alert::id).containsExactly("a", "b");
		assertThat(after.supplement().alertsMissing()).isFalse();
	}

	@Test
	void anIncidentThatWasReadWithoutItsAlertsSaysSoAfterwards() {
		answers(ANSWER);
		Incident without = SampleWrites.before(7).with(List.of(), true);
		assertThat(this.writer.write(without, RESOLVE, this.reader).supplement().alertsMissing()).isTrue();
	}

	@Test
	void afterACommentTheIncidentIsAsItWasWithAllComments() {
		this.server.answers(201, COMMENTS);
		Incident before = SampleWrites.before(7, "a")
			.withComments(List.of(new Comment("one", "ana@contoso.com", null)));
		Incident after = this.writer.write(before, SampleWrites.comment("two"), this.reader);
		assertThat(after.comments()).extracting(Comment::text).containsExactly("one", "two");
		assertThat(after).isEqualTo(before.withComments(after.comments()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\": \"8\", \"status\": \"resolved\"}",
			"{\"id\": \"7\", \"redirectIncidentId\": \"8\", \"status\": \"active\"}",
			"{\"id\": \"7\", \"status\": \"redirected\"}", "{\"id\": \"seven\"}", "[]", "{", "" })
	void anAnswerOfNoOrAnotherIncidentIsAFailureOfWhichNobodyKnowsWhatBecame(String answer) {
		answers(answer);
		assertThatExceptionOfType(DefenderException.class).isThrownBy(() -> write(RESOLVE))
			.matches(DefenderException::mayHaveTakenEffect);
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void aCommentWhoseAnswerCannotBeReadMayBeThere() {
		answers("{\"value\": 7}");
		assertThatExceptionOfType(DefenderException.Malformed.class)
			.isThrownBy(() -> write(SampleWrites.comment("A word")))
			.matches(DefenderException::mayHaveTakenEffect);
		assertThat(this.server.requests).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "400, false", "401, false", "403, false", "404, false", "429, false", "500, true", "503, true",
			"204, true" })
	void whatFailsIsSentOnceAndSaysWhetherItMayHaveTakenEffect(int status, boolean may) {
		this.server.answers(status,
				(status == 204) ? "" : "{\"error\":{\"code\":\"BadRequest\",\"message\":\"\",\"innerError\":"
						+ "{\"request-id\":\"b1946ac9-2492\"}}}");
		assertThatExceptionOfType(DefenderException.class).isThrownBy(() -> write(SampleWrites.comment("A word")))
			.satisfies((failure) -> {
				assertThat(failure.mayHaveTakenEffect()).isEqualTo(may);
				assertThat(failure.code()).isEqualTo((status == 204) ? null : "BadRequest");
				assertThat(failure.trackingId()).isEqualTo((status == 204) ? null : "b1946ac9-2492");
			});
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void aWriteThatTheApiRefusesForTheirNumberPausesReadingToo() {
		this.server.answers(429, "{}", Map.of("Retry-After", "30"));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> write(RESOLVE));
		GraphApi api = new GraphApi(URI.create(this.server.origin()), this.client.reads(), this.clock);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> api.get(7, this.reader))
			.satisfies((failure) -> assertThat(failure.heldBack()).isTrue());
		assertThat(this.server.requests).hasSize(1);
	}

	private void answers(String body) {
		this.server.answers(200, body);
	}

	private Incident write(IncidentUpdate call) {
		return this.writer.write(SampleWrites.before(7), call, this.reader);
	}

}
