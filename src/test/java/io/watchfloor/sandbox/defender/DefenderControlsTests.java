package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What a test can do to the pretend Defender API.
 */
@IntegrationTest
class DefenderControlsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final String LIST = "/api/incidents";

	private static final ApiServer SERVER = new ApiServer(
			DefenderOptions.still(250, Clock.fixed(NOW, ZoneOffset.UTC)).withoutExtras());

	private final DefenderControls controls = SERVER.controls();

	@AfterEach
	void beginAfresh() {
		this.controls.reset();
	}

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	@Test
	void aFaultHappensAsOftenAsAskedFor() throws Exception {
		this.controls.fail(Fault.statusWithRetryAfter(503, "7").times(2));
		assertThat(get(LIST).headers().firstValue("Retry-After")).hasValue("7");
		assertThat(get(LIST).statusCode()).isEqualTo(503);
		assertThat(get(LIST).statusCode()).isEqualTo(200);
	}

	@Test
	void aFaultHitsOnlyThePageOrPathItIsFor() throws Exception {
		this.controls.fail(Fault.html(502).onPage(2));
		this.controls.fail(Fault.status(500).onPath("/api/incidents/1000001"));
		assertThat(get(LIST).statusCode()).isEqualTo(200);
		assertThat(get(LIST + "?$skip=100").body()).startsWith("<html>");
		assertThat(get(LIST + "/1000002").statusCode()).isEqualTo(200);
		assertThat(get(LIST + "/1000001").statusCode()).isEqualTo(500);
	}

	@Test
	void aClaimsChallengeCarriesItsClaims() throws Exception {
		String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
		this.controls.fail(Fault.claimsChallenge(claims));
		HttpResponse<String> response = get(LIST);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow()).contains(
				"error=\"insufficient_claims\"",
				"claims=\"" + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + '"');
	}

	@Test
	void aCutOffAnswerBreaksTheConnection() {
		this.controls.fail(Fault.cutOff());
		assertThatIOException().isThrownBy(() -> get(LIST));
	}

	@Test
	void aTruncatedAnswerLooksWhole() throws Exception {
		this.controls.fail(Fault.truncated());
		String body = get(LIST).body();
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Json.read(body));
	}

	@Test
	void bodiesCanBeWrongInManyWays() throws Exception {
		this.controls.fail(Fault.withoutValue());
		assertThat(Json.read(get(LIST).body()).has("value")).isFalse();
		this.controls.fail(Fault.nullValue());
		assertThat(Json.read(get(LIST).body()).path("value").isNull()).isTrue();
		this.controls.fail(Fault.nextLinkTo(URI.create("https://elsewhere.example/api/incidents")));
		assertThat(get(LIST).body()).contains("\"@odata.nextLink\":\"https://elsewhere.example/api/incidents\"");
		this.controls.fail(Fault.contentType("text/plain"));
		assertThat(get(LIST).headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
		this.controls.fail(Fault.brokenGzip());
		HttpResponse<String> broken = get(LIST);
		assertThat(broken.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(broken.body()).startsWith("{");
	}

	@Test
	void aRedirectLeadsElsewhere() throws Exception {
		this.controls.fail(Fault.redirectTo(URI.create("https://elsewhere.example/")));
		HttpResponse<String> response = get(LIST);
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location")).hasValue("https://elsewhere.example/");
	}

	@Test
	void slowAnswersTakeLongerThanACallerWaits() {
		this.controls.fail(Fault.delayed(Duration.ofMinutes(1)));
		assertThatIOException()
			.isThrownBy(() -> SERVER.send(SERVER.request(LIST, SandboxAccount.LEAD).timeout(Duration.ofMillis(200))));
	}

	@Test
	void drippingAndEndlessAnswersSendSomethingButNoEnd() throws Exception {
		this.controls.fail(Fault.dripping());
		this.controls.fail(Fault.endless());
		assertThat(firstBytes(40)).contains("200");
		assertThat(firstBytes(100_000)).contains("{\"incidentId\":1000}");
	}

	@Test
	void aDrippingAnswerThatIsLetGoOfBreaksTheConnection() throws Exception {
		this.controls.fail(Fault.dripping());
		HttpResponse<InputStream> response = SERVER.sendForStream(SERVER.request(LIST, SandboxAccount.LEAD));
		try (InputStream body = response.body()) {
			assertThat(body.read()).isEqualTo('{');
			this.controls.recover();
			assertThatIOException().isThrownBy(body::readAllBytes);
		}
	}

	@Test
	void recoversWithoutBeginningAfresh() throws Exception {
		long id = this.controls.add();
		Fault fault = Fault.status(503).times(100);
		this.controls.fail(fault);
		get(LIST);
		get(LIST);
		this.controls.recover();
		assertThat(get(LIST + "/" + id).statusCode()).isEqualTo(200);
		assertThat(fault.count()).isEqualTo(2);
		assertThat(this.controls.callCount()).isEqualTo(3);
	}

	@Test
	void aWriteBreaksOffAfterOrBeforeItWasDone() {
		long id = this.controls.add();
		this.controls.fail(Fault.brokenOff().onWrites());
		assertThatIOException().isThrownBy(() -> patch(id, "{\"comment\": \"one\"}"));
		this.controls.fail(Fault.brokenOffAfter().onWrites());
		assertThatIOException().isThrownBy(() -> patch(id, "{\"comment\": \"two\"}"));
		assertThat(this.controls.writes().received()).extracting(WriteControls.Write::incident).containsExactly(id, id);
		assertThat(this.controls.writes().done()).singleElement().satisfies((write) -> {
			assertThat(write.json().path("comment").asString()).isEqualTo("two");
			assertThat(write.by()).isEqualTo(SandboxAccount.LEAD);
		});
		assertThat(this.controls.incident(id).path("comments").toString()).contains("two").doesNotContain("one");
	}

	@Test
	void aWriteIsAnsweredWithAnErrorAfterOrBeforeItWasDone() throws Exception {
		long id = this.controls.add();
		this.controls.fail(Fault.status(500).onWrites());
		assertThat(get(LIST + "/" + id).statusCode()).isEqualTo(200);
		assertThat(patch(id, "{\"comment\": \"one\"}").statusCode()).isEqualTo(500);
		this.controls.fail(Fault.statusAfter(500).onWrites());
		assertThat(patch(id, "{\"comment\": \"two\"}").statusCode()).isEqualTo(500);
		this.controls.fail(Fault.delayedAfter(Duration.ofMillis(1)).onWrites());
		assertThat(patch(id, "{\"comment\": \"three\"}").statusCode()).isEqualTo(200);
		assertThat(this.controls.writes().done()).extracting(WriteControls.Write::body)
			.containsExactly("{\"comment\": \"two\"}", "{\"comment\": \"three\"}");
	}

	@Test
	void somebodyElseComesFirst() throws Exception {
		long id = this.controls.add((incident) -> incident.putNull("assignedTo"));
		this.controls.writes().beforeNextRead(id, () -> this.controls.assign(id, "maria.mendes@contoso.com"));
		assertThat(get(LIST + "/1000001").statusCode()).isEqualTo(200);
		assertThat(get(LIST + "/" + id).body()).contains("\"assignedTo\":\"maria.mendes@contoso.com\"");
		this.controls.writes().beforeNextWrite(id, () -> this.controls.assign(id, "ada.analyst@contoso.com"));
		assertThat(get(LIST + "/" + id).body()).contains("\"assignedTo\":\"maria.mendes@contoso.com\"");
		assertThat(patch(id, "{\"status\": \"InProgress\"}").body())
			.contains("\"assignedTo\":\"ada.analyst@contoso.com\"");
	}

	@Test
	void alertsFollowWhenTheyAreLetTo() throws Exception {
		long id = this.controls.add();
		this.controls.writes().holdAlerts();
		patch(id, "{\"assignedTo\": \"held@contoso.com\"}");
		assertThat(this.controls.incident(id).path("alerts").toString()).doesNotContain("held@contoso.com");
		this.controls.writes().letAlertsFollow();
		assertThat(this.controls.incident(id).path("alerts").toString()).contains("held@contoso.com");
	}

	@Test
	void writesHaveAQuotaOfTheirOwn() throws Exception {
		long id = this.controls.add();
		this.controls.quota(true, false);
		for (int call = 0; call < 45; call++) {
			assertThat(patch(id, "{\"status\": \"Active\"}").statusCode()).isEqualTo(200);
		}
		HttpResponse<String> over = patch(id, "{\"status\": \"Active\"}");
		assertThat(over.statusCode()).isEqualTo(429);
		assertThat(over.body()).contains("API calls quota exceeded! maximum allowed 45 per 00:01:00");
		assertThat(get(LIST + "/" + id).statusCode()).isEqualTo(200);
		assertThat(this.controls.writes().done()).hasSize(45);
	}

	private static HttpResponse<String> patch(long id, String body) throws IOException, InterruptedException {
		return SERVER.patch(LIST + "/" + id, "LEAD~Incident.ReadWrite", body);
	}

	@Test
	void recordsCallsWithoutTheirToken() throws Exception {
		get(LIST + "?$top=5");
		SERVER.send(HttpRequest.newBuilder(SERVER.uri("/api/alerts")));
		assertThat(this.controls.callCount()).isEqualTo(2);
		assertThat(this.controls.calls()).containsExactly(new DefenderControls.Call(NOW, "GET", LIST, "%24top=5", true),
				new DefenderControls.Call(NOW, "GET", "/api/alerts", null, false));
		this.controls.reset();
		assertThat(this.controls.calls()).isEmpty();
		assertThat(this.controls.callCount()).isZero();
	}

	@Test
	void servesAGivenBodyUntilReset() throws Exception {
		this.controls.serve("{\"value\":[]}");
		assertThat(get(LIST).body()).isEqualTo("{\"value\":[]}");
		assertThat(SERVER.get(LIST, SandboxAccount.NO_PERMISSION).statusCode()).isEqualTo(403);
		this.controls.reset();
		assertThat(get(LIST).body()).contains("1000250");
	}

	@Test
	void anAddedIncidentIsTheNewest() throws Exception {
		long id = this.controls.add((incident) -> incident.put("incidentName", "Brand new"));
		JsonNode first = Json.read(get(LIST + "?$top=1").body()).path("value").path(0);
		assertThat(first.path("incidentId").asLong()).isEqualTo(id);
		assertThat(first.path("createdTime").asString()).isEqualTo("2026-11-23T12:00:00Z");
		this.controls.remove(id);
		assertThat(get(LIST + "/" + id).statusCode()).isEqualTo(404);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.controls.assign(id, null));
	}

	@Test
	void changesMoveTheLastUpdate() throws Exception {
		long id = this.controls.visibleTo(SandboxAccount.LEAD).get(100);
		assertThat(updatedNow()).isEmpty();
		this.controls.assign(id, "lee.lead@contoso.com");
		assertThat(updatedNow()).containsExactly(id);
		this.controls.resolve(id, "TruePositive", "Phishing");
		JsonNode resolved = this.controls.incident(id);
		assertThat(resolved.path("status").asString()).isEqualTo("Resolved");
		assertThat(resolved.path("determination").asString()).isEqualTo("Phishing");
		assertThat(resolved.path("alerts"))
			.allSatisfy((alert) -> assertThat(alert.path("resolvedTime").asString()).isEqualTo("2026-11-23T12:00:00Z"));
		this.controls.update(id, (incident) -> incident.put("severity", "High"));
		assertThat(this.controls.incident(id).path("severity").asString()).isEqualTo("High");
	}

	@Test
	void mergingMovesTheAlertsAndLeavesALink() {
		long from = this.controls.add();
		long into = this.controls.add();
		int before = this.controls.incident(into).path("alerts").size();
		int moving = this.controls.incident(from).path("alerts").size();
		this.controls.merge(from, into);
		JsonNode redirected = this.controls.incident(from);
		assertThat(redirected.path("status").asString()).isEqualTo("Redirected");
		assertThat(redirected.path("redirectIncidentId").asLong()).isEqualTo(into);
		assertThat(redirected.path("alerts")).isEmpty();
		assertThat(this.controls.incident(into).path("alerts")).hasSize(before + moving)
			.allSatisfy((alert) -> assertThat(alert.path("incidentId").asLong()).isEqualTo(into));
	}

	@Test
	void equalSeedsLiveEqualLives() throws Exception {
		assertThat(live()).isEqualTo(live());
	}

	@Test
	void theQuotaHoldsWhenSwitchedOn() throws Exception {
		this.controls.quota(true, true);
		for (int call = 0; call < 50; call++) {
			assertThat(get(LIST + "?$top=1").statusCode()).isEqualTo(200);
		}
		HttpResponse<String> over = SERVER.get(LIST + "?$top=1", SandboxAccount.ANALYST);
		assertThat(over.statusCode()).isEqualTo(429);
		assertThat(over.body()).contains("API calls quota exceeded! maximum allowed 50 per 00:01:00");
		assertThat(over.headers().firstValue("Retry-After")).hasValue("60");
		this.controls.quota(true, false);
		assertThat(get(LIST).headers().firstValue("Retry-After")).isEmpty();
		assertThat(get(LIST + "/1000002").statusCode()).isEqualTo(200);
		assertThat(this.controls.refusedByQuota()).isEqualTo(2);
	}

	@Test
	void accountsThatAreToldApartSeePeopleAndDevicesOfTheirOwn() throws Exception {
		this.controls.tellApart();
		assertThat(SERVER.get(LIST, SandboxAccount.LEAD).body()).contains("contoso-LEAD.com")
			.doesNotContain("contoso.com");
		assertThat(SERVER.get(LIST, SandboxAccount.desk(7)).body()).contains("contoso-DESK_7.com")
			.doesNotContain("LEAD");
	}

	private String live() throws Exception {
		this.controls.reset();
		for (int moment = 0; moment < 60; moment++) {
			this.controls.tick();
		}
		return get(LIST).body();
	}

	private static List<Long> updatedNow() throws Exception {
		return Json.read(SERVER.filtered("lastUpdateTime ge 2026-11-23T12:00:00Z").body())
			.path("value")
			.valueStream()
			.map((incident) -> incident.path("incidentId").asLong())
			.toList();
	}

	private static HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
		return SERVER.get(pathAndQuery, SandboxAccount.LEAD);
	}

	/**
	 * The beginning of an answer, head included; the connection is closed after it.
	 */
	private static String firstBytes(int count) throws IOException {
		URI uri = SERVER.uri(LIST);
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write(("GET " + LIST + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer LEAD\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
		}
	}

}
