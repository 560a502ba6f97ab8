package io.watchfloor.web;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest({ IncidentsController.class, HomeController.class })
@Import(SampleQueue.class)
class IncidentsControllerTests {

	private final MockMvcTester mvc;

	@Autowired
	IncidentsControllerTests(MockMvcTester mvc) {
		this.mvc = mvc;
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
		assertThat(page.select("input[type=hidden][name=sort]").val()).isEqualTo("id");
		assertThat(page.select("input[type=checkbox][checked]").eachAttr("value")).containsExactly("Active", "High");
	}

	@Test
	void hostileNamesStayText() {
		Document page = page("/incidents?size=200");
		assertThat(page.select("main script")).isEmpty();
		assertThat(page.select("tbody th a").eachText()).contains(QueueIncidents.HOSTILE);
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
	@ValueSource(
			strings = { "page=99999999999999", "severity=Nonsense", "q=%00%FF%22%3E", "tag=a&tag=b&from=2030-01-01" })
	void whatSelectsNothingIsAPageAllTheSame(String query) {
		assertThat(get("/incidents?" + query)).hasStatusOk().bodyText().contains("No incidents match");
	}

	@Test
	void aVeryLongSearchIsAnswered() {
		assertThat(get("/incidents?q=" + "x".repeat(10_000))).hasStatusOk();
	}

	@Test
	void theNavigationMarksTheViewThatIsShownOnAllItsPages() {
		assertThat(page("/incidents?status=Active&status=InProgress&sort=attention&page=2").select("nav [aria-current]")
			.eachText()).contains("Open");
		assertThat(page("/incidents").select(".frame-nav [aria-current]").eachText()).containsExactly("All");
	}

	@Test
	void theDashboardsNumbersAreThoseOfTheViewsThatTheyOpen() {
		MvcTestResult answer = get("/");
		Pages.keep("dashboard", answer);
		Document dashboard = document(answer);
		assertThat(dashboard.select(".counter")).hasSize(4).allSatisfy((counter) -> {
			String number = counter.select(".figure").text();
			assertThat(page(counter.attr("href")).title()).startsWith(number + " incident");
		});
		assertThat(dashboard.select(".matrix td a")).isNotEmpty()
			.allSatisfy((cell) -> assertThat(page(cell.attr("href")).title()).startsWith(cell.text() + " incident"));
	}

	@Test
	void theDashboardPutsWhatNeedsAPersonFirst() {
		Document dashboard = document(get("/"));
		assertThat(dashboard.select("[aria-labelledby=urgent] li")).hasSize(8)
			.first()
			.satisfies((item) -> assertThat(item.text()).startsWith("High").contains("unassigned for"));
		assertThat(dashboard.select("[aria-labelledby=newest] li a").attr("href")).isEqualTo("/incidents/924600");
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
		return this.mvc.get().uri(URI.create(address)).with(Visitors.signedIn(SandboxAccount.ANALYST)).exchange();
	}

}
