package io.watchfloor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue in a real browser, asking for news every second. Pictures of the pages are
 * left in {@code target/pictures}.
 */
@TestPropertySource(properties = "WATCHFLOOR_FRESHNESS=1s")
class QueueBrowserTests extends SandboxTest {

	private static final Path PICTURES = Path.of("target", "pictures");

	private static final By ROWS = By.cssSelector("tbody th > a");

	private ChromeDriver browser;

	@BeforeEach
	void openTheQueue() {
		this.browser = Chromium.start(1440, 1000);
		go("/incidents?size=25");
		find("button[value='" + SandboxAccount.LEAD.name() + "']").click();
		until((driver) -> !this.browser.findElements(ROWS).isEmpty());
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void viewsChangeInPlaceAndTheAddressSaysWhichItIs() {
		run("window.sameDocument = true");
		find("thead .col-severity a").click();
		until((driver) -> address().endsWith("?sort=-severity&size=25"));
		assertThat(focused()).isEqualTo("Severity");
		find("a[data-page='next']").click();
		until((driver) -> address().endsWith("&page=2"));
		assertThat(find(".pager > span").getText()).startsWith("26 to 50 of");
		find("input[name='q']").sendKeys("endpoint", Keys.ENTER);
		until((driver) -> address().contains("q=endpoint"));
		assertThat(address()).doesNotContain("page=");
		assertThat(this.browser.switchTo().activeElement().getDomProperty("name")).isEqualTo("q");
		find(".chips a.chip").click();
		until((driver) -> !address().contains("q="));
		this.browser.navigate().back();
		until((driver) -> address().contains("q=endpoint"));
		until((driver) -> "endpoint".equals(find("input[name='q']").getDomProperty("value")));
		assertThat(run("return window.sameDocument")).isEqualTo("true");
	}

	@Test
	void theRangeIsReadOnByItself() throws IOException {
		Instant now = Instant.now();
		for (int i = 0; i < 300; i++) {
			String time = now.minus(Duration.ofHours(i)).toString();
			defender().add((incident) -> incident.put("createdTime", time).put("lastUpdateTime", time));
		}
		signInAgain();
		assertThat(find("[data-reading]").getText())
			.matches("Reading further: [0-9]+ read, back to [0-9]+ [A-Z][a-z]+");
		assertThat(find(".page-actions a[download]").getDomAttribute("href")).isEqualTo("/incidents.csv?range=180d");
		picture("queue-reading");
		until((driver) -> this.browser.findElements(By.cssSelector("[data-reading]")).isEmpty());
		assertThat(find(".page-head p").getText())
			.matches(updatedSince(now.minus(Duration.ofDays(180))) + " incidents as of .* UTC");
	}

	/**
	 * How many incidents there are for who is signed in; one without times is in no
	 * range.
	 */
	private static long updatedSince(Instant time) {
		return defender().visibleTo(SandboxAccount.LEAD)
			.stream()
			.map((id) -> defender().incident(id).path("lastUpdateTime").asString(""))
			.filter((updated) -> updated.compareTo(time.toString()) > 0)
			.count();
	}

	@Test
	void ticksHoldWhenTheirMenuCloses() {
		find(".filters details.menu:nth-of-type(2) summary").click();
		find("input[name='severity'][value='High']").click();
		find(".filters details.menu[open] button").click();
		until((driver) -> address().contains("severity=High"));
		assertThat(this.browser.findElements(By.cssSelector("tbody .severity"))).isNotEmpty()
			.allSatisfy((severity) -> assertThat(severity.getText()).isEqualTo("High"));
	}

	@Test
	void newsArriveAndAreMarkedWithoutTakingFocusOrWhatIsTyped() {
		find("input[name='q']").sendKeys("half a wo");
		awaitCompleteReading();
		String first = this.browser.findElements(ROWS).get(0).getDomAttribute("href");
		long id = defender().add((incident) -> incident.put("severity", "High").put("incidentName", "Fresh news"));
		until((driver) -> !this.browser.findElements(By.id("incident-" + id)).isEmpty());
		WebElement row = this.browser.findElement(By.id("incident-" + id));
		until((driver) -> row.getText().contains("New"));
		assertThat(this.browser.getTitle()).startsWith("(1 new high) ");
		assertThat(find("[data-news]").getText()).startsWith("1 new on this page since");
		assertThat(this.browser.switchTo().activeElement().getDomProperty("value")).isEqualTo("half a wo");
		assertThat(this.browser.findElements(ROWS).get(1).getDomAttribute("href")).isEqualTo(first);
		find("[data-news] button").click();
		until((driver) -> !this.browser.getTitle().startsWith("("));
		assertThat(row.getText()).doesNotStartWith("New");
	}

	@Test
	void alsoAnAnswerWithoutAPageSaysWhatTimeItIsAndWhichCallsAreLeft() {
		awaitCompleteReading();
		run("document.querySelector('[data-calls]').textContent = document.querySelector('[data-clock]').textContent"
				+ " = document.querySelector('main h1').textContent = 'old'");
		until((driver) -> find("[data-calls]").getText().matches("[0-9,]+ this minute, [0-9,]+ this hour")
				|| !find("main h1").getText().equals("old"));
		assertThat(find("main h1").getText()).isEqualTo("old");
		assertThat(find("[data-clock]").getText()).matches("[0-9]{2}:[0-9]{2}:[0-9]{2} UTC");
	}

	@Test
	void noMenuOpensBeyondTheWindow() {
		for (int width : new int[] { 1920, 1440, 1100, 700, 375 }) {
			this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 1000));
			for (WebElement menu : this.browser.findElements(By.cssSelector("main details.menu"))) {
				run("arguments[0].open = true", menu);
				WebElement panel = menu.findElement(By.cssSelector(".menu-panel"));
				assertThat(run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {"
						+ "const { left, right } = arguments[0].getBoundingClientRect();"
						+ "done(left >= 0 && right <= arguments[1]) })))", panel, width))
					.as("menu %s at %d pixels", menu.getText(), width)
					.isEqualTo("true");
				run("arguments[0].open = false", menu);
			}
		}
	}

	@Test
	void whatIsShownStaysWhenWatchfloorCannotBeReached() {
		awaitCompleteReading();
		int rows = this.browser.findElements(ROWS).size();
		offline(true);
		until((driver) -> find("[data-trouble]").getText().contains("Watchfloor cannot be reached"));
		assertThat(this.browser.findElements(ROWS)).hasSize(rows);
		offline(false);
		until((driver) -> !find("[data-trouble]").isDisplayed());
	}

	@Test
	void everythingCanBeReachedByKeyboard() throws IOException {
		press("j");
		press("j");
		press("k");
		assertThat(focused()).isEqualTo(this.browser.findElements(ROWS).get(0).getText());
		press("n");
		until((driver) -> address().endsWith("page=2"));
		press("p");
		until((driver) -> !address().contains("page=2"));
		press("?");
		until((driver) -> find("dialog").isDisplayed());
		picture("queue-help");
		find("[data-shortcuts]").click();
		press(Keys.ESCAPE);
		until((driver) -> !find("dialog").isDisplayed());
		press("/");
		assertThat(this.browser.switchTo().activeElement().getDomProperty("name")).isNotEqualTo("q");
		find("button[data-help]").click();
		find("[data-shortcuts]").click();
		press(Keys.ESCAPE);
		press("/");
		assertThat(this.browser.switchTo().activeElement().getDomProperty("name")).isEqualTo("q");
		press("j");
		assertThat(find("input[name='q']").getDomProperty("value")).isEqualTo("j");
	}

	@Test
	void layoutAndZoneAreChosenAndRemembered() throws IOException {
		this.browser.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Tokyo"));
		go("/incidents");
		find(".page-actions details:nth-of-type(2) summary").click();
		picture("queue-layout");
		find("input[name='column'][value='sources']").click();
		find("input[name='density'][value='compact']").click();
		find("input[name='zone'][value='local']").click();
		find(".queue-layout button").click();
		until((driver) -> !this.browser.findElements(By.cssSelector("table.compact.without-sources")).isEmpty());
		until((driver) -> find("thead .col-updated").getText().contains("GMT+9"));
		assertThat(find("[data-clock]").getText()).endsWith("GMT+9");
		assertThat(this.browser.findElement(By.cssSelector("td.col-sources")).isDisplayed()).isFalse();
		picture("queue-compact");
	}

	@Test
	void theQueueFitsDesktopAndPhoneLightAndDark() throws IOException {
		for (String scheme : List.of("light", "dark")) {
			this.browser.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
			for (int width : new int[] { 1440, 375 }) {
				this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
						Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 1000));
				go("/incidents?size=200");
				assertThat(run("return [...document.querySelectorAll('[data-rows] *')].filter((part) => "
						+ "part.getBoundingClientRect().right > innerWidth).map((part) => part.outerHTML).join()"))
					.isEmpty();
				assertThat(run("return document.documentElement.scrollWidth - innerWidth")).isEqualTo("0");
				picture("queue-" + width + "-" + scheme);
			}
		}
	}

	private void awaitCompleteReading() {
		until((driver) -> this.browser.findElements(By.cssSelector("[data-reading]")).isEmpty());
	}

	private void signInAgain() {
		this.browser.manage().deleteAllCookies();
		go("/incidents?range=180d");
		find("button[value='" + SandboxAccount.LEAD.name() + "']").click();
		until((driver) -> !this.browser.findElements(ROWS).isEmpty());
	}

	private void offline(boolean offline) {
		this.browser.executeCdpCommand("Network.enable", Map.of());
		this.browser.executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
	}

	private void go(String path) {
		this.browser.get(origin() + path);
	}

	private String address() {
		return Objects.requireNonNull(this.browser.getCurrentUrl());
	}

	private String focused() {
		return this.browser.switchTo().activeElement().getText();
	}

	private void press(CharSequence key) {
		new Actions(this.browser).sendKeys(key).perform();
	}

	private WebElement find(String selector) {
		until((driver) -> !this.browser.findElements(By.cssSelector(selector)).isEmpty());
		return this.browser.findElement(By.cssSelector(selector));
	}

	private String run(String script, Object... arguments) {
		return String.valueOf(this.browser.executeScript(script, arguments));
	}

	private void until(ExpectedCondition<Boolean> condition) {
		new WebDriverWait(this.browser, Duration.ofSeconds(15)).until(condition);
	}

	private void picture(String name) throws IOException {
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

}
