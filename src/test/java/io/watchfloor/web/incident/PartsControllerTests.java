package io.watchfloor.web.incident;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.entity.Entity;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.parts.IncidentPart;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.SampleIncidents;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of an incident of any size.
 */
@PageTest({ IncidentController.class, PartsController.class })
@Import(IncidentSamples.class)
class PartsControllerTests {

	private static final int MOST_BYTES = 300_000;

	private static final int MOST_ELEMENTS = 3_000;

	private static final long SMALL = 931204;

	private static final List<String> PARTS = List.of("/alerts", "/assets", "/evidence", "/graph", "/related");

	private final MockMvcTester mvc;

	@Autowired
	PartsControllerTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	static Stream<String> pagesOfLargeIncidents() {
		return Stream.of(LargeIncidents.BELIEVABLE, LargeIncidents.HOSTILE, 5L)
			.flatMap((id) -> Stream
				.of("", "/alerts", "/alerts?page=15", "/assets", "/evidence", "/evidence?page=7", "/evidence?alert=3",
						"/graph", "/graph?page=40", "/related", "/print?short")
				.map((part) -> id + part));
	}

	@ParameterizedTest
	@MethodSource("pagesOfLargeIncidents")
	void noPageOfALargeIncidentIsTooLarge(String address) {
		holds(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/alerts", "/assets", "/evidence", "/graph", "/related", "/print?short" })
	void aTextOfAMegabyteIsCutOnEveryPageAndSaysWhereTheWholeIs(String part) {
		Document page = holds(LargeIncidents.LONG_TEXT + part);
		assertThat(page.text())
			.containsPattern("cut: it has 1,000,[0-9]+ characters; the print page has all|\\(cut\\)");
	}

	@Test
	void forPrintNothingIsCut() {
		Document page = page(LargeIncidents.LONG_TEXT + "/print");
		assertThat(page.text()).doesNotContain("(cut").contains("A".repeat(1_000_000));
		assertThat(page(LargeIncidents.BELIEVABLE + "/print").select(".incident-entities tbody tr"))
			.hasSizeGreaterThan(2_000);
	}

	@Test
	void theFirstPageOfALargeIncidentShowsWhatMattersOfAllParts() {
		Document page = page(LargeIncidents.BELIEVABLE + "?severity=High&page=3");
		Pages.keep("incident-overview", get(LargeIncidents.BELIEVABLE + ""));
		assertThat(page.select("[aria-labelledby=alerts] li .severity").eachText()).hasSize(10).containsOnly("High");
		assertThat(page.select("[aria-labelledby=evidence] li .verdict").eachText()).hasSize(10)
			.containsOnly("Malicious");
		assertThat(page.select("[aria-labelledby=assets] li")).hasSize(10);
		assertThat(page.select("#story, #comments, #related, #summary")).hasSize(4);
		assertThat(page.select(".story .bar[id]")).hasSize(100);
		assertThat(page.select(".story figcaption").text()).contains("not in the picture: 50;");
		String base = "/incidents/" + LargeIncidents.BELIEVABLE;
		assertThat(page.select(".incident-nav a").eachAttr("href")).containsExactly(base + "?severity=High",
				base + "/alerts?severity=High", base + "/assets?severity=High", base + "/evidence?severity=High",
				base + "/graph?severity=High", base + "/related?severity=High");
		assertThat(page.select(".incident-nav [aria-current=page]").text()).isEqualTo("Overview");
		assertThat(page.select(".incident-nav a").eachText()).contains("Alerts 150", "Assets 70");
	}

	@Test
	void everyLinkOfALargeIncidentLeadsToAPageWithThatPlace() {
		for (String part : List.of("", "/alerts?page=2", "/evidence?page=2", "/assets", "/graph?page=2")) {
			Document page = page(LargeIncidents.BELIEVABLE + part);
			assertThat(page.select("[id]").eachAttr("id")).as(part).doesNotHaveDuplicates();
			Stream.of("#alert-", "#entity-")
				.flatMap((place) -> page.select("main a[href*=" + place + "]").stream().limit(3))
				.forEach((link) -> {
					String href = link.attr("href");
					Document there = href.startsWith("#") ? page : page(href.substring("/incidents/".length()));
					assertThat(there.getElementById(href.replaceFirst(".*#", ""))).as("%s on %s", href, part)
						.isNotNull();
				});
		}
	}

	@Test
	void everyAlertAndEveryAssetStandsOnOnePageOfItsPart() {
		assertThat(ids("/alerts", ".incident-alert-body")).hasSize(150).doesNotHaveDuplicates();
		assertThat(ids("/assets", ".incident-entities tbody tr")).hasSize(70).doesNotHaveDuplicates();
	}

	/**
	 * Of eighty pages, some.
	 */
	@Test
	void eachPageOfTheEvidenceHasItsSliceOfAllOfIt() {
		List<String> all = IncidentContents.of(LargeIncidents.believable(), Instant.EPOCH, SourceDetails.ALL)
			.evidence()
			.stream()
			.map(Entity::anchor)
			.toList();
		assertThat(all).hasSizeGreaterThan(2_000).doesNotHaveDuplicates();
		int size = IncidentPart.EVIDENCE.size();
		int last = (all.size() + size - 1) / size;
		for (int number : new int[] { 1, 2, last / 2, last }) {
			Document page = page(LargeIncidents.BELIEVABLE + "/evidence?page=" + number);
			assertThat(page.select(".incident-entities tbody tr").eachAttr("id"))
				.isEqualTo(all.subList((number - 1) * size, Math.min(number * size, all.size())));
			assertThat(page.select(".pager a[rel=next]").isEmpty()).isEqualTo(number == last);
		}
	}

	private List<String> ids(String part, String selector) {
		Stream<Document> pages = Stream.iterate(page(LargeIncidents.BELIEVABLE + part),
				(page) -> !page.select("main").isEmpty(), this::next);
		return pages.flatMap((page) -> page.select(selector).eachAttr("id").stream()).toList();
	}

	private Document next(Document page) {
		String next = page.select(".pager a[rel=next]").attr("href");
		return next.isEmpty() ? Jsoup.parse("") : page(next.substring("/incidents/".length()));
	}

	@Test
	void evidenceComesWithTheWorstVerdictFirst() {
		List<String> verdicts = Stream
			.of(page(LargeIncidents.BELIEVABLE + "/evidence"), page(LargeIncidents.BELIEVABLE + "/evidence?page=60"))
			.flatMap((page) -> page.select(".incident-entities dt:contains(Verdict) + dd").eachText().stream())
			.distinct()
			.toList();
		assertThat(verdicts).containsExactly("Malicious", "No threats found");
	}

	@ParameterizedTest
	@ValueSource(longs = { SMALL, LargeIncidents.BELIEVABLE })
	void everyPartStandsAlone(long id) {
		for (String part : PARTS) {
			Document page = page(id + part + "?severity=High");
			assertThat(page.select("h1").text()).as(part).isEqualTo(page(id + "").select("h1").text());
			assertThat(page.select(".incident-nav [aria-current=page]")).singleElement()
				.satisfies((link) -> assertThat(link.attr("href"))
					.isEqualTo("/incidents/" + id + part + "?severity=High"));
			assertThat(page.select("a[data-incident]").attr("href")).isEqualTo("/incidents/" + id + "?severity=High");
			assertThat(page.select("a[data-back]").attr("href")).startsWith("/incidents?severity=High");
			assertThat(page.select("main h2")).isNotEmpty();
		}
	}

	@Test
	void anAlertListsTheWorstOfWhatItNamesAndLeadsToTheRest() {
		Document page = page(LargeIncidents.BELIEVABLE + "/alerts");
		String rest = page.select("#alert-3 a:contains(more)[href*=/evidence]").attr("href");
		assertThat(rest).isEqualTo("/incidents/" + LargeIncidents.BELIEVABLE + "/evidence?alert=3");
		Document evidence = page(rest.substring("/incidents/".length()));
		assertThat(evidence.select("#entities").text()).isEqualTo("Evidence of alert 3 17");
		assertThat(evidence.select(".incident-entities tbody tr")).hasSize(17);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/alerts?page=0", "/evidence?page=x", "/graph?page=-1", "/related?page=1.5", "/assets?page=0" })
	void aPageThatIsNoPositiveNumberIsNamed(String part) {
		MvcTestResult answer = get(LargeIncidents.BELIEVABLE + part);
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(document(answer).text()).contains("“page”", "a number from 1");
	}

	@Test
	void anAlertThatIsNoPositiveNumberIsNamed() {
		MvcTestResult answer = get(LargeIncidents.BELIEVABLE + "/evidence?alert=first");
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(document(answer).text()).contains("“alert”", "the number of an alert, from 1");
	}

	@Test
	void aPageAfterTheLastLeadsBackToTheLast() {
		for (String part : PARTS) {
			Document page = page(LargeIncidents.BELIEVABLE + part + "?page=999999");
			assertThat(page.select(".notice").text()).as(part).contains("There are fewer pages than that.");
			String last = page.select(".notice a").attr("href");
			assertThat(page(last.substring("/incidents/".length())).select(".notice")).isEmpty();
		}
	}

	@Test
	void anUnknownIncidentHasNoParts() {
		Stream.concat(PARTS.stream(), Stream.of("/print", "/print?short", "/nowhere"))
			.forEach((part) -> assertThat(get("404" + part)).as(part).hasStatus(HttpStatus.NOT_FOUND));
		assertThat(get(SMALL + "/nowhere")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("x/alerts")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void thePartsOfAMergedIncidentLeadToItsTargetToo() {
		for (String part : PARTS) {
			assertThat(page("3" + part).select(".incident-head .notice a").attr("href")).isEqualTo("/incidents/4");
		}
	}

	@Test
	void oneSheetSaysWhatATicketNeeds() {
		Document page = page(LargeIncidents.BELIEVABLE + "/print?short");
		assertThat(page.select("main").text()).contains("Ransomware across the tenant", "Worst alerts, of 150",
				"Worst evidence, of 2", "http://localhost/incidents/" + LargeIncidents.BELIEVABLE);
		assertThat(page.select("main li")).hasSize(12);
		assertThat(page(SMALL + "/print?short").select("main").text()).contains(SampleIncidents.story().name());
	}

	/**
	 * A page that is as small as it should be.
	 */
	private Document holds(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		Document page = document(answer);
		assertThat(answer.getResponse().getContentAsByteArray().length).as("bytes of " + address)
			.isLessThanOrEqualTo(MOST_BYTES);
		assertThat(page.getAllElements().size()).as("elements of " + address).isLessThanOrEqualTo(MOST_ELEMENTS);
		return page;
	}

	private Document page(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).as(address).hasStatusOk();
		return document(answer);
	}

	private static Document document(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create("/incidents/" + address))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
	}

}
