package io.watchfloor.web.handover;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
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
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * It is 15:03:10 in Berlin, where the shift began at 14:00.
 */
@PageTest
@Import(SampleQueue.class)
@TestPropertySource(properties = "watchfloor.time-zone=Europe/Berlin")
class HandoverControllerTests {

	private final MockMvcTester mvc;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	HandoverControllerTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@BeforeEach
	void readEverything() {
		for (int step = 0; step < 3; step++) {
			get("/");
		}
	}

	@Test
	void itBeginsWithTheShiftUnlessAskedOtherwise() {
		Document handover = page("/handover");
		Pages.keep("handover", get("/handover?since=2026-11-01"));
		assertThat(handover.select("h1").text()).isEqualTo("Handover since Mon 23 Nov 14:00 CET");
		assertThat(handover.select(".segmented a[aria-current]").eachText()).containsExactly("This shift, since 14:00");
		assertThat(handover.select("#since").attr("value")).isEqualTo("2026-11-23T14:00");
		assertThat(handover.select(".frame-nav a[aria-current]").eachText()).containsExactly("Handover");
		Document before = page("/handover?since=2026-11-23T05:00:00Z");
		assertThat(before.select(".segmented a[aria-current]").eachText())
			.containsExactly("The one before, since 06:00");
		assertThat(before.select(".frame-nav a[aria-current]").eachText()).containsExactly("Handover");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T10:00, Mon 23 Nov 10:00 CET", "2026-11-23T10:00:00Z, Mon 23 Nov 11:00 CET",
			"2026-07-01, Wed 1 Jul 00:00 CEST", "2025-12-31T23:00, 31 Dec 2025 23:00 CET" })
	void anotherTimeIsTakenInUtcOrInTheZoneOfTheShifts(String since, String words) {
		assertThat(page("/handover?since=" + since).select("h1").text()).isEqualTo("Handover since " + words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2026-11-23T15:04:00", "2026-02-30", "1969-12-31", "%3Cscript%3E",
			"+999999999-12-31T23:59:59Z" })
	void aTimeThatIsNoneOrHasNotPassedIsRefusedByName(String since) {
		assertThat(get("/handover?since=" + since)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("since", "a time that has passed", "Europe/Berlin")
			.doesNotContain("<script>alert");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/handover", "/handover?since=2026-11-20", "/handover?since=2026-01-01" })
	void everyNumberIsThatOfTheViewThatItOpens(String address) {
		List<Element> sections = page(address).select(".handover-sections section:not([aria-labelledby=escalated])");
		assertThat(sections).hasSize(5).allSatisfy((section) -> {
			String figure = section.select(".handover-figure").text();
			assertThat(page(section.select(".panel-head a").attr("href")).title()).startsWith(figure + " incident");
			assertThat(section.select(".handover-list > li > .severity").size()).isLessThanOrEqualTo(10);
		});
	}

	@Test
	void eachIncidentIsLinkedAndSaysWhyItIsThere() {
		Document handover = page("/handover?since=2026-11-20");
		Elements arrived = handover.select("section[aria-labelledby=arrived] li:has(.severity)");
		assertThat(arrived.select("a").eachAttr("href")).isNotEmpty()
			.allMatch((address) -> address.matches("/incidents/9\\d{5}"));
		assertThat(arrived.select(".handover-why").eachText()).hasSameSizeAs(arrived)
			.allMatch((why) -> why.matches("Created .*; \\w.*, (no owner|owner .*)"));
		assertThat(handover.select("section[aria-labelledby=closed] .handover-why").eachText()).isNotEmpty()
			.allMatch((why) -> why.matches("Not classified; (no owner|owner .*); changed .*"));
		assertThat(handover.select("section[aria-labelledby=merged] .handover-why").eachText()).isNotEmpty()
			.allMatch((why) -> why.startsWith("Into 924000; changed"));
		assertThat(handover.select("section[aria-labelledby=waiting] .handover-why").eachText()).isNotEmpty()
			.allMatch((why) -> why.startsWith("Open for "));
		assertThat(handover.select("section[aria-labelledby=first] .handover-why").text()).contains("High, ransomware")
			.doesNotContain("Yours");
		assertThat(handover.select("section[aria-labelledby=escalated] .handover-note").text())
			.contains("The API keeps no history");
	}

	@Test
	void theTextSaysTheSameWithoutAddressesToFollow() {
		Document handover = page("/handover?since=2026-11-20");
		String text = handover.select("textarea[readonly]").text();
		assertThat(text).startsWith("Handover since Fri 20 Nov 00:00 CET, made Mon 23 Nov 15:03 CET")
			.contains("http://localhost/incidents/924600", "Arrived: ", "Still waiting: ");
		handover.select(".handover-figure").forEach((figure) -> assertThat(text).contains(": " + figure.text()));
		assertThat(handover.select("button[data-copy]").attr("data-copy")).contains("Arrived: ");
	}

	@Test
	void hostileNamesStayText() {
		Document handover = page("/handover?since=2026-01-01");
		assertThat(handover.select("main script, main [style]")).isEmpty();
		assertThat(handover.text()).contains(QueueIncidents.HOSTILE);
	}

	@Test
	void whatIsNotReadYetIsAtLeastSoMuch() {
		MockHttpSession fresh = new MockHttpSession();
		Document first = Jsoup.parse(body(this.mvc.get()
			.uri("/handover?since=2026-01-01")
			.session(fresh)
			.with(Visitors.signedIn(SandboxAccount.LEAD))
			.exchange()));
		assertThat(first.select("[data-reading]").text()).startsWith("Still reading, so numbers grow");
		assertThat(first.select("section[aria-labelledby=closed] .handover-figure").text()).startsWith("at least ");
		assertThat(first.select("textarea").text()).contains("Not everything was read yet", "at least ");
		assertThat(page("/handover?since=2026-11-20").text()).doesNotContain("at least", "Still reading");
	}

	@Test
	void listsAreWrittenInTheZoneOfTheShiftsUnlessTheAnalystChoseAnother() {
		assertThat(page("/incidents").select("html").attr("data-zone")).isEqualTo("shifts");
		assertThat(page("/incidents").select("html").attr("data-shift-zone")).isEqualTo("Europe/Berlin");
		assertThat(page("/incidents").select(".account [name=zone]").eachText()).containsExactly("UTC", "Europe/Berlin",
				"Local");
		assertThat(Jsoup
			.parse(body(this.mvc.get()
				.uri("/incidents")
				.cookie(new Cookie("zone", "utc"))
				.session(this.session)
				.with(Visitors.signedIn(SandboxAccount.ANALYST))
				.exchange()))
			.select("html")
			.attr("data-zone")).isEqualTo("utc");
		assertThat(choose("utc")).cookies().hasValue("zone", "utc");
		assertThat(choose("shifts")).cookies().hasMaxAge("zone", Duration.ZERO);
	}

	private MvcTestResult choose(String zone) {
		return this.mvc.post()
			.uri("/time-zone")
			.param("zone", zone)
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	@Test
	void aPollThatHasThePageAlreadyIsToldSo() {
		get("/handover");
		String version = get("/handover").getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(this.mvc.get()
			.uri("/handover")
			.session(this.session)
			.header(HttpHeaders.IF_NONE_MATCH, String.valueOf(version))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))).hasStatus(HttpStatus.NOT_MODIFIED);
	}

	private Document page(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(body(answer));
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
	}

}
