package io.watchfloor.web.incident;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The graph of an incident as it is without scripts, and what scripts need to draw it.
 */
@PageTest({ IncidentController.class, PartsController.class })
@Import(IncidentSamples.class)
class GraphPageTests {

	private static final long STORY = 931204;

	private static final long LARGE = 5;

	private static final long HOSTILE = 666;

	private final MockMvcTester mvc;

	@Autowired
	GraphPageTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@ValueSource(longs = { STORY, HOSTILE })
	void theTableNamesEveryEntityOfThePageInFullWithTheAlertsThatNameIt(long id) {
		Document page = page(id);
		assertThat(inTheTable(page)).isEqualTo(onThePage(page)).isNotEmpty();
	}

	@Test
	void theTablesOfALargeIncidentNameEveryEntityOfItsPartsInFullWithTheAlertsThatNameIt() {
		Map<String, String> onThePages = new TreeMap<>();
		List.of("assets", "evidence")
			.forEach((part) -> pages(part).forEach((page) -> onThePages.putAll(onThePage(page))));
		Map<String, String> inTheTables = new TreeMap<>();
		pages("graph").forEach((page) -> inTheTables.putAll(inTheTable(page)));
		assertThat(inTheTables).isEqualTo(onThePages).hasSizeGreaterThan(2_000);
	}

	private List<Document> pages(String part) {
		List<Document> pages = new ArrayList<>();
		String next = "/incidents/" + LARGE + "/" + part;
		while (!next.isEmpty()) {
			pages.add(document(next));
			next = pages.get(pages.size() - 1).select(".pager a[rel=next]").attr("href");
		}
		return pages;
	}

	private static Map<String, String> onThePage(Document page) {
		Map<String, String> onThePage = new TreeMap<>();
		for (Element row : page.select(".incident-entities tbody tr")) {
			onThePage.put(row.id(), row.select("th bdi").eachText().stream().reduce("", (first, last) -> last) + " "
					+ row.select("a[href*=#alert-]").text());
		}
		return onThePage;
	}

	private static Map<String, String> inTheTable(Document page) {
		Map<String, String> inTheTable = new TreeMap<>();
		for (Element link : page.select("[data-graph-nodes] a[href*=#entity-]")) {
			Element member = link.closest("li");
			String alerts = (member != null) ? "Alert " + member.select("[data-alerts]").text().replace(", ", " Alert ")
					: Objects.requireNonNull(link.closest("tr")).select("a[href*=#alert-]").text();
			inTheTable.put(link.attr("href").replaceFirst(".*#", ""), link.text() + " " + alerts);
		}
		return inTheTable;
	}

	@Test
	void theTableNamesEveryAlertOfALargeIncidentOnce() {
		Document page = document("/incidents/" + LARGE + "/graph");
		assertThat(page.select("[data-graph-stages] a[href*=#alert-]").eachAttr("href")).hasSize(150)
			.doesNotHaveDuplicates();
		assertThat(page(STORY).select("[data-graph-stages]")).isEmpty();
	}

	@Test
	void theFirstPageOfALargeGraphDrawsWhatMostAlertsNameAndSaysWhatItDoesNotDraw() {
		Document page = document("/incidents/" + LARGE + "/graph");
		List<Integer> named = page.select("[data-graph-nodes] [data-numbers]")
			.eachAttr("data-numbers")
			.stream()
			.map((numbers) -> numbers.split(" ").length)
			.toList();
		assertThat(named).hasSizeLessThanOrEqualTo(50).isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(page.select("main").text()).containsPattern("draws 1 to 50 of 2,\\d+ assets and pieces of evidence");
	}

	@Test
	void everyKindIsExplainedAndHasItsPicture() {
		Document page = page(STORY);
		assertThat(page.select(".graph-legend li").eachAttr("data-kind")).doesNotHaveDuplicates()
			.containsAll(page.select("[data-graph-nodes] tr[data-kind]").eachAttr("data-kind"));
		assertThat(page.select(".graph-legend li").eachAttr("data-picture"))
			.allSatisfy((picture) -> assertThat(get(picture)).hasStatusOk());
	}

	@Test
	void theLibraryIsKeptByBrowsersUntilItChanges() {
		String library = page(STORY).select("[data-graph]").attr("data-library");
		assertThat(library).matches("/webjars/cytoscape/.*-[0-9a-f]{32}\\.mjs");
		assertThat(get(library)).hasStatusOk()
			.hasContentTypeCompatibleWith("text/javascript")
			.headers()
			.hasHeaderSatisfying(HttpHeaders.CACHE_CONTROL,
					(values) -> assertThat(values).asString().contains("max-age=31536000"));
	}

	@Test
	void theLibraryHasNoReasonToWriteAStyleElement() {
		assertThat(page(STORY).select("link[rel=stylesheet]#__________cytoscape_stylesheet")).hasSize(1);
	}

	@Test
	void withoutAnyEntityThereIsNoGraph() {
		Document page = page(1);
		assertThat(page.select("#graph, [data-graph], .incident-nav a[href=#graph]")).isEmpty();
	}

	private Document page(long id) {
		return document("/incidents/" + id);
	}

	private Document document(String address) {
		MvcTestResult page = get(address);
		assertThat(page).hasStatusOk();
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(Visitors.signedIn(SandboxAccount.ANALYST)).exchange();
	}

}
