package io.watchfloor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody is signed out without having been told in time, and polling keeps nobody signed
 * in.
 */
class SessionEndTests {

	private static final String[] POLL = { "If-None-Match", "\"session\"", "Sec-Fetch-Mode", "cors" };

	private static final Path PICTURES = Path.of("target", "pictures");

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
		assertThat(page.html().select("[data-session], script[src*=session]")).isEmpty();
		assertThat(visitor.ask("/session", POLL).status()).isEqualTo(401);
	}

	@Test
	void anOpenPageWarnsStaysAndSaysWhenItIsOver() throws IOException {
		String origin = start("--server.servlet.session.timeout=4m").origin();
		ChromeDriver browser = Chromium.start(1440, 1000);
		try {
			browser.get(origin + "/token");
			await(browser, "button[value='LEAD']").click();
			await(browser, "[data-session-stay]");
			assertThat(words(browser)).matches("You will be signed out at \\d\\d:\\d\\d UTC, because .*");
			assertThat(browser.switchTo().activeElement().getTagName()).isEqualTo("body");
			picture(browser, "session-warning");
			this.clock.advance(Duration.ofMinutes(3));
			browser.findElement(By.cssSelector("[data-session-stay]")).click();
			new WebDriverWait(browser, Duration.ofSeconds(20))
				.until((driver) -> words(browser).startsWith("You stay signed in until"));
			this.clock.advance(Duration.ofMinutes(5));
			browser.executeScript("document.querySelector('[data-session-stay]').click()");
			assertThat(await(browser, "a[data-session-over]").getText()).isEqualTo("Sign in");
			assertThat(words(browser)).startsWith("You were signed out at");
			browser.findElement(By.cssSelector("a[data-session-over]")).click();
			await(browser, "[data-session-stay]");
			assertThat(browser.getCurrentUrl()).isEqualTo(origin + "/token");
		}
		finally {
			browser.quit();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/incidents?severity=High", "/" })
	void aPageThatKeepsItselfCurrentLeadsToSignInWhenTheSessionIsOver(String address) {
		String origin = start("--WATCHFLOOR_FRESHNESS=1s").origin();
		ChromeDriver browser = Chromium.start(1440, 1000);
		try {
			browser.get(origin + "/token");
			await(browser, "button[value='LEAD']").click();
			await(browser, "main");
			browser.get(origin + address);
			this.clock.advance(Duration.ofHours(1));
			if (address.equals("/")) {
				await(browser, "main a[href='/oauth2/authorization/entra']");
			}
			else {
				new WebDriverWait(browser, Duration.ofSeconds(20))
					.until((driver) -> this.sandbox.entra().authorizeRequests().size() == 2);
				await(browser, "main.queue");
				assertThat(browser.getCurrentUrl()).isEqualTo(origin + address);
			}
		}
		finally {
			browser.quit();
		}
	}

	private static String words(ChromeDriver browser) {
		String words = browser.findElement(By.cssSelector("[data-session] [role='status']"))
			.getDomProperty("textContent");
		return Objects.requireNonNullElse(words, "");
	}

	private static WebElement await(ChromeDriver browser, String element) {
		return new WebDriverWait(browser, Duration.ofSeconds(40))
			.until(ExpectedConditions.elementToBeClickable(By.cssSelector(element)));
	}

	private static void picture(ChromeDriver browser, String name) throws IOException {
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
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
