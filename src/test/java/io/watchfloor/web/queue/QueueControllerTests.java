package io.watchfloor.web.queue;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.frame.Theme;
import io.watchfloor.web.frame.TimeZoneChoice;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class QueueControllerTests {

	private final MockMvcTester mvc;

	private final MutableClock clock;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	QueueControllerTests(MockMvcTester mvc, MutableClock clock) {
		this.mvc = mvc;
		this.clock = clock;
	}

	@BeforeEach
	void readEverything() {
		for (int step = 0; step < 3; step++) {
			get("/incidents");
		}
	}

	@Test
	void theBareQueueShowsEverythingOfTheRangeFiftyAtATime() {
		Document page = page("/incidents");
		Pages.keep("queue", get("/incidents"));
		assertThat(page.select("tbody tr")).hasSize(50);
		assertThat(page.title()).isEqualTo("51 incidents · Watchfloor");
		assertThat(page.select(".pager a[rel=next]").attr("href")).isEqualTo("/incidents?page=2");
		assertThat(page.select("[aria-sort=descending]").text()).isEqualTo("Updated, UTC");
		assertThat(page.select(".chips")).isEmpty();
	}

	@Test
	void whatAnAddressAsksForIsWhatThePageShows() {
		Document page = page("/incidents?severity=High&status=Active&sort=id&size=25&q=endpoint");
		Pages.keep("queue-filtered", get("/incidents?severity=High&status=Active&sort=id&size=25&q=endpoint"));
		assertThat(page.select("tbody .severity").eachText()).isNotEmpty().containsOnly("High");
		assertThat(page.select("tbody .status").eachText()).containsOnly("Active");
		assertThat(page.select(".chip").eachText()).containsExactly("Remove Status: Active", "Remove Severity: High",
				"Remove Search: endpoint");
		assertThat(page.select("input[name=q]").val()).isEqualTo("endpoint");
		assertThat(page.select("select[name=sort] option[selected]").val()).isEqualTo("id");
		assertThat(page.select("input[type=hidden][name=size]").val()).isEqualTo("25");
		assertThat(page.select(".filters input[type=checkbox][checked]").eachAttr("value")).containsExactly("Active",
				"High");
	}

	@Test
	void tellsWhatIsLeftOfTheCallsAlsoWhereThePageDidNotChange() {
		String left = "50 this minute, 1,500 this hour";
		assertThat(page("/incidents").select("[data-calls]").text()).isEqualTo(left);
		assertThat(poll("/incidents", version("/incidents"))).hasStatus(HttpStatus.NOT_MODIFIED)
			.hasHeader(CallsLeft.HEADER, left);
	}

	@Test
	void namesTheHighOnesThatMayBeNewToTheTab() {
		Instant now = this.clock.instant();
		String expected = QueueIncidents.incidents(SampleQueue.INCIDENTS)
			.stream()
			.filter((incident) -> "High".equals(incident.severity()))
			.filter((incident) -> Objects.requireNonNull(incident.lastUpdate()).isAfter(now.minus(Duration.ofDays(1))))
			.map((incident) -> Long.toString(Objects.requireNonNull(incident.created()).getEpochSecond()))
			.collect(Collectors.joining(" "));
		assertThat(expected).contains(" ");
		assertThat(page("/incidents?range=180d").select("main").attr("data-highs")).isEqualTo(expected);
		assertThat(page("/incidents?range=180d&severity=Low").select("main").attr("data-highs")).isEmpty();
	}

	@Test
	void hostileNamesStayText() {
		Document page = page("/incidents?size=200");
		assertThat(page.select("main script")).isEmpty();
		assertThat(page.select("tbody th a").eachText()).contains(QueueIncidents.HOSTILE);
	}

	@Test
	void anOpenPageIsAnsweredInFullOnlyWhenSomethingOnItChanged() {
		String version = version("/incidents?severity=High");
		assertThat(version).startsWith("W/");
		assertThat(poll("/incidents?severity=High", version)).hasStatus(HttpStatus.NOT_MODIFIED)
			.hasHeader(AnalystView.AS_OF, "2026-11-23T14:03:10Z")
			.bodyText()
			.isEmpty();
		assertThat(poll("/incidents?severity=Low", version)).hasStatusOk();
		assertThat(poll("/incidents?severity=High", version, new Cookie(Theme.COOKIE.name(), "dark"))).hasStatusOk();
		assertThat(poll("/incidents?severity=High", version, new Cookie(TimeZoneChoice.COOKIE.name(), "local")))
			.hasStatusOk();
		assertThat(poll("/incidents?severity=High", version, new Cookie(QueueLayout.COOKIE.name(), "compact")))
			.hasStatusOk();
	}

	@Test
	void oneAnalystsVersionIsNotAnothers() {
		String version = version("/incidents");
		assertThat(this.mvc.get()
			.uri("/incidents")
			.header(HttpHeaders.IF_NONE_MATCH, version)
			.session(new MockHttpSession())
			.with(Visitors.signedIn(SandboxAccount.LEAD))).hasStatusOk();
	}

	@Test
	void agesAreCurrentToTheMinute() {
		String version = version("/incidents");
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(poll("/incidents", version)).hasStatus(HttpStatus.NOT_MODIFIED);
		this.clock.advance(Duration.ofSeconds(40));
		assertThat(poll("/incidents", version)).hasStatusOk();
		this.clock.advance(Duration.ofMinutes(-1));
	}

	@Test
	void columnsDensityAndZoneAreThoseOfTheCookie() {
		Document page = document(this.mvc.get()
			.uri("/incidents")
			.cookie(new Cookie(QueueLayout.COOKIE.name(), "compact.-sources.-id.-nonsense"),
					new Cookie(TimeZoneChoice.COOKIE.name(), "local"))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange());
		assertThat(page.select("table").attr("class"))
			.isEqualTo("data queue-table compact columns-chosen without-id without-sources");
		assertThat(page.select("html").attr("data-zone")).isEqualTo("local");
		assertThat(page.select("input[name=column]:not([checked])").eachAttr("value")).containsExactly("id", "sources");
	}

	@Test
	void exportsHoldTheViewAndNotThePage() {
		assertThat(page("/incidents?severity=High&size=25").select("a[download]").eachAttr("href"))
			.containsExactly("/incidents.csv?severity=High&size=25", "/incidents.json?severity=High&size=25");
	}

	@Test
	void fiveHundredParametersAreAnswered() {
		List<String> names = List.of("status", "severity", "assignedTo", "source", "detection", "category", "tag", "os",
				"group", "asset");
		String parameters = IntStream.range(0, 500)
			.mapToObj((i) -> names.get(i % names.size()) + "=t" + i)
			.collect(Collectors.joining("&"));
		assertThat(get("/incidents?" + parameters)).hasStatusOk().bodyText().contains("No incidents match");
	}

	@Test
	void moreValuesThanAParameterTakesAreRefusedByItsName() {
		String parameters = IntStream.range(0, 51).mapToObj((i) -> "tag=t" + i).collect(Collectors.joining("&"));
		assertThat(get("/incidents?" + parameters)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("The parameter “tag”", "at most 50 different values");
	}

	@Test
	void aRowCarriesTheViewToItsIncident() {
		assertThat(page("/incidents?severity=High&sort=-id").select("tbody th a").attr("href"))
			.isEqualTo("/incidents/924600?severity=High&sort=-id");
	}

	@Test
	void everyRowLeadsToItsIncident() {
		List<String> addresses = page("/incidents").select("tbody th a").eachAttr("href");
		assertThat(addresses).doesNotHaveDuplicates().allMatch((address) -> address.matches("/incidents/[0-9]+"));
	}

	@ParameterizedTest
	@CsvSource({ "range=5d,range", "sort=rank,sort", "page=0,page", "size=33,size", "from=yesterday,from" })
	void aValueThatAParameterCannotTakeIsAPageThatNamesIt(String query, String name) {
		MvcTestResult page = get("/incidents?" + query);
		assertThat(page).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("The parameter “" + name + "”");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=99999999999999&q=nothing", "severity=Nonsense", "q=%00%FF%22%3E",
			"tag=a&tag=b&from=2030-01-01" })
	void whatSelectsNothingIsAPageAllTheSame(String query) {
		assertThat(get("/incidents?" + query)).hasStatusOk().bodyText().contains("No incidents match");
	}

	@Test
	void aViewWithoutIncidentsSaysWhatWasSearchedAndOffersMore() {
		Document page = page("/incidents?severity=High&tag=Nonsense&range=7d");
		assertThat(page.select(".empty").text()).startsWith("No incidents match.")
			.contains("Searched: last 7 days, by last update, with", "Severity: High", "Tag: Nonsense");
		assertThat(page.select(".empty a:contains(180 days)").attr("href"))
			.isEqualTo("/incidents?severity=High&tag=Nonsense&range=180d");
		assertThat(page.select("details.menu input[name=severity][value=Low]")).hasSize(1);
		assertThat(page("/incidents?tag=Nonsense&range=180d").select(".empty a").eachText())
			.containsExactly("Clear all filters");
	}

	@Test
	void whatIsExcludedIsNotShownAndCanBeLifted() {
		Document page = page("/incidents?severity=!High&severity=!Low&range=any&size=200");
		assertThat(page.select("tbody tr")).isNotEmpty();
		assertThat(page.select("tbody .severity").eachText()).isNotEmpty().doesNotContain("High", "Low");
		assertThat(page.select(".chips a").eachText()).contains("Remove Severity: not High");
		assertThat(page.select(".chips a:contains(not High)").attr("href"))
			.isEqualTo("/incidents?severity=%21Low&range=any&size=200");
		assertThat(page.select("input[name=severity][value=!High]").hasAttr("checked")).isTrue();
		assertThat(page.select("input[name=severity][value=High]").hasAttr("checked")).isFalse();
	}

	@Test
	void anOrderByWhatTheSourceDoesNotGiveIsShownAndSaysSo() {
		Document page = page("/incidents?sort=-priority&size=25");
		assertThat(page.select("[data-gap]").text()).startsWith("Not given by this source: Defender’s priority");
		assertThat(page.select("[aria-sort=descending]").text()).isEqualTo("Priority");
		assertThat(page.select("tbody .col-priority").eachText()).hasSize(25).containsOnly("Not given by this source");
		assertThat(page.select("tbody tr").eachAttr("id")).startsWith("incident-924600", "incident-924599");
		Document usual = page("/incidents");
		assertThat(usual.select(".col-priority, [data-gap]")).isEmpty();
		assertThat(usual.select("select[name=sort] option").eachAttr("value")).doesNotContain("-priority");
		assertThat(usual.select(".queue-column p").eachText()).containsExactly("Priority: not given by this source");
	}

	@Test
	void datesAreFieldsThatKeepWhatWasChosen() {
		Document page = page("/incidents?createdFrom=2026-11-20&createdTo=2026-11-23T08:00");
		assertThat(page.select("input[name=createdFrom]").val()).isEqualTo("2026-11-20T00:00");
		assertThat(page.select("input[name=createdTo]").val()).isEqualTo("2026-11-23T08:00");
		assertThat(page.select("input[name=from]").val()).isEmpty();
		assertThat(page.select(".chips a").eachText())
			.anyMatch((chip) -> chip.startsWith("Remove Created: from 20 Nov 2026") || chip.contains("Created: from"));
		assertThat(page.select(".chips a:contains(Created)").attr("href")).isEqualTo("/incidents");
	}

	@Test
	void aPageBehindTheLastLeadsToTheLast() {
		Document page = page("/incidents?severity=High&size=25&page=99999999999999");
		assertThat(page.select(".empty").text()).isEqualTo("There are fewer pages than that. Go to the last page");
		assertThat(page.select(".empty a").attr("href")).isEqualTo("/incidents?severity=High&size=25");
	}

	@Test
	void aSearchThatIsTooLongIsAPageThatSaysSo() {
		assertThat(get("/incidents?q=" + "x".repeat(10_000))).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("The parameter “q”", "at most 1000 characters");
	}

	@Test
	void theNavigationMarksTheViewThatIsShownOnAllItsPages() {
		assertThat(
				page("/incidents?status=open&range=any&sort=attention&page=2").select("nav [aria-current]").eachText())
			.contains("Open");
		assertThat(page("/incidents").select(".frame-nav [aria-current]").eachText()).containsExactly("All");
	}

	private String version(String address) {
		MvcTestResult page = this.mvc.get()
			.uri(address)
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
		return Objects.requireNonNull(page.getResponse().getHeader(HttpHeaders.ETAG));
	}

	private MvcTestResult poll(String address, String version, Cookie... cookies) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get()
			.uri(address)
			.header(HttpHeaders.IF_NONE_MATCH, version)
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST));
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

	private Document page(String address) {
		return document(get(address));
	}

	private static Document document(MvcTestResult answer) {
		assertThat(answer).hasStatusOk();
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
	}

}
