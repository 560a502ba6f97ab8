package io.watchfloor.web.views;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(SampleQueue.class)
@TestPropertySource(properties = "own-calls=true")
class SavedViewsControllerTests {

	private static final SandboxAccount ME = SandboxAccount.ANALYST;

	private final MockMvcTester mvc;

	@Autowired
	SavedViewsControllerTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void aSavedViewIsInTheNavigationWithItsCountAndMarkedWhereItShows() {
		Cookie saved = save("High & <b>new</b>", "?severity=High&range=180d&page=3");
		Document queue = page("/incidents?severity=High&range=180d&page=1", ME, saved);
		assertThat(queue.select(".frame-nav a[aria-current]").eachText()).containsExactly("High & <b>new</b>");
		String total = Objects.requireNonNull(queue.selectFirst(".page-head .soft"))
			.text()
			.replaceFirst(" incidents.*", "");
		String count = queue.select(".frame-nav a[aria-current] + .count").text();
		assertThat(count.replace("+", "")).isEqualToIgnoringCase(total).matches("(at least )?[1-9][0-9]*");
		assertThat(queue.select("a:has(+ .count)").eachText()).containsExactly("Open", "Unassigned high", "Mine",
				"High & <b>new</b>");
	}

	@Test
	void theWayBackFromAnIncidentIsCalledByTheNameOfTheViewThatItWasOpenedFrom() {
		Cookie saved = save("My highs", "?severity=High&range=180d");
		assertThat(page("/incidents/924600?severity=High&range=180d&page=2", ME, saved)
			.select("main a[href$=#incident-924600]")
			.text()).contains("My highs");
	}

	@Test
	void aViewThatIsSavedOnThePageOfTheQueueHasItsParameters() {
		assertThat(page("/incidents?severity=High&q=mail", ME).select("form[action=/views] input[name=view]").val())
			.isEqualTo("?severity=High&q=mail");
	}

	@Test
	void anotherAnalystAtTheSameBrowserSeesNoneOfThem() {
		Cookie saved = save("Secret hunt", "?q=hunt");
		assertThat(page("/views", ME, saved).text()).contains("Secret hunt");
		assertThat(page("/views", SandboxAccount.LEAD, saved).html()).doesNotContain("Secret hunt");
		assertThat(page("/incidents", SandboxAccount.LEAD, saved).html()).doesNotContain("Secret hunt");
	}

	@Test
	void aBrowserKeepsFewAnalystsViews() {
		Cookie[] others = { new Cookie("views-1", "|a?"), new Cookie("views-2", "|b?"), new Cookie("views-3", "|c?") };
		MvcTestResult saved = post("/views", others, "name", "Mail", "view", "?q=mail");
		assertThat(saved.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).hasSize(2)
			.last()
			.asString()
			.startsWith("views-3=;")
			.contains("Max-Age=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Open", "a\u0007b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aNameThatCannotBeIsRefusedInASentence(String name) {
		MvcTestResult refused = post("/views", new Cookie[0], "name", name, "view", "?q=mail");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Nothing was changed.");
		assertThat(refused.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?range=forever", "?q=%zz", "?size=7" })
	void parametersThatTheQueueDoesNotTakeAreNotSaved(String view) {
		assertThat(post("/views", new Cookie[0], "name", "Mail", "view", view)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void nobodySavesAViewFromAnotherSite() {
		assertThat(this.mvc.post().uri("/views").with(Visitors.signedIn(ME)).param("name", "Mail"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void changingLeadsBackToThePage() {
		Cookie saved = save("Mail", "?q=mail");
		MvcTestResult renamed = post("/views/change", new Cookie[] { saved }, "view", "Mail", "name", "Post", "action",
				"rename");
		assertThat(renamed).hasStatus(HttpStatus.SEE_OTHER).hasHeader(HttpHeaders.LOCATION, "/views");
		Cookie kept = cookie(renamed);
		assertThat(kept.getValue()).isEqualTo("|Post?q=mail");
		MvcTestResult deleted = post("/views/change", new Cookie[] { kept }, "view", "Post", "action", "delete");
		assertThat(cookie(deleted).getMaxAge()).isZero();
		assertThat(post("/views/change", new Cookie[0], "action", "burn")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void aSignInOpensTheStartViewAndTheDashboardWithoutOne() {
		assertThat(start()).hasStatus(HttpStatus.FOUND).hasHeader(HttpHeaders.LOCATION, "/");
		Cookie saved = save("Mail", "?q=mail");
		Cookie chosen = cookie(post("/views/start", new Cookie[] { saved }, "start", "Mail"));
		assertThat(start(chosen)).hasHeader(HttpHeaders.LOCATION, "/incidents?q=mail");
		assertThat(page("/", ME, chosen).select("main.dashboard")).hasSize(1);
		assertThat(page("/views", ME, chosen).select("option[selected]").eachText()).containsExactly("Mail");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example|", "%0d%0aX:y|x?q=%0d%0a", "https%3A%2F%2Fevil.example|x?<script>" })
	void aHostileCookieLeadsNowhereElse(String value) {
		Cookie hostile = new Cookie(save("Mail", "").getName(), value);
		assertThat(start(hostile)).hasHeader(HttpHeaders.LOCATION, "/");
		assertThat(page("/", ME, hostile).html()).doesNotContain("evil.example", "<script>");
	}

	@Test
	void anotherViewSavedMakesAnotherVersionOfThePage() {
		String before = preferences(page("/incidents", ME));
		assertThat(preferences(page("/incidents", ME))).isEqualTo(before);
		assertThat(preferences(page("/incidents", ME, save("Mail", "?q=mail")))).isNotEqualTo(before);
	}

	/**
	 * The version without that of the queue.
	 */
	private static String preferences(Document page) {
		return page.select("main").attr("data-version").replaceFirst("^[^-]*-", "");
	}

	private MvcTestResult start(Cookie... cookies) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri("/start").with(Visitors.signedIn(ME));
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

	private Cookie save(String name, String view) {
		return cookie(post("/views", new Cookie[0], "name", name, "view", view));
	}

	private static Cookie cookie(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
		Cookie cookie = answer.getResponse().getCookies()[0];
		assertThat(cookie.isHttpOnly()).isTrue();
		return cookie;
	}

	private MvcTestResult post(String address, Cookie[] cookies, String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(address)
			.with(Visitors.signedIn(ME))
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		for (int at = 0; at < parameters.length; at += 2) {
			request = request.param(parameters[at], parameters[at + 1]);
		}
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

	private Document page(String address, SandboxAccount account, Cookie... cookies) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri(address).with(Visitors.signedIn(account));
		MvcTestResult page = ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
		assertThat(page).hasStatusOk();
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
