package io.watchfloor.web.dashboard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(SampleQueue.class)
class DashboardTests {

	private final MockMvcTester mvc;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	DashboardTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?range=24h", "/?range=3d", "/?range=7d", "/?range=180d" })
	void everyNumberIsThatOfTheViewThatItOpens(String address) {
		Document dashboard = page(address);
		Pages.keep("dashboard", get(address));
		assertThat(dashboard.select(".counter")).hasSize(6);
		assertSameNumber(dashboard.select(".counter[href^='/incidents?']:has(.figure:matches([0-9]))"), ".figure");
		assertSameNumber(dashboard.select(".legend a"), "b");
		assertSameNumber(dashboard.select(".bars a"), ".bar-number");
		assertSameNumber(dashboard.select("[aria-labelledby=trend] td a"), ":root");
		assertSameNumber(dashboard.select(".spreads td a"), ":root");
		assertSameNumber(dashboard.select("[aria-labelledby=comparison] td a"), ":root");
		assertSameNumber(dashboard.select("[aria-labelledby=analysts] td a"), ":root");
	}

	@Test
	void aPeriodBeforeThatWasNotReadIsSaidToBeSoAndNotZero() {
		Element comparison = page("/").select("section[aria-labelledby=comparison]").first();
		assertThat(comparison).isNotNull();
		assertThat(comparison.select("tbody td:nth-of-type(2)").eachText()).containsExactly("not read", "not read");
		assertThat(comparison.select("a[href='/?range=180d']").text()).isEqualTo("last 180 days");
		assertThat(page("/?range=7d").select("[aria-labelledby=comparison] td").eachText()).doesNotContain("not read");
	}

	@Test
	void aWallHasAClockTheShiftAndNoPersonalNumber() {
		Document wall = page("/?display=wall");
		assertThat(wall.select(".wall-clock").text()).isEqualTo("14:03 UTC, shift 14:00–22:00");
		assertThat(wall.select(".wall-clock time").attr("datetime")).isEqualTo("2026-11-23T14:03:10Z");
		assertThat(wall.select(".counter .label").eachText()).containsExactly("Arrived", "Closed", "Over the limit",
				"Unassigned", "High and active", "Oldest open high");
		assertThat(wall.select(".counter:contains(Over the limit)").hasAttr("href")).isFalse();
		assertThat(wall.select("[aria-labelledby=analysts], .counter:contains(Mine), .counter:contains(you)"))
			.isEmpty();
		assertThat(page("/").select(".wall-clock")).isEmpty();
	}

	private void assertSameNumber(List<Element> links, String number) {
		assertThat(links).isNotEmpty().allSatisfy((link) -> {
			String text = (number.equals(":root")) ? link.text() : link.select(number).text();
			assertThat(page(link.attr("href")).title()).startsWith(text + " incident");
		});
	}

	@BeforeEach
	void readEverything() {
		for (int step = 0; step < 3; step++) {
			get("/");
		}
	}

	@Test
	void everyDrawnPartOfAColumnHasItsNumberInTheTable() {
		Document dashboard = page("/");
		assertThat(dashboard.select("[aria-labelledby=trend] .chart a").eachAttr("href")).isNotEmpty()
			.isSubsetOf(dashboard.select("[aria-labelledby=trend] td a").eachAttr("href"));
	}

	@Test
	void whatNeedsAPersonComesFirst() {
		Document dashboard = page("/");
		assertThat(dashboard.select("[aria-labelledby=urgent] .incident-list li")).hasSize(8)
			.first()
			.satisfies((item) -> assertThat(item.text()).startsWith("High").contains("High, ransomware"));
		assertThat(dashboard.select("[aria-labelledby=newest] li a").attr("href")).isEqualTo("/incidents/924600");
	}

	@Test
	void hostileNamesStayText() {
		assertThat(page("/?range=180d").select("main script, main [style]")).isEmpty();
		assertThat(page("/?range=180d").text()).contains(QueueIncidents.HOSTILE);
	}

	@Test
	void aWallDisplayRefreshesItselfWithoutScripts() {
		assertThat(page("/?display=wall").select("noscript meta[http-equiv=refresh]")).hasSize(1);
		assertThat(page("/").select("meta[http-equiv=refresh]")).isEmpty();
		assertThat(page("/?display=wall").select("main.wall")).hasSize(1);
	}

	@Test
	void whatIsNewSinceTheAnalystLookedIsCountedByTheTimeThatTheTabRemembers() {
		Document dashboard = page("/?since=2026-11-23T10:00:00Z");
		Element counter = dashboard.select(".counter:contains(New or changed)").first();
		assertThat(counter).isNotNull();
		assertThat(counter.attr("href")).isEqualTo("/incidents?from=2026-11-23T10%3A00%3A00Z&sort=-created");
		assertThat(counter.text()).contains("since you looked, 10:00:00 UTC");
		assertThat(page("/").select(".counter:contains(New or changed)").text()).contains("since you signed in");
	}

	@Test
	void aWallWhoseSessionIsOverSaysSoAndLeadsToTheSignIn() {
		MvcTestResult answer = this.mvc.get().uri("/?display=wall&range=7d").exchange();
		Document ended = Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(ended.select("main.wall-ended h1").text()).isEqualTo("Signed out");
		assertThat(ended.select("main.wall-ended").text()).contains("since 14:03:10 UTC");
		assertThat(ended.select("main.wall-ended a").attr("href")).isEqualTo("/?display=wall&range=7d&sign-in=again");
	}

	@Test
	void signingInFromTheLandingPageLeadsBackToTheRangeThatWasAskedFor() {
		MvcTestResult answer = this.mvc.get().uri("/?range=7d").exchange();
		Document landing = Jsoup
			.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(landing.select("main.landing a.primary").attr("href")).isEqualTo("/?range=7d&sign-in=now");
		assertThat(get("/?range=7d&sign-in=now")).hasStatus3xxRedirection().hasRedirectedUrl("/?range=7d");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?range=1y", "/?display=cinema", "/?since=yesterday" })
	void aValueThatAParameterCannotTakeIsRefused(String address) {
		assertThat(get(address)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void aPollThatHasThePageAlreadyIsToldSo() {
		get("/");
		String version = get("/").getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(version).isNotNull();
		assertThat(this.mvc.get()
			.uri("/")
			.session(this.session)
			.header(HttpHeaders.IF_NONE_MATCH, String.valueOf(version))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))).hasStatus(HttpStatus.NOT_MODIFIED);
	}

	private Document page(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
	}

}
