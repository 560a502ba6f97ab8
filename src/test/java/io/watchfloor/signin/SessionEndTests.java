package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.Browser;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages warn before a session ends, and polling keeps nobody signed in.
 */
@IntegrationTest
class SessionEndTests {

	private static final String[] POLL = { "If-None-Match", "\"session\"", "Sec-Fetch-Mode", "cors" };

	@RegisterExtension
	private final Browser browser = new Browser();

	private final MutableClock clock = new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

	private Sandbox sandbox;

	private @Nullable RunningWatchfloor running;

	@BeforeEach
	void startSandbox() {
		this.sandbox = Sandbox.start(SandboxOptions.forTests());
	}

	@AfterEach
	void stop() {
		if (this.running != null) {
			this.running.close();
		}
		this.sandbox.close();
	}

	private Visitor signedIn(String... settings) {
		Visitor visitor = start(settings).visitor();
		visitor.signIn(SandboxAccount.LEAD, "/token");
		return visitor;
	}

	private RunningWatchfloor start(String... settings) {
		RunningWatchfloor application = RunningWatchfloor.at(this.clock, this.sandbox.settings(), settings);
		this.running = application;
		this.sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
		return application;
	}

	@Test
	void aPageKnowsWhenTheSessionEndsAndAPersonWhoUsesItPutsThatOff() {
		Visitor visitor = signedIn();
		Element notice = Objects.requireNonNull(visitor.open("/incidents").html().selectFirst("[data-session]"));
		assertThat(notice.attr("data-seconds")).isEqualTo("1800");
		assertThat(notice.attr("data-last")).isEqualTo("false");
		this.clock.advance(Duration.ofMinutes(20));
		assertThat(session(visitor, POLL).get("seconds").asInt()).isEqualTo(600);
		assertThat(session(visitor, POLL).get("seconds").asInt()).isEqualTo(600);
		assertThat(session(visitor, "Sec-Fetch-Mode", "cors").get("seconds").asInt()).isEqualTo(1800);
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(visitor.ask("/session", POLL).status()).isEqualTo(401);
	}

	@Test
	void theLatestEndCannotBePutOffButAFreshSignInLeadsBack() {
		Visitor visitor = signedIn("--WATCHFLOOR_SESSION_LIMIT=40m");
		this.clock.advance(Duration.ofMinutes(20));
		Page page = visitor.open("/incidents?severity=High");
		this.clock.advance(Duration.ofMinutes(10));
		JsonNode state = session(visitor, "Sec-Fetch-Mode", "cors");
		assertThat(state.get("seconds").asInt()).isEqualTo(600);
		assertThat(state.get("last").asBoolean()).isTrue();
		Page back = visitor.submit(page, "/sign-in/again");
		assertThat(back.pathAndQuery()).isEqualTo("/incidents?severity=High");
		assertThat(session(visitor, POLL).get("seconds").asInt()).isEqualTo(1800);
		this.clock.advance(Duration.ofMinutes(20));
		assertThat(visitor.ask("/token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "https://evil.example", "/\\evil.example" })
	void aFreshSignInLeadsToNoOtherOrigin(String back) {
		Visitor visitor = signedIn();
		String csrf = csrf(visitor.open("/token"));
		Page toEntra = visitor.post("/sign-in/again", Map.of("_csrf", csrf, "back", back));
		assertThat(toEntra.location()).startsWith(this.sandbox.origin());
		assertThat(visitor.open(toEntra.location()).pathAndQuery()).isEqualTo("/");
		assertThat(visitor.post("/sign-in/again", Map.of("back", "/token")).status()).isEqualTo(403);
	}

	@Test
	void theFrontPageOfWhoIsNotSignedInKnowsNothingOfIt() {
		Visitor visitor = start().visitor();
		Page page = visitor.open("/");
		assertThat(page.html().select("[data-session], script[src*=session], .notice")).isEmpty();
		assertThat(visitor.ask("/session", POLL).status()).isEqualTo(401);
	}

	@Test
	void anOpenPageWarnsStaysAndSaysWhenItIsOver() {
		String origin = start("--server.servlet.session.timeout=4m").origin();
		this.browser.signIn(origin + "/token", SandboxAccount.LEAD);
		this.browser.see("[data-session-stay]");
		assertThat(words()).matches("You will be signed out at \\d\\d:\\d\\d UTC, because .*");
		assertThat(this.browser.focused().getTagName()).isEqualTo("body");
		this.browser.picture("session-warning");
		this.clock.advance(Duration.ofMinutes(3));
		this.browser.find("[data-session-stay]").click();
		this.browser.until(() -> words().startsWith("You stay signed in until"));
		this.clock.advance(Duration.ofMinutes(5));
		this.browser.run("document.querySelector('[data-session-stay]').click()");
		assertThat(this.browser.see("main.ended a").getText()).isEqualTo("Sign in again");
		assertThat(words()).startsWith("You were signed out at");
		assertThat(this.browser.text("main")).startsWith("Signed out").contains("You were signed out at");
		assertThat(this.browser.all("main.token, .frame-nav, .account")).isEmpty();
		this.browser.find("main.ended a").click();
		this.browser.see("[data-session-stay]");
		assertThat(this.browser.address()).isEqualTo(origin + "/token");
	}

	@ParameterizedTest
	@CsvSource({ "/incidents?severity=High, main.queue", "/?range=7d, main.dashboard" })
	void aPageThatKeepsItselfCurrentSaysThatTheSessionIsOverAndLeadsToSignInOnlyWhenAsked(String address,
			String content) {
		String origin = start("--WATCHFLOOR_FRESHNESS=1s").origin();
		this.browser.signIn(origin + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		this.browser.open(origin + address);
		this.browser.find(content);
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.browser.see("main.ended").getText()).startsWith("Signed out");
		assertThat(this.browser.all(content)).isEmpty();
		assertThat(this.browser.driver().getTitle()).isEqualTo("Signed out · Watchfloor");
		assertThat(this.browser.address()).isEqualTo(origin + address);
		assertThat(this.sandbox.entra().authorizeRequests()).hasSize(1);
		this.browser.picture("session-over");
		this.browser.find("main.ended a").click();
		this.browser.find(content);
		assertThat(this.sandbox.entra().authorizeRequests()).hasSize(2);
		assertThat(this.browser.address()).isEqualTo(origin + address);
	}

	@Test
	void whoEndsTheirOtherSessionsStaysAndNobodyElseIsTouched() {
		RunningWatchfloor application = start("--spring.profiles.active=metrics", "--management.server.port=0");
		this.browser.signIn(application.origin() + "/token", SandboxAccount.LEAD);
		Visitor left = signedIn(application, SandboxAccount.LEAD);
		Visitor colleague = signedIn(application, SandboxAccount.ANALYST);
		Visitor visitor = signedIn(application, SandboxAccount.LEAD);
		assertThat(visitor.post("/sessions", Map.of()).status()).isEqualTo(403);
		assertThat(left.ask("/session", POLL).status()).isEqualTo(200);
		try (AuditTrail audit = AuditTrail.open()) {
			Page ended = visitor.press(visitor.open("/sessions"), "End my other sessions");
			assertThat(ended.html().select(".notice.good").text()).startsWith("2 other sessions of yours were ended.");
			assertThat(audit.events("session-expired")).hasSize(2)
				.allSatisfy((event) -> assertThat(event).containsEntry("event.reason", "ended-by-analyst")
					.containsEntry("user.id", SandboxAccount.LEAD.objectId())
					.containsKey("client.ip"));
		}
		assertThat(left.ask("/session", POLL).status()).isEqualTo(401);
		assertThat(left.ask("/incidents").status()).isEqualTo(302);
		assertThat(colleague.ask("/incidents").status()).isEqualTo(200);
		assertThat(new Visitor(application.managementOrigin()).ask("/actuator/prometheus").text())
			.contains("watchfloor_queue_sessions 2.0", "watchfloor_sessions 2.0");
		Page again = visitor.press(visitor.open("/sessions"), "End my other sessions");
		assertThat(again.html().select("[role=status]").text()).contains("no other session of yours was found");
		this.browser.run("document.dispatchEvent(new Event('visibilitychange'))");
		assertThat(this.browser.see("main.ended").getText()).startsWith("Signed out");
	}

	private static Visitor signedIn(RunningWatchfloor application, SandboxAccount account) {
		Visitor visitor = application.visitor();
		assertThat(visitor.signIn(account, "/incidents").status()).isEqualTo(200);
		return visitor;
	}

	private String words() {
		return String.valueOf(this.browser.find("[data-session] [role='status']").getDomProperty("textContent"));
	}

	private static String csrf(Page page) {
		return Objects.requireNonNull(page.html().selectFirst("input[name=_csrf]")).attr("value");
	}

	private static JsonNode session(Visitor visitor, String... headers) {
		Page answer = visitor.ask("/session", headers);
		assertThat(answer.status()).isEqualTo(200);
		return new JsonMapper().readTree(answer.text());
	}

}
