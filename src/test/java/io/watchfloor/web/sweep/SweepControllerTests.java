package io.watchfloor.web.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleIncidents;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.StubIncidents;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.HttpSession;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a sweep, over {@link QueueIncidents} and two incidents more.
 */
@PageTest(SweepController.class)
@Import({ SampleQueue.class, SweepControllerTests.Incidents.class })
class SweepControllerTests {

	private static final String MARKUP = "</title><script>alert(1)</script>";

	private final MockMvcTester mvc;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	SweepControllerTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@BeforeEach
	void readTheQueue() {
		for (int step = 0; step < 5; step++) {
			assertThat(
					this.mvc.get().uri("/sweep").session(this.session).with(Visitors.signedIn(SandboxAccount.ANALYST)))
				.hasStatusOk();
		}
	}

	@Test
	void theFormSaysWhatIsSearchedAndWorksWithoutScripts() {
		Document page = html(this.mvc.get()
			.uri("/sweep")
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange());
		assertThat(page.select(".notice").text()).contains("122 incidents", "without a call", "as of 14:03:10 UTC",
				"Closed ones were last updated since");
		assertThat(page.select("main form[method=post][action=/sweep] textarea[name=text][required]")).hasSize(1);
		assertThat(page.select("main form input[name=kind]").eachAttr("value")).containsExactly("ip", "domain", "url",
				"hash", "mail");
		assertThat(page.select("main form input[name=kind][checked]")).hasSize(5);
		assertThat(page.select(".frame-nav a[aria-current]").eachText()).containsExactly("Sweep");
	}

	@Test
	void whatWasFoundComesFirstWithItsIncidentsAssetsTimesAndALinkToTheQueue() {
		MvcTestResult answer = sweep("text",
				"Not seen: 192[.]0[.]2[.]1. Seen: 203[.]0[.]113[.]77, hxxps://cdn.evil[.]com/other");
		Pages.keep("sweep", answer);
		Document page = html(answer);
		assertThat(page.select(".page-head").text()).contains("1 of 3 indicators found, of 1 more the host");
		assertThat(page.select("main h2").eachText().subList(0, 3)).containsExactly("Found", "Only the host found",
				"Not found 1");
		assertThat(page.select("main h3").eachText()).containsExactly("203[.]0[.]113[.]77",
				"hxxps://cdn[.]evil[.]com/other");
		assertThat(page.select(".sweep-head button").eachAttr("data-copy")).containsExactly("203.0.113.77",
				"https://cdn.evil.com/other");
		assertThat(page.select(".sweep-head a").eachAttr("href")).containsExactly("/incidents?range=any&q=203.0.113.77",
				"/incidents?range=any&q=cdn.evil.com");
		assertThat(page.select(".sweep-incidents").eachText().get(0)).contains("High", "Sweep target", "#5001",
				"Active", "In IP address", "Assets ws-0007.contoso.com", "Active 2026-11-20 10:00 to 2026-11-20 11:30");
		assertThat(page.select(".sweep-incidents a").eachAttr("href")).containsOnly("/incidents/5001");
		assertThat(page.select(".sweep-incidents").eachText().get(1)).contains("In URL, host only");
		assertThat(page.select(".sweep-lines").eachText().get(0)).isEqualTo("192[.]0[.]2[.]1");
		assertThat(page.select(".frame-nav a[aria-current]").eachText()).containsExactly("Sweep");
	}

	@Test
	void theResultIsThereAsTextAndAsCsv() {
		Document page = html(sweep("text", "203[.]0[.]113[.]77 192.0.2.1 hxxps://cdn.evil[.]com/other"));
		assertThat(text(page, "#sweep-text").lines())
			.contains("Found (1):", "- 203[.]0[.]113[.]77 (IPv4 address), 1 incident: #5001 High Sweep target",
					"Only the host found (1):",
					"- hxxps://cdn[.]evil[.]com/other (URL), 1 incident, host only: #5001 High Sweep target",
					"Not found (1):", "- 192[.]0[.]2[.]1")
			.first()
			.asString()
			.startsWith("Sweep of a report over 122 incidents");
		assertThat(text(page, "#sweep-csv").lines()).containsExactly(
				"indicator,kind,incidents,host_only,worst_severity,first_activity,last_activity,ids",
				"203.0.113.77,IPv4 address,1,0,High,2026-11-20T10:00:00Z,2026-11-20T11:30:00Z,5001",
				"https://cdn.evil.com/other,URL,0,1,High,2026-11-20T10:00:00Z,2026-11-20T11:30:00Z,5001",
				"192.0.2.1,IPv4 address,0,0,,,,");
	}

	@Test
	void thePageSaysWhatTheReportWasReadAsAndOffersItToSweepAgain() {
		Document page = html(sweep("text", "evil[.]zip 10.0.0.0/8 install.sh version 1.2.3.4"));
		assertThat(page.select("[aria-labelledby=read-as]").text()).contains("Domains 1",
				"Taken for names of files and not searched for: install[.]sh",
				"Taken for versions of software and not searched for: 1[.]2[.]3[.]4", "networks", "10[.]0[.]0[.]0/8");
		assertThat(page.select("textarea").text()).isEqualTo("evil[.]zip");
	}

	@Test
	void kindsAndAddressesThatAreNotDefangedMayBeLeftOut() {
		String report = "evil[.]com vendor.com 44d88612fea8a8f36de82e1278abb02f";
		Document page = html(sweep("text", report, "kind", "domain", "defanged", "true"));
		assertThat(page.select(".page-head").text()).contains("1 of 1 indicator found");
		assertThat(page.select("main h3").eachText()).containsExactly("evil[.]com");
		assertThat(page.select(".sweep-incidents").text()).contains("In URL, as cdn[.]evil[.]com");
		assertThat(page.select("input[name=kind][checked]").eachAttr("value")).containsExactly("domain");
		assertThat(page.select("input[name=defanged][checked]")).hasSize(1);
		assertThat(sweep("text", report, "kind", "nothing")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void moreIndicatorsThanASweepTakesAreCounted() {
		StringBuilder report = new StringBuilder();
		for (int number = 0; number < 5_312; number++) {
			report.append("%040x ".formatted(number));
		}
		MvcTestResult answer = sweep("text", report.toString());
		assertThat(html(answer).select(".notice.warning").text()).contains("312 more indicators");
		assertThat(html(answer).select(".page-head").text()).contains("of 5,000 indicators");
		assertThat(answer.getResponse().getContentAsByteArray()).hasSizeLessThan(2_000_000);
	}

	@Test
	void aReportThatIsTooLongOrEmptyIsRefusedWithTheBound() {
		MvcTestResult tooLong = sweep("text", "a".repeat(SweepController.LONGEST_REPORT + 1));
		assertThat(tooLong).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(html(tooLong).select("[role=alert]").text()).contains("Nothing was searched", "1,000,001 characters",
				"up to 1,000,000");
		assertThat(sweep("text", " \n")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(sweep()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void nothingOfTheReportStaysInTheSessionOrInTheStoredPage() {
		MvcTestResult answer = sweep("text", "only-in-this-report[.]com");
		assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
		HttpSession used = Objects.requireNonNull(answer.getRequest().getSession(false));
		assertThat(Collections.list(used.getAttributeNames())).allSatisfy(
				(name) -> assertThat(String.valueOf(used.getAttribute(name))).doesNotContain("only-in-this-report"));
		assertThat(answer.getResponse().getHeaders("Set-Cookie").toString()).doesNotContain("only-in-this-report");
	}

	@Test
	void nobodySweepsFromAnotherSite() {
		assertThat(
				this.mvc.post().uri("/sweep").with(Visitors.signedIn(SandboxAccount.ANALYST)).param("text", "evil.com"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aSessionThatHasReadNothingFindsNothingAndIsToldSo() {
		Document page = html(this.mvc.post()
			.uri("/sweep")
			.session(new MockHttpSession())
			.with(Visitors.signedIn(SandboxAccount.LEAD))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.param("text", "203.0.113.77")
			.exchange());
		assertThat(page.select(".page-head").text()).contains("at least 0 of 1 indicator found");
		assertThat(page.select(".notice").text()).contains("0 incidents", "Not everything is read yet");
		assertThat(page.html()).doesNotContain("Sweep target");
	}

	@Test
	void hostileTextsOfReportsAndIncidentsStayTexts() {
		MvcTestResult answer = sweep("text",
				"evil[.]example.com hxxp://evil[.]com/\"onload=alert(1)<script>alert(2)</script>\u202E\u0007 '=cmd'@evil.com =HYPERLINK(\"http://evil.com\") "
						+ MARKUP + " 203.0.113.99");
		Document page = html(answer);
		assertThat(page.select("script:not([src]), img, [onload], [style], iframe")).isEmpty();
		assertThat(page.select("main h3").eachText()).contains("203[.]0[.]113[.]99");
		assertThat(page.select(".sweep-incidents").text()).contains(MARKUP, "‹U+202E›");
		assertThat(page.wholeText()).doesNotContainPattern("[\u202E\u0007\u0000]");
		assertThat(page.select("main a").eachAttr("href")).allMatch((address) -> address.startsWith("/incidents"));
		assertThat(text(page, "#sweep-csv").lines()).noneMatch((line) -> line.matches("[\"\\s]*[=+@-].*"));
	}

	private MvcTestResult sweep(String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/sweep")
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		for (int at = 0; at < parameters.length; at += 2) {
			request = request.param(parameters[at], parameters[at + 1]);
		}
		return request.exchange();
	}

	private static String text(Document page, String element) {
		return Objects.requireNonNull(page.selectFirst(element)).wholeText();
	}

	private static Document html(MvcTestResult page) {
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Incidents {

		@Bean
		@Primary
		StubIncidents sweptIncidents() {
			List<Incident> incidents = new ArrayList<>(QueueIncidents.incidents(SampleQueue.INCIDENTS));
			incidents.add(SampleIncidents
				.of("""
						{"incidentId": 5001, "incidentName": "Sweep target", "severity": "High", "status": "Active",
						 "createdTime": "2026-11-20T12:00:00Z", "lastUpdateTime": "2026-11-20T13:00:00Z",
						 "alerts": [{"alertId": "a", "title": "Alert", "firstActivity": "2026-11-20T10:00:00Z", "lastActivity": "2026-11-20T11:30:00Z",
						 "devices": [{"mdatpDeviceId": "d", "deviceDnsName": "ws-0007.contoso.com"}],
						 "entities": [{"entityType": "Ip", "ipAddress": "203.0.113.77"},
						 {"entityType": "Url", "url": "https://cdn.evil.com/gate.php"}]}]}"""));
			incidents.add(SampleIncidents
				.of("""
						{"incidentId": 5002, "incidentName": "%s\\u202e", "severity": "Low", "status": "Active", "tags": ["=cmd"],
						 "createdTime": "2026-11-20T12:00:00Z", "lastUpdateTime": "2026-11-20T13:00:00Z",
						 "alerts": [{"alertId": "b", "title": "Alert", "devices": [{"mdatpDeviceId": "e", "deviceDnsName": "<img src=x>"}],
						 "entities": [{"entityType": "Ip", "ipAddress": "203.0.113.99"}]}]}"""
					.formatted(MARKUP)));
			return new StubIncidents(incidents);
		}

	}

}
