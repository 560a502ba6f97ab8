package io.watchfloor.sandbox.graph;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.ApiServer;
import io.watchfloor.sandbox.defender.DefenderOptions;
import io.watchfloor.sandbox.defender.Json;
import io.watchfloor.sandbox.defender.WriteControls;
import io.watchfloor.support.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pretend Microsoft Graph answers, and what it refuses.
 */
@IntegrationTest
class GraphSandboxTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final String INCIDENTS = "/v1.0/security/incidents";

	private static final String ALERTS = "/v1.0/security/alerts_v2";

	private static final ApiServer SERVER = new ApiServer(DefenderOptions.still(300, Clock.fixed(NOW, ZoneOffset.UTC)),
			GraphSandbox.class);

	@AfterEach
	void beginAfresh() {
		SERVER.controls().reset();
	}

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	static Stream<SandboxAccount> analysts() {
		return Stream.of(SandboxAccount.LEAD, SandboxAccount.ANALYST, SandboxAccount.SERVERS);
	}

	@ParameterizedTest
	@MethodSource("analysts")
	void nextLinksLeadThroughTheVeryIncidentsOfTheDefenderApi(SandboxAccount account) throws Exception {
		List<JsonNode> read = everyPage(INCIDENTS + "?$top=50", account);
		assertThat(ids(read)).isEqualTo(SERVER.controls().visibleTo(account).stream().map(String::valueOf).toList());
	}

	@Test
	void theAlertsOfAllIncidentsAreInTheListOfAlerts() throws Exception {
		Map<String, Long> listed = everyPage(ALERTS + "?$top=500", SandboxAccount.ANALYST).stream()
			.collect(Collectors.groupingBy((alert) -> alert.path("incidentId").asString(), Collectors.counting()));
		for (JsonNode incident : everyPage(INCIDENTS + "?$expand=alerts", SandboxAccount.ANALYST)) {
			long alerts = incident.path("alerts").valueStream().filter(JsonNode::isObject).count();
			assertThat(listed.getOrDefault(incident.path("id").asString(), 0L)).isEqualTo(alerts);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "$top=51", "$top=0", "$top=-1", "$top=ten", "$top=", "$skip=-1", "$skip=x", "$orderby=severity",
					"$orderby=createdDateTime,id", "$count=yes", "$select=id", "$search=x", "$expand=evidence", "top=5",
					"severity=high", "$top=5&$top=6", "$filter=", "$skiptoken=MTAw", "$skip=50&$skiptoken=MTAw" })
	void refusesOptionsThatNobodyDocuments(String query) throws Exception {
		assertError(SERVER.get(INCIDENTS + "?" + query, SandboxAccount.LEAD), 400, "BadRequest");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$top=1001", "$top=2000", "$skip=501", "$expand=evidence", "$select=id" })
	void refusesMoreAlertsThanItsLimits(String query) throws Exception {
		assertError(SERVER.get(ALERTS + "?" + query, SandboxAccount.LEAD), 400, "BadRequest");
	}

	@ParameterizedTest
	@ValueSource(strings = { "severity eq 'High'", "severity gt 'low'", "status eq active", "status eq \"active\"",
			"status eq 'nonsense'", "status eq 'unknownFutureValue'", "(status eq 'active')", "not status eq 'active'",
			"startswith(assignedTo,'a')", "createdDateTime ge '2026-11-23T08:00:00Z'", "createdDateTime ge 2026-11-23",
			"createdDateTime ge 2026-13-23T08:00:00Z", "createdDateTime has 5", "status eq 'active' and",
			"status eq 'active' status eq 'active'", "status eq 'active'and status eq 'active'", "status in ('active')",
			"id eq '5'", "displayName eq 'x'", "serviceSource eq 'microsoftSentinel'" })
	void refusesFiltersThatNobodyDocuments(String filter) throws Exception {
		assertError(filtered(filter), 400, "BadRequest");
	}

	@Test
	void filtersByEveryDocumentedProperty() throws Exception {
		JsonNode found = Json
			.read(filtered("createdDateTime ge 2026-09-01T00:00:00Z and createdDateTime ne "
					+ "2026-09-01T00:00:00Z and lastUpdateDateTime lt 2026-11-23T11:00:00.0000001Z and "
					+ "status eq 'resolved' and severity ne 'low' and classification eq 'truePositive' and "
					+ "determination ne 'phishing' and assignedTo ne null")
				.body())
			.path("value");
		assertThat(found).isNotEmpty().allSatisfy((incident) -> {
			assertThat(incident.path("createdDateTime").asString()).isGreaterThan("2026-09-01");
			assertThat(incident.path("status").asString()).isEqualTo("resolved");
			assertThat(incident.path("severity").asString()).isNotEqualTo("low");
			assertThat(incident.path("classification").asString()).isEqualTo("truePositive");
			assertThat(incident.path("determination").asString()).isNotEqualTo("phishing");
			assertThat(incident.path("assignedTo").isString()).isTrue();
		});
	}

	@Test
	void andBindsTighterThanOr() throws Exception {
		SERVER.controls().add((incident) -> incident.put("assignedTo", "o'brien@contoso.com").put("severity", "High"));
		String none = "createdDateTime lt 2000-01-01T00:00:00Z";
		JsonNode found = Json
			.read(filtered("assignedTo eq 'o''brien@contoso.com' or severity eq 'high' and " + none).body());
		assertThat(found.path("value").size()).isEqualTo(1);
	}

	@Test
	void countsAndOrdersOnDemand() throws Exception {
		JsonNode page = json(INCIDENTS + "?$count=true&$top=5&$orderby=lastUpdateDateTime asc");
		assertThat(page.path("@odata.count").asInt())
			.isEqualTo(SERVER.controls().visibleTo(SandboxAccount.LEAD).size());
		assertThat(page.path("value").valueStream().map((incident) -> incident.path("lastUpdateDateTime").asString()))
			.hasSize(5)
			.isSorted();
		assertThat(page.path("@odata.nextLink").asString()).contains("$orderby=lastUpdateDateTime%20asc", "$top=5");
	}

	@Test
	void aLinkIsGoodForItsQueryAndItsAccount() throws Exception {
		String link = path(json(INCIDENTS + "?$top=10"));
		assertError(SERVER.get(link, SandboxAccount.ANALYST), 400, "BadRequest");
		assertError(SERVER.get(link.replace("$top=10", "$top=11"), SandboxAccount.LEAD), 400, "BadRequest");
		assertThat(SERVER.get(link, SandboxAccount.LEAD).statusCode()).isEqualTo(200);
		SERVER.bean(GraphControls.class).expireSkipTokens();
		assertError(SERVER.get(link, SandboxAccount.LEAD), 400, "BadRequest");
	}

	@Test
	void membersThatCameLaterAreToldToWhoAsksForThem() throws Exception {
		long id = SERVER.controls().add((incident) -> {
			ObjectNode alert = (ObjectNode) incident.put("status", "AwaitingAction").path("alerts").path(0);
			alert.put("serviceSource", "MicrosoftSentinel").put("detectionSource", "ScheduledAlerts");
		});
		String path = INCIDENTS + "/" + id + "?$expand=alerts";
		JsonNode plain = json(path);
		assertThat(plain.path("status").asString()).isEqualTo("unknownFutureValue");
		assertThat(plain.path("alerts").path(0).path("serviceSource").asString()).isEqualTo("unknownFutureValue");
		HttpResponse<String> asked = SERVER.send(SERVER.request(path, SandboxAccount.LEAD)
			.header("Prefer", "odata.maxpagesize=5, include-unknown-enum-members"));
		assertThat(asked.headers().firstValue("Preference-Applied")).hasValue("include-unknown-enum-members");
		JsonNode told = Json.read(asked.body());
		assertThat(told.path("status").asString()).isEqualTo("awaitingAction");
		assertThat(told.path("alerts").path(0).path("serviceSource").asString()).isEqualTo("microsoftSentinel");
		assertThat(told.path("alerts").path(0).path("detectionSource").asString()).isEqualTo("scheduledAlerts");
	}

	@Test
	void anIncidentHasGraphsNamesAndNoOthers() throws Exception {
		JsonNode incident = json(INCIDENTS + "/1000299?$expand=alerts");
		assertThat(incident.propertyNames()).containsExactlyInAnyOrder("@odata.context", "id", "tenantId",
				"redirectIncidentId", "displayName", "incidentWebUrl", "createdDateTime", "lastUpdateDateTime",
				"assignedTo", "description", "status", "severity", "classification", "determination", "customTags",
				"systemTags", "comments", "priorityScore", "summary", "lastModifiedBy", "resolvingComment", "alerts");
		assertThat(incident.path("id").asString()).isEqualTo("1000299");
		assertThat(incident.path("alerts").path(0).propertyNames())
			.contains("recommendedActions", "evidence", "firstActivityDateTime")
			.doesNotContain("investigationState", "investigationId", "devices", "entities");
		assertThat(json(INCIDENTS + "/1000299").has("alerts")).isFalse();
	}

	@Test
	void aTimeThatIsNotKnownIsTheFirstDayOfTheCalendar() throws Exception {
		JsonNode incident = json(INCIDENTS + "/960104");
		assertThat(incident.path("createdDateTime").asString()).isEqualTo("0001-01-01T00:00:00Z");
		assertThat(incident.path("lastUpdateDateTime").asString()).isEqualTo("0001-01-01T00:00:00Z");
		assertThat(Json.read(filtered("createdDateTime le 2000-01-01T00:00:00Z").body()).path("value").size()).isOne();
	}

	@Test
	void aProcessAndItsFileAreOnePieceOfEvidence() throws Exception {
		JsonNode story = json(INCIDENTS + "/960001?$expand=alerts").path("alerts").path(2);
		JsonNode same = SERVER.controls().incident(960_001).path("alerts").path(2);
		long processes = ofType(same.path("entities"), "entityType", "Process");
		assertThat(ofType(story.path("evidence"), "@odata.type", "#microsoft.graph.security.processEvidence"))
			.isEqualTo(processes);
		assertThat(ofType(story.path("evidence"), "@odata.type", "#microsoft.graph.security.fileEvidence"))
			.isEqualTo(ofType(same.path("entities"), "entityType", "File") - processes);
		assertThat(story.path("evidence")).allSatisfy((evidence) -> {
			assertThat(evidence.path("createdDateTime").isString()).isTrue();
			assertThat(evidence.path("verdict").asString()).isNotEmpty();
			assertThat(evidence.has("osProcessor")).isFalse();
		});
	}

	@Test
	void evidenceIsOfEveryKind() throws Exception {
		List<String> kinds = everyPage(ALERTS + "?$top=1000", SandboxAccount.LEAD).stream()
			.flatMap((alert) -> alert.path("evidence").valueStream())
			.map((evidence) -> evidence.path("@odata.type").asString("none").replaceAll(".*\\.", ""))
			.distinct()
			.toList();
		assertThat(kinds).contains("deviceEvidence", "processEvidence", "fileEvidence", "userEvidence", "ipEvidence",
				"urlEvidence", "mailboxEvidence", "analyzedMessageEvidence", "mailClusterEvidence",
				"registryValueEvidence", "securityGroupEvidence", "cloudApplicationEvidence", "malwareEvidence",
				"hostLogonSessionEvidence", "kubernetesPodEvidence", "azureResourceEvidence", "modelRegistryEvidence",
				"none");
	}

	@Test
	void hostileIncidentsAreHostileInWhatOnlyGraphTells() throws Exception {
		List<String> texts = Json.resource("/sandbox/hostile.json").valueStream().map(JsonNode::asString).toList();
		JsonNode hostile = json(INCIDENTS + "/960201?$expand=alerts");
		assertThat(texts).contains(hostile.path("summary").asString(), hostile.path("resolvingComment").asString(),
				hostile.path("lastModifiedBy").asString(), hostile.path("systemTags").path(0).asString(),
				hostile.path("alerts").path(0).path("recommendedActions").asString());
	}

	@Test
	void refusesCallsWithoutAGoodToken() throws Exception {
		HttpResponse<String> without = SERVER.send(HttpRequest.newBuilder(SERVER.uri(INCIDENTS)));
		assertError(without, 401, "InvalidAuthenticationToken");
		assertThat(without.headers().firstValue("WWW-Authenticate").orElseThrow())
			.contains("client_id=\"00000003-0000-0000-c000-000000000000\"");
		assertError(
				SERVER.send(HttpRequest.newBuilder(SERVER.uri(INCIDENTS)).header("Authorization", "Bearer stranger")),
				401, "InvalidAuthenticationToken");
	}

	@Test
	void incidentsAndAlertsTakeAPermissionEach() throws Exception {
		assertError(SERVER.get(INCIDENTS, SandboxAccount.NO_PERMISSION), 403, "Forbidden");
		assertThat(scoped(INCIDENTS, "SecurityIncident.Read.All").statusCode()).isEqualTo(200);
		assertError(scoped(INCIDENTS + "?$expand=alerts", "SecurityIncident.Read.All"), 403, "Forbidden");
		assertError(scoped(ALERTS, "SecurityIncident.Read.All"), 403, "Forbidden");
		assertThat(scoped(ALERTS, "SecurityAlert.ReadWrite.All").statusCode()).isEqualTo(200);
	}

	@Test
	void knowsNoOtherMethodsNorPathsNorIncidents() throws Exception {
		assertError(SERVER.send(SERVER.request(INCIDENTS, SandboxAccount.LEAD)
			.method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))), 405, "Request_BadRequest");
		assertError(SERVER.get(INCIDENTS + "/4711", SandboxAccount.LEAD), 404, "ResourceNotFound");
		assertError(SERVER.get(INCIDENTS + "/x", SandboxAccount.LEAD), 404, "ResourceNotFound");
		assertError(SERVER.get("/v1.0/security/alerts", SandboxAccount.LEAD), 400, "BadRequest");
		assertError(SERVER.get(INCIDENTS + "/960001?$filter=x", SandboxAccount.LEAD), 400, "BadRequest");
	}

	@Test
	void everyAnswerNamesTheCall() throws Exception {
		HttpResponse<String> response = SERVER
			.send(SERVER.request(INCIDENTS + "/4711", SandboxAccount.LEAD).header("client-request-id", "mine"));
		JsonNode inner = Json.read(response.body()).path("error").path("innerError");
		assertThat(inner.path("client-request-id").asString()).isEqualTo("mine");
		assertThat(response.headers().firstValue("client-request-id")).hasValue("mine");
		assertThat(SERVER.get(INCIDENTS, SandboxAccount.LEAD).headers().firstValue("request-id")).isPresent();
	}

	@Test
	void changesAnIncidentInItsOwnWordsAndAnswersItWithoutAlerts() throws Exception {
		long id = SERVER.controls().add();
		HttpResponse<String> response = patch(id, """
				{"status": "inProgress", "assignedTo": "ada.analyst@contoso.com", "classification": "FalsePositive",
				"determination": "notMalicious", "customTags": ["one"]}""");
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		JsonNode answer = Json.read(response.body());
		assertThat(answer.path("@odata.context").asString()).endsWith("/v1.0/$metadata#security/incidents/$entity");
		assertThat(answer.path("status").asString()).isEqualTo("inProgress");
		assertThat(answer.path("classification").asString()).isEqualTo("falsePositive");
		assertThat(answer.path("determination").asString()).isEqualTo("notMalicious");
		assertThat(answer.path("customTags").path(0).asString()).isEqualTo("one");
		assertThat(answer.path("lastModifiedBy").asString()).isEqualTo("lee.lead@contoso.com");
		assertThat(answer.has("alerts")).isFalse();
		assertThat(SERVER.controls().incident(id).path("determination").asString()).isEqualTo("Clean");
		assertThat(json(INCIDENTS + "/" + id + "?$expand=alerts").path("alerts")).isNotEmpty()
			.allSatisfy(
					(alert) -> assertThat(alert.path("assignedTo").asString()).isEqualTo("ada.analyst@contoso.com"));
		assertThat(Json.read(patch(id, "{\"assignedTo\": null}").body()).path("assignedTo").isNull()).isTrue();
	}

	@Test
	void aCommentIsAnsweredWithAllOfThem() throws Exception {
		String path = INCIDENTS + "/" + SERVER.controls().add((incident) -> incident.putNull("comments")) + "/comments";
		comment(path, "one");
		HttpResponse<String> response = comment(path, "two");
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		JsonNode answer = Json.read(response.body());
		assertThat(answer.path("@odata.context").asString()).endsWith("')/comments");
		assertThat(answer.path("value").valueStream().map((comment) -> comment.path("comment").asString()))
			.containsExactly("one", "two");
		assertThat(answer.path("value").path(1).path("createdByDisplayName").asString())
			.isEqualTo("lee.lead@contoso.com");
		assertThat(SERVER.controls().writes().done()).extracting(WriteControls.Write::method)
			.containsExactly("POST", "POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"status\": \"redirected\"}", "{\"status\": \"awaitingAction\"}",
			"{\"status\": \"new\"}", "{\"status\": \"unknownFutureValue\"}", "{\"status\": null}",
			"{\"severity\": \"low\"}", "{\"resolvingComment\": \"x\"}", "{\"displayName\": \"x\"}",
			"{\"tags\": [\"x\"]}", "{\"comment\": \"x\"}", "{\"assignedTo\": \"\"}", "{\"customTags\": null}",
			"{\"classification\": \"unknown\"}", "{\"determination\": \"malware\"}",
			"{\"classification\": \"truePositive\", \"determination\": \"notMalicious\"}",
			"{\"classification\": \"falsePositive\", \"determination\": \"clean\"}",
			"{\"classification\": \"truePositive\", \"determination\": \"compromisedUser\"}",
			"{\"classification\": \"truePositive\", \"determination\": \"apt\"}" })
	void refusesChangesThatNobodyDocuments(String body) throws Exception {
		long id = SERVER.controls().add();
		assertError(patch(id, body), 400, "BadRequest");
		assertThat(SERVER.controls().writes().done()).isEmpty();
	}

	@Test
	void aCommentSaysItsTypeAndNothingElse() throws Exception {
		String path = INCIDENTS + "/" + SERVER.controls().add() + "/comments";
		String type = "\"@odata.type\": \"microsoft.graph.security.alertComment\"";
		for (String body : List.of("{\"comment\": \"x\"}", "{" + type + "}", "{" + type + ", \"comment\": \" \"}",
				"{" + type + ", \"comment\": \"x\", \"createdByDisplayName\": \"somebody else\"}",
				"{\"@odata.type\": \"microsoft.graph.security.alert\", \"comment\": \"x\"}")) {
			assertError(write("POST", path, "SecurityIncident.ReadWrite.All", body), 400, "BadRequest");
		}
		assertThat(SERVER.controls().writes().received()).hasSize(5);
		assertThat(SERVER.controls().writes().done()).isEmpty();
	}

	@Test
	void writingTakesAPermissionAndARole() throws Exception {
		String path = INCIDENTS + "/" + SERVER.controls().visibleTo(SandboxAccount.ANALYST).get(50);
		String body = "{\"status\": \"active\"}";
		HttpResponse<String> noScope = write("PATCH", path, "SecurityIncident.Read.All", body);
		assertError(noScope, 403, "Forbidden");
		assertThat(noScope.body()).contains("Missing application scopes");
		SERVER.controls().writes().takeRole(SandboxAccount.LEAD);
		HttpResponse<String> noRole = write("PATCH", path, "SecurityIncident.ReadWrite.All", body);
		assertError(noRole, 403, "Forbidden");
		assertThat(noRole.body()).contains("The user does not have permission");
		assertThat(SERVER.get(path, SandboxAccount.LEAD).statusCode()).isEqualTo(200);
		SERVER.controls().reset();
		assertThat(write("PATCH", path, "SecurityIncident.ReadWrite.All", body).statusCode()).isEqualTo(200);
		assertError(write("DELETE", path, "SecurityIncident.ReadWrite.All", ""), 405, "Request_BadRequest");
		assertError(write("PATCH", INCIDENTS + "/4711", "SecurityIncident.ReadWrite.All", body), 404,
				"ResourceNotFound");
		assertError(write("PATCH", path + "?$expand=alerts", "SecurityIncident.ReadWrite.All", body), 400,
				"BadRequest");
	}

	private static HttpResponse<String> patch(long id, String body) throws Exception {
		return write("PATCH", INCIDENTS + "/" + id, "SecurityIncident.ReadWrite.All", body);
	}

	private static HttpResponse<String> comment(String path, String text) throws Exception {
		return write("POST", path, "SecurityIncident.ReadWrite.All",
				"{\"@odata.type\": \"#microsoft.graph.security.alertComment\", \"comment\": \"" + text + "\"}");
	}

	private static HttpResponse<String> write(String method, String path, String scope, String body) throws Exception {
		return SERVER.send(HttpRequest.newBuilder(SERVER.uri(path))
			.header("Authorization", "Bearer LEAD~" + scope)
			.header("Content-Type", "application/json; charset=utf-8")
			.method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	private static List<JsonNode> everyPage(String path, SandboxAccount account) throws Exception {
		List<JsonNode> read = new ArrayList<>();
		JsonNode page = SERVER.json(path, account);
		page.path("value").forEach(read::add);
		while (page.has("@odata.nextLink")) {
			page = SERVER.json(path(page), account);
			page.path("value").forEach(read::add);
		}
		return read;
	}

	private static String path(JsonNode page) {
		return page.path("@odata.nextLink").asString().substring(SERVER.uri("").toString().length());
	}

	private static JsonNode json(String path) throws Exception {
		return SERVER.json(path, SandboxAccount.LEAD);
	}

	private static HttpResponse<String> filtered(String filter) throws Exception {
		return SERVER.get(INCIDENTS + "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8),
				SandboxAccount.LEAD);
	}

	private static HttpResponse<String> scoped(String path, String scope) throws Exception {
		return SERVER.send(HttpRequest.newBuilder(SERVER.uri(path)).header("Authorization", "Bearer LEAD~" + scope));
	}

	private static List<String> ids(List<JsonNode> incidents) {
		return incidents.stream().map((incident) -> incident.path("id").asString()).toList();
	}

	private static long ofType(JsonNode list, String name, String value) {
		return list.valueStream().filter((one) -> one.path(name).asString("").equals(value)).count();
	}

	private static void assertError(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		JsonNode error = Json.read(response.body()).path("error");
		assertThat(error.path("code").asString()).isEqualTo(code);
		assertThat(error.path("message").asString()).isNotEmpty();
		assertThat(error.path("innerError").path("request-id").asString()).matches("[0-9a-f-]{36}");
		assertThat(response.headers().firstValue("request-id"))
			.hasValue(error.path("innerError").path("request-id").asString());
	}

}
