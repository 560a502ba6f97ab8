package io.watchfloor.sandbox.defender;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pretend Defender API answers, and what it refuses.
 */
@IntegrationTest
class DefenderSandboxTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final ApiServer SERVER = new ApiServer(DefenderOptions.still(450, Clock.fixed(NOW, ZoneOffset.UTC)));

	@AfterEach
	void beginAfresh() {
		SERVER.controls().reset();
	}

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	@Test
	void givesTheNewestCreatedFirst() throws Exception {
		List<Instant> created = list("/api/incidents").path("value")
			.valueStream()
			.map((incident) -> Instant.parse(incident.path("createdTime").asString()))
			.toList();
		assertThat(created).hasSize(100).isSortedAccordingTo((one, other) -> other.compareTo(one));
	}

	@Test
	void nextLinksLeadThroughEverythingThatTheAccountSees() throws Exception {
		List<Long> read = new ArrayList<>();
		JsonNode page = list("/api/incidents?$top=60");
		read.addAll(ids(page));
		while (page.has("@odata.nextLink")) {
			String link = page.path("@odata.nextLink").asString();
			assertThat(link).startsWith(SERVER.uri("/api/incidents?").toString());
			page = list(link.substring(SERVER.uri("").toString().length()));
			read.addAll(ids(page));
		}
		assertThat(read).isEqualTo(SERVER.controls().visibleTo(SandboxAccount.LEAD));
	}

	@Test
	void aFullPageWithNothingBehindItHasNoLink() throws Exception {
		int all = SERVER.controls().visibleTo(SandboxAccount.LEAD).size();
		JsonNode last = list("/api/incidents?$top=10&$skip=" + (all - 10));
		assertThat(last.path("value").size()).isEqualTo(10);
		assertThat(last.has("@odata.nextLink")).isFalse();
		assertThat(last.path("@odata.context").asString()).endsWith("/api/$metadata#Incidents");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$top=101", "$top=0", "$top=-1", "$top=ten", "$top=", "$skip=-1", "$skip=x",
			"$orderby=createdTime", "$count=true", "$select=incidentId", "$search=x", "$expand=alerts", "top=5",
			"severity=High", "$top=5&$top=6", "$filter=" })
	void refusesParametersThatItDoesNotKnow(String query) throws Exception {
		assertError(SERVER.get("/api/incidents?" + query, SandboxAccount.LEAD), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "severity eq 'High'", "status ne 'Active'", "status eq Active", "status eq \"Active\"",
			"status eq 'Nonsense'", "assignedTo eq null", "status eq 'Active' or status eq 'Resolved'",
			"(status eq 'Active')", "not status eq 'Active'", "startswith(assignedTo,'a')",
			"lastUpdateTime ge '2026-11-23T08:00:00Z'", "lastUpdateTime ge 2026-11-23",
			"lastUpdateTime ge 2026-11-23T08:00:00", "lastUpdateTime ge 2026-11-23T08:00:00.12345678Z",
			"lastUpdateTime ge 2026-13-23T08:00:00Z", "lastUpdateTime eq 2026-11-23T08:00:00Z",
			"createdTime gt 2026-11-23T08:00:00Z and", "status eq 'Active' status eq 'Active'",
			"assignedTo eq 'o'brien'", "status eq 'Active'and status eq 'Active'", "incidentId eq 5",
			"Status eq 'Active'" })
	void refusesFiltersThatNobodyHasSeenToWork(String filter) throws Exception {
		HttpResponse<String> response = SERVER.filtered(filter);
		assertError(response, 400);
		assertThat(response.body()).contains("\"ODataError\"");
	}

	@Test
	void filtersByTimesStatusAndOwnerTogether() throws Exception {
		JsonNode found = Json.read(
				SERVER
					.filtered("createdTime ge 2026-10-01T00:00:00Z and "
							+ "lastUpdateTime lt 2026-11-23T00:00:00.0000001Z and status eq 'Resolved' and "
							+ "assignedTo eq 'ada.analyst@contoso.com'")
					.body());
		assertThat(found.path("value")).isNotEmpty().allSatisfy((incident) -> {
			assertThat(incident.path("createdTime").asString()).isGreaterThanOrEqualTo("2026-10-01");
			assertThat(incident.path("lastUpdateTime").asString()).isLessThan("2026-11-23");
			assertThat(incident.path("status").asString()).isEqualTo("Resolved");
			assertThat(incident.path("assignedTo").asString()).isEqualTo("ada.analyst@contoso.com");
		});
	}

	@Test
	void aQuoteInAFilterIsDoubled() throws Exception {
		long id = SERVER.controls().add((incident) -> incident.put("assignedTo", "o'brien@contoso.com"));
		JsonNode found = Json.read(SERVER.filtered("assignedTo eq 'o''brien@contoso.com'").body());
		assertThat(ids(found)).containsExactly(id);
	}

	@Test
	void aLinkKeepsTheFilter() throws Exception {
		JsonNode page = Json
			.read(SERVER.filtered("status eq 'Resolved' and createdTime lt 2026-11-01T00:00:00Z").body());
		assertThat(page.path("@odata.nextLink").asString())
			.endsWith("$skip=100&$top=100&$filter=status%20eq%20%27Resolved%27%20and%20createdTime%20lt%20"
					+ "2026-11-01T00%3A00%3A00Z");
	}

	@Test
	void accountsSeeWhatTheirDeviceGroupsAndRoleAllow() throws Exception {
		List<Long> analyst = SERVER.controls().visibleTo(SandboxAccount.ANALYST);
		List<Long> lead = SERVER.controls().visibleTo(SandboxAccount.LEAD);
		assertThat(lead).containsAll(analyst).hasSizeGreaterThan(analyst.size());
		long hidden = lead.stream().filter((id) -> !analyst.contains(id)).findFirst().orElseThrow();
		assertThat(SERVER.get("/api/incidents/" + hidden, SandboxAccount.LEAD).statusCode()).isEqualTo(200);
		assertError(SERVER.get("/api/incidents/" + hidden, SandboxAccount.ANALYST), 404);
	}

	@Test
	void whatIsOfOneDeskShowsToItsAnalystAndToTheLead() throws Exception {
		long id = SERVER.controls().add((incident) -> {
			ObjectNode alert = (ObjectNode) incident.path("alerts").path(0);
			alert.putArray("devices").addObject().put("rbacGroupName", SandboxAccount.deskGroup(7));
			incident.putArray("alerts").add(alert);
		});
		assertThat(SERVER.get("/api/incidents/" + id, SandboxAccount.desk(7)).statusCode()).isEqualTo(200);
		assertThat(SERVER.get("/api/incidents/" + id, SandboxAccount.LEAD).statusCode()).isEqualTo(200);
		assertError(SERVER.get("/api/incidents/" + id, SandboxAccount.desk(70)), 404);
		assertError(SERVER.get("/api/incidents/" + id, SandboxAccount.ANALYST), 404);
		SERVER.controls().remove(id);
	}

	@Test
	void theSameIncidentShowsTwoAccountsDifferentAlerts() throws Exception {
		assertThat(SERVER.controls().visibleTo(SandboxAccount.ANALYST)).anySatisfy((id) -> {
			JsonNode less = SERVER.json("/api/incidents/" + id, SandboxAccount.ANALYST).path("alerts");
			assertThat(less.size()).isPositive()
				.isLessThan(SERVER.json("/api/incidents/" + id, SandboxAccount.LEAD).path("alerts").size());
		});
	}

	@Test
	void refusesCallsWithoutAGoodToken() throws Exception {
		HttpResponse<String> without = SERVER.send(HttpRequest.newBuilder(SERVER.uri("/api/incidents")));
		assertError(without, 401);
		assertThat(without.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer realm=\"\"")
			.doesNotContain("error=");
		HttpResponse<String> wrong = SERVER
			.send(HttpRequest.newBuilder(SERVER.uri("/api/incidents")).header("Authorization", "Bearer stranger"));
		assertError(wrong, 401);
		assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
	}

	@Test
	void refusesTokensWithoutThePermission() throws Exception {
		HttpResponse<String> response = SERVER.get("/api/incidents", SandboxAccount.NO_PERMISSION);
		assertError(response, 403);
		assertThat(response.body()).contains("\"Forbidden\"");
	}

	@Test
	void knowsNoOtherMethodsNorPaths() throws Exception {
		assertError(SERVER.send(SERVER.request("/api/incidents", SandboxAccount.LEAD)
			.method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))), 405);
		assertError(SERVER.get("/api/incidents/4711", SandboxAccount.LEAD), 404);
		assertError(SERVER.get("/api/incidents/x", SandboxAccount.LEAD), 400);
		assertError(SERVER.get("/api/incidents/", SandboxAccount.LEAD), 404);
		assertError(SERVER.get("/api/alerts", SandboxAccount.LEAD), 404);
	}

	@Test
	void compressesWhenAskedTo() throws Exception {
		HttpResponse<byte[]> response = SERVER
			.sendForBytes(SERVER.request("/api/incidents", SandboxAccount.LEAD).header("Accept-Encoding", "gzip, br"));
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
		try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
			assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
				.isEqualTo(SERVER.get("/api/incidents", SandboxAccount.LEAD).body());
		}
	}

	@Test
	void servesThePublishedIncidentsAsPublished() throws Exception {
		for (JsonNode published : Json.resource("/samples/list-incidents.json").path("value")) {
			JsonNode served = SERVER.json("/api/incidents/" + published.path("incidentId").asLong(),
					SandboxAccount.LEAD);
			assertThat(published.properties())
				.allSatisfy((property) -> assertThat(served.get(property.getKey())).isEqualTo(property.getValue()));
		}
	}

	@Test
	void changesWhatIsAskedForAndAnswersTheWholeIncident() throws Exception {
		long id = incident((incident) -> incident.put("status", "Active").put("determination", "Phishing"));
		HttpResponse<String> response = patch(id, """
				{"status": "InProgress", "assignedTo": "lee.lead@contoso.com", "classification": "FalsePositive",
				"tags": ["one", "\u00e9\\"two"], "comment": "Seen."}""");
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.headers().map()).doesNotContainKey("ETag");
		JsonNode answer = Json.read(response.body());
		assertThat(answer.path("@odata.context").asString()).endsWith("/api/$metadata#Incidents/$entity");
		assertThat(answer.path("status").asString()).isEqualTo("InProgress");
		assertThat(answer.path("assignedTo").asString()).isEqualTo("lee.lead@contoso.com");
		assertThat(answer.path("classification").asString()).isEqualTo("FalsePositive");
		assertThat(answer.path("determination").asString()).isEqualTo("NotAvailable");
		assertThat(answer.path("tags").valueStream().map(JsonNode::asString)).containsExactly("one", "\u00e9\"two");
		JsonNode comment = answer.path("comments").path(answer.path("comments").size() - 1);
		assertThat(comment.path("comment").asString()).isEqualTo("Seen.");
		assertThat(comment.path("createdBy").asString()).isEqualTo("lee.lead@contoso.com");
		assertThat(answer.path("lastUpdateTime").asString()).isEqualTo("2026-11-23T12:00:00Z");
		assertThat(answer.path("alerts")).isNotEmpty();
		JsonNode read = list("/api/incidents/" + id);
		assertThat(read.path("tags")).isEqualTo(answer.path("tags"));
		assertThat(read.path("comments")).isEqualTo(answer.path("comments"));
		assertThat(patch(id, "{\"assignedTo\": \"\"}").body()).contains("\"assignedTo\":null");
	}

	@Test
	void theAlertsOfTheAnswerLagAndFollowWithTheNextRead() throws Exception {
		long id = incident((incident) -> incident.path("alerts").forEach((alert) -> {
			((ObjectNode) alert).put("status", "New").putNull("resolvedTime").put("assignedTo", "Automation");
		}));
		JsonNode answer = Json
			.read(patch(id, "{\"status\": \"Resolved\", \"assignedTo\": \"lee.lead@contoso.com\"}").body());
		assertThat(answer.path("status").asString()).isEqualTo("Resolved");
		assertThat(answer.path("alerts")).isNotEmpty().allSatisfy((alert) -> {
			assertThat(alert.path("status").asString()).isEqualTo("New");
			assertThat(alert.path("assignedTo").asString()).isEqualTo("Automation");
		});
		assertThat(list("/api/incidents/" + id).path("alerts")).isNotEmpty().allSatisfy((alert) -> {
			assertThat(alert.path("status").asString()).isEqualTo("Resolved");
			assertThat(alert.path("resolvedTime").asString()).isEqualTo("2026-11-23T12:00:00Z");
			assertThat(alert.path("assignedTo").asString()).isEqualTo("lee.lead@contoso.com");
		});
		patch(id, "{\"status\": \"Active\", \"assignedTo\": \"\"}");
		assertThat(list("/api/incidents/" + id).path("alerts")).allSatisfy((alert) -> {
			assertThat(alert.path("status").asString()).isEqualTo("Resolved");
			assertThat(alert.path("assignedTo").isNull()).isTrue();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{", "{}", "{} {}", "{\"status\": \"Active\"} x",
			"{\"status\": \"Active\", \"status\": \"Resolved\"}", "{\"status\": \"Redirected\"}",
			"{\"status\": \"active\"}", "{\"status\": \"New\"}", "{\"status\": null}", "{\"status\": 1}",
			"{\"severity\": \"Low\"}", "{\"incidentName\": \"x\"}", "{\"comments\": []}", "{\"Status\": \"Active\"}",
			"{\"assignedTo\": null}", "{\"assignedTo\": [\"a\"]}", "{\"classification\": \"Unknown\"}",
			"{\"classification\": \"truePositive\"}", "{\"determination\": \"Malware\"}",
			"{\"classification\": \"TruePositive\", \"determination\": \"Clean\"}",
			"{\"classification\": \"FalsePositive\", \"determination\": \"Malware\"}",
			"{\"classification\": \"InformationalExpectedActivity\", \"determination\": \"Clean\"}",
			"{\"classification\": \"TruePositive\", \"determination\": \"Apt\"}",
			"{\"classification\": \"TruePositive\", \"determination\": \"CompromisedUser\"}",
			"{\"classification\": \"FalsePositive\", \"determination\": \"InsufficientData\"}",
			"{\"classification\": \"TruePositive\", \"determination\": \"NotAvailable\"}", "{\"tags\": \"one\"}",
			"{\"tags\": null}", "{\"tags\": [1]}", "{\"tags\": [\" \"]}", "{\"comment\": \"\"}",
			"{\"comment\": null}" })
	void refusesChangesThatNobodyDocuments(String body) throws Exception {
		long id = incident((incident) -> incident.put("classification", "TruePositive"));
		JsonNode before = SERVER.controls().incident(id);
		assertError(patch(id, body), 400);
		assertThat(SERVER.controls().incident(id)).isEqualTo(before);
		assertThat(SERVER.controls().writes().done()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "TruePositive,MultiStagedAttack", "TruePositive,CompromisedAccount", "TruePositive,Other",
			"InformationalExpectedActivity,ConfirmedActivity", "InformationalExpectedActivity,Other",
			"FalsePositive,Clean", "FalsePositive,NoEnoughDataToValidate", "FalsePositive,Other" })
	void takesThePairsOfTheTable(String classification, String determination) throws Exception {
		HttpResponse<String> response = patch(incident((incident) -> {
		}), "{\"classification\": \"" + classification + "\", \"determination\": \"" + determination + "\"}");
		assertThat(Json.read(response.body()).path("determination").asString()).isEqualTo(determination);
	}

	@Test
	void aCommentHasThirtyThousandCharactersAtMost() throws Exception {
		long id = incident((incident) -> {
		});
		assertError(patch(id, "{\"comment\": \"" + "x".repeat(30_001) + "\"}"), 400);
		assertThat(patch(id, "{\"comment\": \"" + "x".repeat(30_000) + "\"}").statusCode()).isEqualTo(200);
	}

	@Test
	void writingTakesJsonAPermissionAndARole() throws Exception {
		long id = SERVER.controls().visibleTo(SandboxAccount.ANALYST).get(50);
		String body = "{\"status\": \"Active\"}";
		assertError(SERVER.patch("/api/incidents/" + id, "LEAD~Incident.ReadWrite", "text/plain", body), 415);
		HttpResponse<String> noScope = SERVER.patch("/api/incidents/" + id, "LEAD~Incident.Read", body);
		assertError(noScope, 403);
		assertThat(noScope.body()).contains("(Incident.ReadWrite)");
		HttpResponse<String> noRole = SERVER.patch("/api/incidents/" + id, "READER~Incident.ReadWrite", body);
		assertError(noRole, 403);
		assertThat(noRole.body()).contains("The user does not have permission");
		assertThat(SERVER.get("/api/incidents/" + id, SandboxAccount.READER).statusCode()).isEqualTo(200);
		assertError(SERVER.patch("/api/incidents/" + id, "stranger", body), 401);
	}

	@Test
	void nobodyWritesToWhatTheyCannotSeeNorToWhatWasMerged() throws Exception {
		List<Long> seen = SERVER.controls().visibleTo(SandboxAccount.ANALYST);
		long hidden = SERVER.controls()
			.visibleTo(SandboxAccount.LEAD)
			.stream()
			.filter((id) -> !seen.contains(id))
			.findFirst()
			.orElseThrow();
		String body = "{\"comment\": \"x\"}";
		assertError(SERVER.patch("/api/incidents/" + hidden, "ANALYST~Incident.ReadWrite", body), 404);
		assertError(patch(4711, body), 404);
		long merged = incident((incident) -> {
		});
		long into = incident((incident) -> {
		});
		SERVER.controls().merge(merged, into);
		JsonNode target = SERVER.controls().incident(into);
		assertError(patch(merged, body), 400);
		assertThat(SERVER.controls().incident(into)).isEqualTo(target);
		assertError(SERVER.patch("/api/incidents/x", "LEAD~Incident.ReadWrite", body), 400);
		assertError(SERVER.patch("/api/incidents/" + into + "?x=y", "LEAD~Incident.ReadWrite", body), 400);
		assertError(SERVER.send(SERVER.request("/api/incidents/" + into, SandboxAccount.LEAD).DELETE()), 405);
	}

	private static long incident(Consumer<ObjectNode> change) {
		return SERVER.controls().add(change);
	}

	private static HttpResponse<String> patch(long id, String body) throws Exception {
		return SERVER.patch("/api/incidents/" + id, "LEAD~Incident.ReadWrite", body);
	}

	private static JsonNode list(String pathAndQuery) throws Exception {
		return SERVER.json(pathAndQuery, SandboxAccount.LEAD);
	}

	private static List<Long> ids(JsonNode page) {
		return page.path("value").valueStream().map((incident) -> incident.path("incidentId").asLong()).toList();
	}

	private static void assertError(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		JsonNode error = Json.read(response.body()).path("error");
		assertThat(error.path("code").asString()).isNotEmpty();
		assertThat(error.path("message").asString()).isNotEmpty();
		assertThat(error.path("target").asString()).matches("[0-9a-f-]{36}");
	}

}
