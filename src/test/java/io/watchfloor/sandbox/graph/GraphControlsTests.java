package io.watchfloor.sandbox.graph;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.ApiServer;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.DefenderOptions;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.support.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a test can do to the pretend Microsoft Graph, by the controls that it shares with
 * the Defender API and by its own.
 */
@IntegrationTest
class GraphControlsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final String INCIDENTS = "/v1.0/security/incidents";

	private static final String ALERTS = "/v1.0/security/alerts_v2";

	private static final ApiServer SERVER = new ApiServer(
			DefenderOptions.still(130, Clock.fixed(NOW, ZoneOffset.UTC)).withoutExtras(), GraphSandbox.class);

	private final DefenderControls controls = SERVER.controls();

	private final GraphControls graph = SERVER.bean(GraphControls.class);

	@AfterEach
	void beginAfresh() {
		this.controls.reset();
	}

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/incidents", INCIDENTS })
	void aFaultForAnIncidentHitsItWhicheverApiIsCalled(String list) throws Exception {
		this.controls.fail(Fault.status(503).onPath("/api/incidents/1000001").times(2));
		assertThat(get(list).statusCode()).isEqualTo(200);
		assertThat(get(list + "/1000002").statusCode()).isEqualTo(200);
		assertThat(get(list + "/1000001").statusCode()).isEqualTo(503);
	}

	@Test
	void aFaultHitsThePageThatALinkLeadsTo() throws Exception {
		this.controls.fail(Fault.html(502).onPage(2));
		HttpResponse<String> first = get(INCIDENTS);
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(get(ALERTS).statusCode()).isEqualTo(200);
		assertThat(follow(first).body()).startsWith("<html>");
		assertThat(follow(first).statusCode()).isEqualTo(200);
	}

	@Test
	void aFaultHitsEachPageWithAnIncidentOrTheListOfAlertsAlone() throws Exception {
		this.controls.fail(Fault.status(500).onPagesWith(1_000_130));
		assertThat(get(INCIDENTS).statusCode()).isEqualTo(500);
		assertThat(get(INCIDENTS + "?$skip=50").statusCode()).isEqualTo(200);
		assertThat(get(ALERTS).statusCode()).isEqualTo(200);
		this.controls.recover();
		this.controls.fail(Fault.truncated().onPath(ALERTS));
		assertThat(get(INCIDENTS).statusCode()).isEqualTo(200);
		assertThat(get(ALERTS).body()).doesNotEndWith("}");
	}

	@Test
	void refusalsAreInGraphsWords() throws Exception {
		this.controls.fail(Fault.status(504));
		JsonNode error = Json.read(get(INCIDENTS).body()).path("error");
		assertThat(error.path("code").asString()).isEqualTo("UnknownError");
		assertThat(error.path("innerError").path("date").asString())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
		this.controls.fail(Fault.statusWithRetryAfter(429, "7"));
		HttpResponse<String> throttled = get(ALERTS);
		assertThat(throttled.headers().firstValue("Retry-After")).hasValue("7");
		assertThat(Json.read(throttled.body()).path("error").path("code").asString()).isEqualTo("TooManyRequests");
	}

	@Test
	void aClaimsChallengeCarriesItsClaims() throws Exception {
		String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1795600000\"}}}";
		this.controls.fail(Fault.claimsChallenge(claims));
		HttpResponse<String> response = get(INCIDENTS);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow()).contains(
				"error=\"insufficient_claims\"",
				"claims=\"" + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + '"');
		assertThat(Json.read(response.body()).path("error").path("code").asString())
			.isEqualTo("InvalidAuthenticationToken");
	}

	@Test
	void aLinkCanLeadElsewhere() throws Exception {
		this.controls.fail(Fault.nextLinkTo(URI.create("https://elsewhere.example/v1.0/security/incidents")));
		assertThat(Json.read(get(INCIDENTS).body()).path("@odata.nextLink").asString())
			.isEqualTo("https://elsewhere.example/v1.0/security/incidents");
	}

	@Test
	void inALargeTenantFilteredListsWithAlertsFailForGood() throws Exception {
		this.graph.largeTenant(true);
		String filter = "$filter=status eq 'active'";
		for (int call = 0; call < 3; call++) {
			assertThat(get(INCIDENTS + "?$expand=alerts&$top=5&" + filter).statusCode()).isEqualTo(500);
		}
		assertThat(get(INCIDENTS + "?" + filter).statusCode()).isEqualTo(200);
		assertThat(get(INCIDENTS + "?$expand=alerts").statusCode()).isEqualTo(200);
	}

	@Test
	void anIncidentWithItsAlertsCanFailForGood() throws Exception {
		this.controls.fail(Fault.status(500).onPath(INCIDENTS + "/1000001").onExpand().times(Integer.MAX_VALUE));
		assertThat(get(INCIDENTS + "/1000001?$expand=alerts").statusCode()).isEqualTo(500);
		assertThat(get(INCIDENTS + "/1000001").statusCode()).isEqualTo(200);
		assertThat(get(INCIDENTS + "/1000002?$expand=alerts").statusCode()).isEqualTo(200);
	}

	@Test
	void answersCanBePartial() throws Exception {
		this.graph.partial(true);
		HttpResponse<String> response = get(INCIDENTS);
		assertThat(response.statusCode()).isEqualTo(206);
		assertThat(response.headers().firstValue("Warning")).hasValue("199 - \"vendor/provider/504/10000\"");
		assertThat(Json.read(response.body()).path("value").size()).isEqualTo(50);
		this.controls.reset();
		assertThat(get(INCIDENTS).statusCode()).isEqualTo(200);
	}

	@Test
	void callsOverTheLimitAreToldWhenToComeBack() throws Exception {
		this.controls.reset();
		this.graph.callsPerMinute(3);
		SERVER.controls().quota(true, true);
		for (int call = 0; call < 3; call++) {
			assertThat(get((call == 0) ? ALERTS : INCIDENTS).statusCode()).isEqualTo(200);
		}
		HttpResponse<String> refused = get(INCIDENTS + "/1000001");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
		assertThat(this.controls.refusedByQuota()).isEqualTo(1);
		assertThat(get("/api/incidents").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsServedInsteadComesInGraphsWords() throws Exception {
		this.controls
			.serve("{\"value\":[{\"incidentId\":7,\"incidentName\":\"Served\",\"alerts\":[{\"alertId\":\"a\"}]}]}");
		JsonNode incident = Json.read(get(INCIDENTS).body()).path("value").path(0);
		assertThat(incident.path("id").asString()).isEqualTo("7");
		assertThat(incident.path("displayName").asString()).isEqualTo("Served");
		JsonNode alert = Json.read(get(ALERTS).body()).path("value").path(0);
		assertThat(alert.path("incidentId").asString()).isEqualTo("7");
		this.controls.serve("{\"value\":");
		assertThat(get(INCIDENTS).body()).isEqualTo("{\"value\":");
	}

	@Test
	void whatOnlyGraphTellsCanBeChosen() throws Exception {
		long id = this.controls.add((incident) -> {
			incident.putObject(GraphControls.ONLY_GRAPH).put("priorityScore", 99).put("summary", "Chosen");
			((ObjectNode) incident.path("alerts").path(0)).putObject(GraphControls.ONLY_GRAPH)
				.put("recommendedActions", "Advice");
		});
		JsonNode incident = Json.read(get(INCIDENTS + "/" + id + "?$expand=alerts").body());
		assertThat(incident.path("priorityScore").asInt()).isEqualTo(99);
		assertThat(incident.path("summary").asString()).isEqualTo("Chosen");
		assertThat(incident.path("alerts").path(0).path("recommendedActions").asString()).isEqualTo("Advice");
	}

	@Test
	void anAlertIsUpdatedByWhatHappensToIt() throws Exception {
		this.controls.resolve(1_000_130, "TruePositive", "Malware");
		this.controls.update(1_000_129,
				(incident) -> ((ObjectNode) incident.path("alerts").path(0)).put("severity", "High"));
		JsonNode alerts = Json
			.read(get(ALERTS + "?$top=1000&$filter=lastUpdateDateTime ge 2026-11-23T12:00:00Z").body())
			.path("value");
		assertThat(alerts.valueStream().map((alert) -> alert.path("incidentId").asString())).contains("1000130",
				"1000129");
	}

	private HttpResponse<String> follow(HttpResponse<String> page) throws Exception {
		String link = Json.read(page.body()).path("@odata.nextLink").asString();
		return get(link.substring(SERVER.uri("").toString().length()));
	}

	private static HttpResponse<String> get(String path) throws Exception {
		return SERVER.get(path, SandboxAccount.LEAD);
	}

}
