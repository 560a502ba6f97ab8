package io.watchfloor.web.queue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a poll is told of the rows that its page holds.
 */
@PageTest
@Import(SampleQueue.class)
class HeldRowsTests {

	private static final String VIEW = "/incidents?severity=High&sort=id&size=25&range=180d";

	private final MockMvcTester mvc;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	HeldRowsTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void eachHeldRowThatIsNotOnThePageIsOnAnotherOneOrNoLongerInTheViewOrGone() throws Exception {
		List<String> high = rows(page(VIEW, ""), "[data-rows] tbody tr");
		List<String> low = rows(page(VIEW.replace("High", "Low"), ""), "[data-rows] tbody tr");
		String view = VIEW.replace("size=25", "size=25&page=2");
		Document polled = page(view,
				Stream.concat(Stream.of("incident-1"), Stream.concat(high.stream(), low.stream()))
					.map((row) -> row.replace("incident-", ""))
					.collect(Collectors.joining(" ")));
		assertThat(rows(polled, "[data-rows] tbody tr")).doesNotContainAnyElementsOf(high);
		assertThat(rows(polled, "template[data-held] [data-moved] tr")).isNotEmpty().containsExactlyElementsOf(high);
		assertThat(rows(polled, "template[data-held] [data-left] tr")).isNotEmpty().containsExactlyElementsOf(low);
		assertThat(polled.html()).doesNotContain("incident-1\"");
		assertThat(polled.select("[data-left] th a").attr("href"))
			.matches("/incidents/[0-9]+[?]severity=High&.*page=2");
	}

	@Test
	void rowsThatThePageHasAnywayAreNotToldTwice() throws Exception {
		List<String> rows = rows(page(VIEW, ""), "[data-rows] tbody tr");
		assertThat(page(VIEW, rows.stream().map((row) -> row.replace("incident-", "")).collect(Collectors.joining(" ")))
			.select("template[data-held]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "-1 0 1.5 99999999999999999999", "<script>" })
	void whatIsNoNumberIsIgnored(String header) throws Exception {
		assertThat(page(VIEW, header).select("template[data-held]")).isEmpty();
	}

	private Document page(String address, String held) throws Exception {
		MvcTestResult answer = this.mvc.get()
			.uri(address)
			.header(HttpHeaders.IF_NONE_MATCH, "\"before\"")
			.header(HeldRows.HEADER, held)
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(Objects.requireNonNull(answer.getResponse().getContentAsString()));
	}

	private static List<String> rows(Document page, String selector) {
		return page.select(selector).eachAttr("id");
	}

}
