package io.watchfloor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.queue.ProductWords;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same tenant read from the Defender API and from Microsoft Graph: an address selects
 * the same incidents, and what both APIs give is shown alike.
 */
@IntegrationTest
class BothSourcesTests {

	private static final String EVERYTHING = "from=2020-01-01";

	/**
	 * What one of the two does not give: see {@code SourceDetail}.
	 */
	private static final Set<String> OF_ONE_SOURCE = Set.of("priorityScore", "investigations");

	/**
	 * The odd incident of which two alerts have neither number nor time, as no alert of
	 * Graph's: they are read by time, so that only the incident's own page has these two.
	 */
	private static final long TIMELESS = 960_106;

	/**
	 * The odd incident with evidence of a kind that the Defender API does not have.
	 */
	private static final long OF_NO_KIND = 960_107;

	private static final long FIRST_HOSTILE = 960_201;

	private static final long LAST_HOSTILE = 960_300;

	/**
	 * What somebody saved under the Defender API, with the words of that time.
	 */
	private static final List<String> SAVED = List.of("source=OfficeATP&range=180d", "source=microsoftdefenderatp",
			"source=!AzureATP&status=open", "detection=WindowsDefenderAv&range=180d", "detection=MCAS&range=180d",
			"detection=AzureDefenderForServers&range=180d", "detection=CustomTi&range=180d",
			"source=AadIdentityProtection&severity=high&range=180d",
			"classification=TruePositive&determination=Phishing&range=180d",
			"classification=FalsePositive&determination=!Malware&range=180d",
			"status=Resolved&classification=Unknown&range=180d", "determination=NotAvailable&range=180d",
			"status=InProgress&status=Active&severity=!Low&range=180d&sort=-severity",
			"severity=UnSpecified&range=180d", "severity=High&source=!DataLossPrevention&range=180d&sort=-alerts",
			"category=InitialAccess&technique=T1566.002&range=180d", "status=Redirected&range=180d");

	/**
	 * The parameters that select by a field of an export, with the field.
	 */
	private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

	static {
		FIELDS.put("status", List.of("status"));
		FIELDS.put("severity", List.of("severity"));
		FIELDS.put("assignedTo", List.of("assignedTo"));
		FIELDS.put("source", List.of("serviceSources"));
		FIELDS.put("detection", List.of("detectionSources"));
		FIELDS.put("category", List.of("categories"));
		FIELDS.put("tag", List.of("tags"));
		FIELDS.put("classification", List.of("classification"));
		FIELDS.put("determination", List.of("determination"));
		FIELDS.put("technique", List.of("techniques"));
		FIELDS.put("threat", List.of("threats"));
		FIELDS.put("os", List.of("operatingSystems"));
		FIELDS.put("group", List.of("deviceGroups"));
		FIELDS.put("asset", List.of("devices", "users", "mailboxes"));
	}

	private static final List<String> PARTS = List.of("h1", ".incident-head .severity.badge", ".incident-owner",
			".incident-milestones .label", ".incident-milestones time", ".incident-alert h3",
			".incident-alert-body > .stack > .incident-text", ".incident-mentions > li");

	private static Sandbox sandbox;

	private static RunningWatchfloor onDefender;

	private static RunningWatchfloor onGraph;

	private static Visitor defender;

	private static Visitor graph;

	@BeforeAll
	static void readEverythingFromBoth() {
		sandbox = Sandbox.start(SandboxOptions.forTests());
		tenant().remove(TIMELESS);
		MutableClock clock = new MutableClock(Objects.requireNonNull(Instant.now()));
		onDefender = start(SandboxApi.DEFENDER, clock);
		onGraph = start(SandboxApi.GRAPH, clock);
		defender = readEverything(onDefender);
		graph = readEverything(onGraph);
	}

	private static RunningWatchfloor start(SandboxApi api, MutableClock clock) {
		RunningWatchfloor application = RunningWatchfloor.at(clock, sandbox.settings(api),
				"--DEFENDER_CALLS_PER_MINUTE=10000", "--DEFENDER_CALLS_PER_HOUR=100000",
				"--GRAPH_CALLS_PER_MINUTE=10000");
		sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
		return application;
	}

	private static Visitor readEverything(RunningWatchfloor application) {
		Visitor visitor = application.visitor();
		visitor.signIn(SandboxAccount.LEAD, "/token");
		Page page = visitor.open("/incidents.json?" + EVERYTHING);
		for (int step = 0; step < 100 && page.headers().firstValue("X-Incidents-Missing").isPresent(); step++) {
			page = visitor.open("/incidents.json?" + EVERYTHING);
		}
		assertThat(page.headers().firstValue("X-Incidents-Missing")).isEmpty();
		return visitor;
	}

	@AfterAll
	static void stop() {
		onGraph.close();
		onDefender.close();
		sandbox.close();
	}

	@Test
	void anAddressSelectsTheSameIncidentsInTheSameOrder() {
		Set<String> addresses = addresses(export(defender, EVERYTHING));
		assertThat(addresses).hasSizeGreaterThan(200);
		Set<Long> noticedByTheirOwn = noticedBySomethingElseThanTheirAlerts();
		SoftAssertions.assertSoftly((softly) -> addresses.forEach((address) -> {
			List<Long> wanted = new ArrayList<>(ids(export(defender, address)));
			List<Long> selected = new ArrayList<>(ids(export(graph, address)));
			softly.assertThat(wanted).as("%s selects something", address).isNotEmpty();
			if (address.contains("detection=")) {
				wanted.removeAll(noticedByTheirOwn);
				selected.removeAll(noticedByTheirOwn);
			}
			softly.assertThat(selected).as(address).isEqualTo(wanted);
		}));
	}

	/**
	 * The score that only Graph gives is a part of the ranking.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "sort=attention", "sort=-attention", "sort=priority", "sort=-priority",
			"status=open&range=any&sort=attention",
			"status=open&severity=High&assignedTo=none&range=any&sort=attention" })
	void whereTheScoreRanksTheSameIncidentsAreInAnotherOrder(String address) {
		assertThat(ids(export(graph, address))).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(ids(export(defender, address)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "size=25", "size=25&page=2", "size=25&page=5&sort=name", "size=100&page=2&sort=-alerts",
			"size=25&page=3&status=open&sort=created", "size=200&sort=assets", "size=25&page=2&severity=High",
			"size=25&page=2&q=contoso" })
	void aPageHasTheSameRows(String address) {
		List<String> wanted = rows(defender, EVERYTHING + "&" + address);
		assertThat(wanted).isNotEmpty();
		assertThat(rows(graph, EVERYTHING + "&" + address)).isEqualTo(wanted);
	}

	@Test
	void whatBothGiveIsExportedAlike() {
		JsonNode wanted = export(defender, EVERYTHING);
		JsonNode told = export(graph, EVERYTHING);
		assertThat(ids(told)).isEqualTo(ids(wanted));
		SoftAssertions.assertSoftly((softly) -> IntStream.range(0, wanted.size())
			.forEach((row) -> wanted.get(row)
				.propertyStream()
				.filter((field) -> !OF_ONE_SOURCE.contains(field.getKey()))
				.forEach((field) -> assertAlike(softly, field.getKey(), wanted.get(row), told.get(row)))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "range=24h", "range=7d", "range=30d", "range=180d" })
	void theDashboardCountsTheSame(String range) {
		Document wanted = defender.open("/?" + range).html();
		Document told = graph.open("/?" + range).html();
		for (String part : List.of(".counters", "[data-part=trend]", "[data-part=hours]", "[data-part=bars]")) {
			assertThat(withoutSignIn(told.select(part).text())).as(part)
				.isNotBlank()
				.isEqualTo(withoutSignIn(wanted.select(part).text()));
		}
	}

	private static String withoutSignIn(String text) {
		return text.replaceAll("since you signed in, [0-9:]+ UTC", "");
	}

	/**
	 * But for the roles of evidence, and for evidence of kinds that the Defender API does
	 * not have.
	 */
	@Test
	void anIncidentsPageShowsTheSameAlertsAndAssets() {
		SoftAssertions.assertSoftly((softly) -> tenant().visibleTo(SandboxAccount.LEAD)
			.stream()
			.filter((id) -> id < FIRST_HOSTILE && id != OF_NO_KIND)
			.forEach((id) -> {
				Document wanted = defender.open("/incidents/" + id).html();
				Document told = graph.open("/incidents/" + id).html();
				told.select(".incident-mentions dl div:has(dt:contains(Role))").remove();
				told.select(".incident-mentions > li:has(dt:contains(Kind))").remove();
				for (String part : PARTS) {
					softly.assertThat(told.select(part).eachText())
						.as("%s of %s", part, id)
						.isEqualTo(wanted.select(part).eachText());
				}
			}));
	}

	private static void assertAlike(SoftAssertions softly, String field, JsonNode wanted, JsonNode told) {
		long id = wanted.path("id").asLong();
		String name = field + " of " + id;
		// Attackers' words begin with a capital in Graph's enumerations
		boolean anyCase = id >= FIRST_HOSTILE && id <= LAST_HOSTILE;
		List<String> expected = texts(wanted.path(field), anyCase);
		List<String> actual = texts(told.path(field), anyCase);
		switch (field) {
			// System tags and names of threats, which only Graph has, stand beside the
			// others
			case "tags", "threats" -> softly.assertThat(actual).as(name).containsAll(expected);
			case "detectionSources" -> softly.assertThat(without(ownDetectionSource(id), actual))
				.as(name)
				.isEqualTo(without(ownDetectionSource(id), expected));
			default -> softly.assertThat(actual).as(name).isEqualTo(expected);
		}
	}

	private static String ownDetectionSource(long id) {
		return ProductWords.newest(tenant().incident(id).path("detectionSource").asString(""));
	}

	private static List<String> without(String word, List<String> words) {
		return words.stream().filter((one) -> !one.equalsIgnoreCase(word)).toList();
	}

	private static Set<Long> noticedBySomethingElseThanTheirAlerts() {
		JsonNode told = export(graph, EVERYTHING);
		JsonNode wanted = export(defender, EVERYTHING);
		return IntStream.range(0, wanted.size())
			.filter((row) -> !told.get(row).path("detectionSources").equals(wanted.get(row).path("detectionSources")))
			.mapToObj((row) -> wanted.get(row).path("id").asLong())
			.collect(Collectors.toSet());
	}

	/**
	 * Return addresses of every kind, without their path.
	 */
	private static Set<String> addresses(JsonNode incidents) {
		Set<String> addresses = new LinkedHashSet<>(List.of("", "range=24h", "range=3d", "range=7d", "range=30d",
				"range=180d", "range=any", "status=open", "status=open&range=any", "assignedTo=me", "assignedTo=none",
				"assignedTo=!none", "assignedTo=!me", "status=open&assignedTo=me&range=any"));
		FIELDS.forEach((parameter, fields) -> fields.forEach((field) -> {
			List<String> values = values(incidents, field);
			values.stream().limit(8).forEach((value) -> addresses.add(query(parameter, value)));
			values.stream().limit(3).forEach((value) -> addresses.add(query(parameter, "!" + value)));
		}));
		for (String column : List.of("updated", "created", "severity", "name", "alerts", "assets", "id", "assignee")) {
			addresses.add("sort=" + column);
			addresses.add("sort=-" + column + "&range=180d&status=!Redirected");
		}
		addresses.addAll(times(incidents));
		searches().forEach((search) -> addresses.add(query("q", search)));
		addresses.addAll(SAVED);
		return addresses;
	}

	private static List<String> times(JsonNode incidents) {
		List<String> updated = incidents.valueStream().map((incident) -> incident.path("updated").asString()).toList();
		List<String> created = values(incidents, "created");
		return List.of("from=" + updated.get(20), "to=" + updated.get(30) + "&" + EVERYTHING,
				"from=" + updated.get(90) + "&to=" + updated.get(10), "createdFrom=" + created.get(20),
				"createdTo=" + created.get(20) + "&" + EVERYTHING,
				"createdFrom=" + created.get(50) + "&createdTo=" + created.get(5) + "&severity=High&severity=Medium");
	}

	/**
	 * Return searches with every prefix, for what incidents of the tenant have.
	 */
	private static List<String> searches() {
		List<JsonNode> incidents = tenant().visibleTo(SandboxAccount.LEAD)
			.stream()
			.filter((id) -> id < FIRST_HOSTILE || id > LAST_HOSTILE)
			.map(tenant()::incident)
			.map(JsonNode.class::cast)
			.toList();
		List<String> searches = new ArrayList<>(List.of("malware", "\"credential access\"", "malware -ws-", "odd -mail",
				"user:contoso ransomware", "device:ws- ip:10.", "-device:ws- contoso"));
		Map.of("deviceDnsName", "device:", "userPrincipalName", "user:", "ipAddress", "ip:", "sha1", "hash:", "sha256",
				"hash:", "fileName", "file:", "url", "url:", "sender", "mail:", "title", "alert:", "detectorId",
				"alert:")
			.forEach((field, prefix) -> incidents.stream()
				.flatMap((incident) -> incident.findValuesAsString(field).stream())
				.filter((value) -> value.length() > 3)
				.distinct()
				.limit(4)
				.forEach((value) -> {
					searches.add(prefix + "\"" + value + "\"");
					searches.add("-" + prefix + "\"" + value + "\"");
				}));
		incidents.stream()
			.flatMap((incident) -> incident.findValuesAsString("ipAddress").stream())
			.distinct()
			.limit(3)
			.forEach((ip) -> searches.add(ip.replace(".", "[.]")));
		return searches;
	}

	private static String query(String parameter, String value) {
		return EVERYTHING + "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static List<String> values(JsonNode incidents, String field) {
		return incidents.valueStream()
			.map((incident) -> incident.path(field))
			.flatMap((value) -> value.isArray() ? value.valueStream() : Stream.of(value))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.filter((value) -> !value.isBlank())
			.distinct()
			.toList();
	}

	private static JsonNode export(Visitor visitor, String address) {
		Page page = visitor.open("/incidents.json?" + address);
		assertThat(page.status()).as(address).isEqualTo(200);
		assertThat(page.headers().firstValue("X-Incidents-Missing")).as(address).isEmpty();
		return JsonMapper.shared().readTree(page.text());
	}

	private static List<Long> ids(JsonNode incidents) {
		return incidents.valueStream().map((incident) -> incident.path("id").asLong()).toList();
	}

	private static List<String> rows(Visitor visitor, String address) {
		return visitor.open("/incidents?" + address).html().select("tbody tr[id^=incident-]").eachAttr("id");
	}

	private static List<String> texts(JsonNode value, boolean anyCase) {
		return (value.isArray() ? value.valueStream() : Stream.of(value)).map(JsonNode::asString)
			.map((text) -> anyCase ? text.toLowerCase(Locale.ROOT) : text)
			.toList();
	}

	private static DefenderControls tenant() {
		return sandbox.bean(DefenderControls.class);
	}

}
