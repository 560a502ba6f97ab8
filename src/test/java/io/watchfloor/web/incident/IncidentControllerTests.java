package io.watchfloor.web.incident;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.SampleIncidents;
import io.watchfloor.web.support.StubIncidents;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest({ IncidentController.class, PartsController.class })
@Import(IncidentSamples.class)
class IncidentControllerTests {

	private final MockMvcTester mvc;

	private final StubIncidents incidents;

	@Autowired
	IncidentControllerTests(MockMvcTester mvc, StubIncidents incidents) {
		this.mvc = mvc;
		this.incidents = incidents;
	}

	@Test
	void everyPartOfTheStoryIsOnThePage() {
		Document page = page("story", 931204);
		assertThat(page.title()).startsWith("Multi-stage incident").contains("931204");
		assertThat(page.select("h1").text()).isEqualTo(SampleIncidents.story().name());
		assertThat(page.select(".incident-nav a").eachAttr("href")).containsExactly("#summary", "#story", "#graph",
				"#alerts", "#assets", "#evidence", "#related", "#comments");
		assertThat(page.select(".incident-alert h3").eachText()).containsExactly(
				"Email messages containing malicious file removed after delivery", "Suspicious PowerShell command line",
				"Registry run key made by a suspicious program", "Sensitive credential memory read",
				"Suspected overpass-the-hash attack (Kerberos)");
		assertThat(page.select(".incident-group h3").eachText()).containsExactly("Devices 2", "Users 1", "Mailboxes 1",
				"Cloud applications 1", "Security groups 1", "Processes 3", "Files 2", "IP addresses 2", "URLs 2",
				"Mail messages 1", "Mail clusters 1", "Registry values 1", "Other entities 1");
		assertThat(page.select(".story .bar[id]")).hasSize(5);
	}

	@Test
	void withoutTriageNothingOnThePageOffersAChange() {
		Document page = page("story", 931204);
		assertThat(page.html()).doesNotContainIgnoringCase("triage").doesNotContainIgnoringCase("assign to me");
	}

	@Test
	void headingsStepDownOneAtATime() {
		List<Integer> levels = page("story", 931204).select("main h1, main h2, main h3, main h4")
			.stream()
			.map((heading) -> Integer.parseInt(heading.tagName().substring(1)))
			.toList();
		assertThat(levels.get(0)).isEqualTo(1);
		for (int i = 1; i < levels.size(); i++) {
			assertThat(levels.get(i)).isBetween(2, levels.get(i - 1) + 1);
		}
	}

	@Test
	void everyLinkWithinThePageLeadsSomewhereAndNoIdOccursTwice() {
		Document page = page("story", 931204);
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates()
			.containsAll(page.select("a[href^=#]").eachAttr("href").stream().map((href) -> href.substring(1)).toList());
	}

	@Test
	void everyPictureIsThere() {
		List<String> pictures = page("story", 931204).select("use").eachAttr("href").stream().distinct().toList();
		assertThat(pictures).hasSizeGreaterThan(10).allSatisfy((picture) -> {
			String[] fileAndName = picture.split("#");
			assertThat(this.mvc.get().uri(fileAndName[0])).hasStatusOk()
				.bodyText()
				.contains("id=\"" + fileAndName[1] + "\"");
		});
	}

	@Test
	void whatIsMissingIsNotShown() {
		for (String name : List.of("empty", "nulls")) {
			Document page = page(name, (name.equals("empty")) ? 1 : 2);
			assertThat(page.text()).doesNotContainIgnoringCase("null");
			assertThat(page.select("main [class*=null], main [href*=null]")).isEmpty();
		}
	}

	@Test
	void hostileTextsStayText() {
		Document page = page("hostile", 666);
		assertThat(page.select("script")).allSatisfy((script) -> {
			assertThat(script.attr("src")).startsWith("/js/");
			assertThat(script.data()).isEmpty();
		});
		assertThat(page.select("img, iframe, object, embed, base, style, form:not([action^=/]):not([method=dialog])"))
			.isEmpty();
		assertThat(page.getAllElements()
			.stream()
			.flatMap((element) -> element.attributes().asList().stream())
			.filter((attribute) -> attribute.getKey().startsWith("on") || attribute.getKey().equals("style")))
			.isEmpty();
		assertThat(page.text()).doesNotContainPattern("[\\x00\\x1b\\u202e\\u200b]")
			.contains("‹U+202E›", "‹U+200B›", "‹U+0000›", "‹U+001B›[31m", "${7*7} [[${7*7}]]")
			.doesNotContain("49");
	}

	@Test
	void hostileTextsBecomeNoLinks() {
		List<String> links = page("hostile", 666).select("main [href], main [xlink:href], main [src]")
			.stream()
			.map((element) -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
			.filter((link) -> !link.startsWith("#"))
			.toList();
		assertThat(links).isNotEmpty().allSatisfy((link) -> {
			URI uri = URI.create(link);
			assertThat(uri.getScheme()).isIn(null, "https");
			assertThat(uri.getHost()).isIn(null, "attack.mitre.org", "security.microsoft.com");
			assertThat(uri.getPath())
				.matches("/incidents|/icons/shapes-[0-9a-f]+\\.svg|/techniques/T1059/001/|/incidents/666(/print)?");
		});
	}

	@Test
	void styleClassesNeverComeFromTheAnswer() {
		assertThat(page("hostile", 666).select("main [class]").eachAttr("class"))
			.allMatch((classes) -> classes.matches("[a-z0-9 -]+"));
	}

	@Test
	void aMergedIncidentLeadsToItsTarget() {
		assertThat(page("merged", 3).select(".notice a").attr("href")).isEqualTo("/incidents/4");
	}

	@Test
	void anIncidentMergedIntoItselfIsShownWithoutNotice() {
		assertThat(page("merged-into-itself", 4).select(".notice")).isEmpty();
	}

	@Test
	void readingIncidentsTellsTheQueueWhichThenRelatesAndLinksThem() {
		MockHttpSession session = new MockHttpSession();
		get("3", session);
		get("924521", session);
		Document related = document(get("924522", session));
		assertThat(related.select(".incident-related a").eachAttr("href")).containsExactly("/incidents/924521",
				"/incidents?asset=USER5CX.middleeast.corp.contoso.com&range=any");
		assertThat(related.select(".incident-related .tag").text()).isEqualTo("USER5CX.middleeast.corp.contoso.com");
		assertThat(document(get("4", session)).select(".notice a").attr("href")).isEqualTo("/incidents/3");
		assertThat(document(get("924522", new MockHttpSession())).select(".incident-related a")).isEmpty();
	}

	@Test
	void whatRelatesAnIncidentIsToldWithItsRarityAndDrawnOnOneAxis() {
		MockHttpSession session = new MockHttpSession();
		get("3", session);
		get("924521", session);
		MvcTestResult answer = get("924522", session);
		Pages.keep("incident-campaign", answer);
		Document page = document(answer);
		assertThat(page.select(".related-shared li").text())
			.isEqualTo("shares device USER5CX.middleeast.corp.contoso.com (held by at least 2 of 3 incidents)");
		assertThat(page.select(".incident-nav a[href=#related]").text()).isEqualTo("Related 1");
		assertThat(page.select(".campaign h3").text()).isEqualTo("Campaign 2");
		assertThat(page.select(".campaign .bar").eachAttr("href")).containsExactly("/incidents/924521");
		assertThat(page.select(".campaign tbody tr")).hasSize(2);
		assertThat(page.select(".campaign [aria-current] a").attr("href")).isEqualTo("/incidents/924522");
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		assertThat(document(get("924522", new MockHttpSession())).select(".campaign, .related-weak")).isEmpty();
		Document part = document(get("924522/related", session));
		assertThat(part.select(".campaign figure.story")).hasSize(1);
		assertThat(part.select("head link[rel=stylesheet]").eachAttr("href"))
			.anySatisfy((style) -> assertThat(style).contains("/incident/story"));
	}

	@Test
	void theAttackIsToldAboveEverythingElseAndLeadsToItsEvidence() {
		Document page = page("story", 931204);
		assertThat(page.select(".attack-sentence")).hasSize(6);
		assertThat(page.select(".attack-sentence").get(0).text())
			.isEqualTo("5 alerts name the user megan.bowen@contoso.com and 2 devices (fin-ws-042.contoso.com and "
					+ "fin-sql-01.contoso.com).");
		assertThat(page.select(".attack a")).hasSizeGreaterThan(10)
			.allSatisfy((link) -> assertThat(page.select(link.attr("href"))).hasSize(1));
		assertThat(page.select(".attack time").attr("datetime")).isEqualTo("2026-11-23T07:58:13Z");
		assertThat(page.select("[data-ticket]").attr("data-copy"))
			.contains("What the alerts say: 5 alerts name the user “megan");
	}

	@Test
	void whatIsQuotedInASentenceIsMarkedAndKeptApart() {
		Document page = page("hostile", 666);
		assertThat(page.select(".attack-sentence q > bdi")).isNotEmpty();
		page.select(".attack-sentence q").remove();
		assertThat(page.select(".attack-sentence").text()).doesNotContain("script", "evil", "7*7");
	}

	@Test
	void theWaysLeadThroughTheViewThatTheIncidentWasOpenedFromAndBack() {
		MockHttpSession session = new MockHttpSession();
		for (String id : List.of("931204", "666", "5")) {
			get(id, session);
		}
		Document page = document(get("666?severity=High&range=180d&sort=-id", session));
		assertThat(page.select("a[rel=prev]").attr("href"))
			.isEqualTo("/incidents/931204?severity=High&range=180d&sort=-id");
		assertThat(page.select("a[href$=#incident-666]").attr("href"))
			.isEqualTo("/incidents?severity=High&range=180d&sort=-id#incident-666");
	}

	@Test
	void anIncidentThatIsGoneIsForgotten() {
		MockHttpSession session = new MockHttpSession();
		get("7", session);
		assertThat(document(get("8", session)).select(".notice a").attr("href")).isEqualTo("/incidents/7");
		this.incidents.incidents().removeIf((incident) -> incident.id() == 7);
		assertThat(get("7", session)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(document(get("8", session)).select(".notice")).isEmpty();
	}

	@Test
	void thePageSaysOnceWhatTheSourceDoesNotGive() {
		Document page = page("story", 931204);
		assertThat(page.select("main :containsOwn(Not given by this source)").eachText()).singleElement()
			.asString()
			.isEqualTo("Not given by this source: Defender’s priority score, tags, summary and recommended actions, "
					+ "roles of evidence, and who changed the incident last.");
	}

	@Test
	void thePageSaysWhyTheIncidentRanksWhereItRanks() {
		assertThat(page("story", 931204).select(".incident-reason").text()).contains("High, yours, open for 5 h");
	}

	@Test
	void aUrlIsDefangedAndCopiedAsItCame() {
		Document page = page("story", 931204);
		String url = "https://cdn.fabrikam-billing.example/u/upd.dll";
		assertThat(page.text()).contains("hxxps://cdn[.]fabrikam-billing[.]example/u/upd.dll").doesNotContain(url);
		assertThat(page.select("code[data-raw='" + url + "']")).isNotEmpty();
		assertThat(page.select("a[href='" + url + "']")).isEmpty();
	}

	@Test
	void addressesOfMachinesAndSendersAreDefangedAndCopiedAsTheyCame() {
		Document page = page("story", 931204);
		for (Map.Entry<String, String> address : Map
			.of("203.0.113.77", "203[.]0[.]113[.]77", "invoices@fabrikam-billing.example",
					"invoices[@]fabrikam-billing[.]example")
			.entrySet()) {
			assertThat(page.select("main").text()).contains(address.getValue()).doesNotContain(address.getKey());
			assertThat(page.select("code[data-raw='" + address.getKey() + "']")).isNotEmpty();
		}
		assertThat(page.select("a[href='/incidents?q=203.0.113.77']")).isNotEmpty();
	}

	@Test
	void everyValueOfEvidenceCanBeCopied() {
		Document page = page("story", 931204);
		assertThat(page.select(".incident-entities code")).isNotEmpty();
		assertThat(page.select(":is(.incident-entities th, .incident-entities dd):has(code):not(:has([data-raw]))"))
			.isEmpty();
	}

	@Test
	void forPrintALargeIncidentFoldsWhatWouldBeTooLong() {
		Document page = page("large", "5/print");
		assertThat(page.select(".incident-alert")).hasSize(150);
		assertThat(page.select(".incident-alert > details[open]")).isEmpty();
		assertThat(page.select(".incident-group > details[open]")).isEmpty();
		assertThat(page.select(".story .bar")).hasSize(150);
	}

	@Test
	void theStoryIsPutTogetherAsTheAddressSays() {
		assertThat(page("story", 931204).select(".story-choices [aria-current]").text()).isEqualTo("By device");
		Document byUser = document(get("931204?severity=High&story=user"));
		assertThat(byUser.select(".story-choices [aria-current]").text()).isEqualTo("By user");
		assertThat(byUser.select(".story-choices a").eachAttr("href"))
			.contains("/incidents/931204?severity=High&story=none#story");
		assertThat(document(get("931204?story=none")).select(".story-group")).isEmpty();
	}

	@Test
	void theStoryAndTheListOfAlertsLeadToEachOther() {
		Document page = page("story", 931204);
		assertThat(page.select(".story .bar[id]")).hasSameSizeAs(page.select(".incident-alert"))
			.allSatisfy((bar) -> assertThat(page.select(bar.attr("href"))).hasSize(1));
		assertThat(page.select(".incident-alert a[href^=#story-]")).hasSameSizeAs(page.select(".incident-alert"))
			.allSatisfy((link) -> assertThat(page.select(link.attr("href"))).hasSize(1));
	}

	@Test
	void anUnknownWayToPutTheStoryTogetherIsNamed() {
		MvcTestResult answer = get("931204?story=planet");
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(document(answer).text()).contains("“story”", "one of device, user, none").doesNotContain("planet");
	}

	@Test
	void anUnknownIncidentIsNotFound() {
		assertThat(get("404")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "x", "1x", "01", "1.5", "9999999999999999999", "١", "%20", "1;x" })
	void whatIsNoPositiveNumberIsNotFound(String id) {
		assertThat(this.mvc.get().uri(URI.create("/incidents/" + id)).with(Visitors.signedIn(SandboxAccount.ANALYST)))
			.satisfiesAnyOf((page) -> assertThat(page).hasStatus(HttpStatus.NOT_FOUND),
					(page) -> assertThat(page).hasStatus(HttpStatus.BAD_REQUEST));
	}

	private Document page(String name, long id) {
		return page(name, Long.toString(id));
	}

	private Document page(String name, String id) {
		MvcTestResult page = get(id);
		assertThat(page).hasStatusOk();
		Pages.keep("incident-" + name, page);
		return document(page);
	}

	private static Document document(MvcTestResult page) {
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String id) {
		return get(id, new MockHttpSession());
	}

	private MvcTestResult get(String id, MockHttpSession session) {
		return this.mvc.get()
			.uri(URI.create("/incidents/" + id))
			.session(session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
	}

}
