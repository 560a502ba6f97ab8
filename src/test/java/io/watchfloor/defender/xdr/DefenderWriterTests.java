package io.watchfloor.defender.xdr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.CallBudget;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.Classification;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.defender.SampleClient;
import io.watchfloor.defender.Urgency;
import io.watchfloor.defender.support.AnsweringServer;
import io.watchfloor.defender.support.SampleWrites;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is sent to the Defender API to change an incident, and what is made of each
 * answer.
 */
@IntegrationTest
class DefenderWriterTests {

	private static final String ANSWER = """
			{"@odata.context": "https://api.securitycenter.microsoft.com/api/$metadata#Incidents/$entity",
			 "incidentId": 7, "incidentName": "Seven", "status": "Resolved", "assignedTo": "ana@contoso.com",
			 "lastUpdateTime": "2026-11-23T08:00:07Z", "tags": ["a"], "comments": [], "alerts": [%s]}
			""";

	private static final IncidentUpdate RESOLVE = SampleWrites.status("Resolved");

	private final AnsweringServer server = new AnsweringServer();

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:10Z"));

	private final CallBudget budget = SampleBudget.unused(this.clock);

	private final SampleClient client = new SampleClient(this.server.origin(), Duration.ofSeconds(5), this.budget,
			this.clock);

	private final DefenderWriter writer = new DefenderWriter(this.client.writes(), this.clock);

	private final ReaderId reader = new ReaderId();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void everythingGoesInOneCall() {
		answers(ANSWER.formatted(""));
		IncidentUpdate all = new IncidentUpdate("InProgress", "ana@contoso.com", Classification.TRUE_POSITIVE,
				Determination.PHISHING, List.of("a", "b"), "A word");
		assertThat(this.writer.calls(all)).containsExactly(all);
		write(all);
		assertThat(this.server.request())
			.isEqualTo(new AnsweringServer.Request("PATCH", "/api/incidents/7", "application/json",
					"{\"status\":\"InProgress\",\"assignedTo\":\"ana@contoso.com\",\"classification\":\"TruePositive\","
							+ "\"determination\":\"Phishing\",\"tags\":[\"a\",\"b\"],\"comment\":\"A word\"}"));
		assertThat(this.client.count("update", "success")).isOne();
	}

	@Test
	void onlyWhatChangesIsSent() {
		answers(ANSWER.formatted(""));
		write(RESOLVE);
		write(SampleWrites.owner(""));
		write(SampleWrites.tags());
		assertThat(this.server.requests).extracting(AnsweringServer.Request::body)
			.containsExactly("{\"status\":\"Resolved\"}", "{\"assignedTo\":\"\"}", "{\"tags\":[]}");
	}

	@Test
	void aHostileTextIsATextAndHalfACharacterGoesBackAsItCame() {
		answers(ANSWER.formatted(""));
		write(SampleWrites.tags("\"],\"status\":\"Resolved", "\ud83d", "\u202egnp", "\ud83d\ude00"));
		assertThat(this.server.request().body()).isEqualTo(
				"{\"tags\":[\"\\\"],\\\"status\\\":\\\"Resolved\",\"\\uD83D\",\"\\u202Egnp\",\"\\uD83D\\uDE00\"]}");
	}

	@ParameterizedTest
	@CsvSource({ "NOT_SET, Unknown", "TRUE_POSITIVE, TruePositive", "EXPECTED_ACTIVITY, InformationalExpectedActivity",
			"FALSE_POSITIVE, FalsePositive" })
	void writesTheApisWordsForClassifications(Classification classification, String word) {
		answers(ANSWER.formatted(""));
		write(SampleWrites.judgement(classification, null));
		assertThat(this.server.request().body()).isEqualTo("{\"classification\":\"" + word + "\"}");
	}

	@ParameterizedTest
	@CsvSource({ "NOT_SET, NotAvailable", "MULTISTAGE_ATTACK, MultiStagedAttack",
			"MALICIOUS_USER_ACTIVITY, MaliciousUserActivity", "COMPROMISED_ACCOUNT, CompromisedAccount",
			"MALWARE, Malware", "PHISHING, Phishing", "UNWANTED_SOFTWARE, UnwantedSoftware",
			"SECURITY_TEST, SecurityTesting", "BUSINESS_APPLICATION, LineOfBusinessApplication",
			"CONFIRMED_ACTIVITY, ConfirmedActivity", "NOT_MALICIOUS, Clean", "NOT_ENOUGH_DATA, NoEnoughDataToValidate",
			"OTHER, Other" })
	void writesTheApisWordsForDeterminations(Determination determination, String word) {
		answers(ANSWER.formatted(""));
		write(SampleWrites.judgement(null, determination));
		assertThat(this.server.request().body()).isEqualTo("{\"determination\":\"" + word + "\"}");
	}

	@Test
	void theAnswerIsTheIncidentAndAlertsThatItLacksAreThoseThatWereRead() {
		answers(ANSWER.formatted("{\"alertId\": \"b\", \"status\": \"Resolved\"}, {\"alertId\": \"new\"}"));
		Incident after = this.writer.write(SampleWrites.before(7, "a", "b"), RESOLVE, this.reader);
		assertThat(after.status()).isEqualTo("Resolved");
		assertThat(after.lastUpdate()).isEqualTo("2026-11-23T08:00:07Z");
		assertThat(after.tags()).containsExactly("a");
		assertThat(after.alerts()).extracting(Alert::id).containsExactly("a", "b", "new");
		assertThat(after.alerts().get(1).status()).isEqualTo("Resolved");
		assertThat(after.supplement().alertsMissing()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"incidentId\": 8, \"status\": \"Resolved\"}",
			"{\"incidentId\": 7, \"redirectIncidentId\": 8, \"status\": \"Active\"}",
			"{\"incidentId\": 7, \"status\": \"Redirected\"}", "{\"status\": \"Resolved\"}", "[]", "{", "" })
	void anAnswerOfNoOrAnotherIncidentIsAFailureOfWhichNobodyKnowsWhatBecame(String answer) {
		answers(answer);
		assertThatExceptionOfType(DefenderException.class).isThrownBy(() -> write(RESOLVE))
			.matches(DefenderException::mayHaveTakenEffect);
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void whatIsWrongWithAChangeIsKeptWithItsTrackingId() {
		this.server.answers(400,
				"{\"error\":{\"code\":\"InvalidInput\",\"message\":\"no\",\"target\":\"43f4cb08-8fac\"}}");
		assertThatExceptionOfType(DefenderException.Rejected.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> {
				assertThat(failure.code()).isEqualTo("InvalidInput");
				assertThat(failure.trackingId()).isEqualTo("43f4cb08-8fac");
			});
	}

	@ParameterizedTest
	@CsvSource({ "400, false", "401, false", "403, false", "404, false", "409, false", "429, false", "500, true",
			"501, true", "502, true", "503, true", "504, true", "302, true", "204, true" })
	void whatFailsIsSentOnceAndSaysWhetherItMayHaveTakenEffect(int status, boolean may) {
		this.server.answers(status, "");
		assertThatExceptionOfType(DefenderException.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> assertThat(failure.mayHaveTakenEffect()).isEqualTo(may));
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void whereNobodyListensNothingIsChanged() {
		this.server.close();
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> assertThat(failure.mayHaveTakenEffect()).isFalse());
	}

	@Test
	void theCircuitBreakerKeepsWritesFromAnApiThatIsDownAndNothingIsChanged() {
		this.server.answers(503, "");
		for (int write = 0; write < 5; write++) {
			assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> write(RESOLVE));
		}
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> assertThat(failure.mayHaveTakenEffect()).isFalse());
		assertThat(this.server.requests).hasSize(5);
	}

	@Test
	void whoMayNotWriteStillReads() {
		this.server.answers(403, "");
		for (int write = 0; write < 20; write++) {
			assertThatExceptionOfType(DefenderException.Forbidden.class).isThrownBy(() -> write(RESOLVE));
		}
		this.server.answers(200, "{\"value\":[]}");
		read();
	}

	@Test
	void writesThatTheApiRefusesForTheirNumberWaitWhileReadingGoesOn() {
		this.server.answers(429,
				"{\"error\":{\"code\":\"429\",\"message\":"
						+ "\"API calls quota exceeded! maximum allowed 45 per 00:01:00\"}}",
				Map.of("Retry-After", "30"));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> assertThat(failure.heldBack()).isFalse());
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> {
				assertThat(failure.heldBack()).isTrue();
				assertThat(failure.mayHaveTakenEffect()).isFalse();
				assertThat(failure.waitTime()).isEqualTo(Duration.ofSeconds(30));
			});
		assertThat(this.server.requests).hasSize(1);
		this.server.answers(200, "{\"value\":[]}");
		read();
		this.clock.advance(Duration.ofSeconds(31));
		answers(ANSWER.formatted(""));
		write(RESOLVE);
	}

	@Test
	void aPauseThatWasAskedForWhenReadingHoldsForWrites() {
		this.server.answers(429, "{}", Map.of("Retry-After", "20"));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this::read);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> write(RESOLVE))
			.satisfies((failure) -> assertThat(failure.heldBack()).isTrue());
		assertThat(this.server.requests).hasSize(1);
	}

	private void answers(String body) {
		this.server.answers(200, body);
	}

	private Incident write(IncidentUpdate call) {
		return this.writer.write(SampleWrites.before(7), call, this.reader);
	}

	private void read() {
		new DefenderApi(this.client.reads(), this.clock)
			.list(new PageRequest(null, null, null, 0, 1, new CallPriority(this.reader, Urgency.FIRST)), (incident) -> {
			});
	}

}
