package io.watchfloor.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue in a real browser, asking for news every second. Pictures of the pages are
 * left in {@code target/pictures}.
 */
@TestPropertySource(properties = "WATCHFLOOR_FRESHNESS=1s")
class QueueBrowserTests extends SandboxTest {

	private static final String ROWS = "tbody th > a";

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeEach
	void openTheQueue() {
		this.browser.signIn(origin() + "/incidents?size=25", SandboxAccount.LEAD);
		this.browser.find(ROWS);
	}

	@Test
	void viewsChangeInPlaceAndTheAddressSaysWhichItIs() {
		this.browser.run("window.sameDocument = true");
		this.browser.find("thead .col-severity a").click();
		this.browser.until(() -> this.browser.address().endsWith("?sort=-severity&size=25"));
		assertThat(this.browser.focused().getText()).isEqualTo("Severity");
		this.browser.find("a[data-page='next']").click();
		this.browser.until(() -> this.browser.address().endsWith("&page=2"));
		assertThat(this.browser.text(".pager > span")).startsWith("26 to 50 of");
		this.browser.find("input[name='q']").sendKeys("endpoint", Keys.ENTER);
		this.browser.until(() -> this.browser.address().contains("q=endpoint"));
		assertThat(this.browser.address()).doesNotContain("page=");
		assertThat(this.browser.focused().getDomProperty("name")).isEqualTo("q");
		this.browser.find(".chips a.chip").click();
		this.browser.until(() -> !this.browser.address().contains("q="));
		this.browser.driver().navigate().back();
		this.browser.until(() -> this.browser.address().contains("q=endpoint"));
		this.browser.until(() -> "endpoint".equals(this.browser.find("input[name='q']").getDomProperty("value")));
		assertThat(this.browser.run("return window.sameDocument")).isEqualTo("true");
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void theRangeIsReadOnByItself() {
		Instant now = Instant.now();
		for (int i = 0; i < 300; i++) {
			String time = now.minus(Duration.ofHours(i)).toString();
			defender().add((incident) -> incident.put("createdTime", time).put("lastUpdateTime", time));
		}
		signInAgain();
		assertThat(this.browser.text("[data-reading]"))
			.matches("Reading older incidents: [0-9]+ read, back to [0-9]+ [A-Z][a-z]+");
		assertThat(this.browser.find(".page-actions a[download]").getDomAttribute("href"))
			.isEqualTo("/incidents.csv?range=180d");
		this.browser.picture("queue-reading");
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
		assertThat(this.browser.text(".page-head p"))
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
		this.browser.find(".filters details.menu:has(input[name='severity']) summary").click();
		this.browser.find("input[name='severity'][value='High']").click();
		this.browser.find(".filters details.menu[open] button").click();
		this.browser.until(() -> this.browser.address().contains("severity=High"));
		assertThat(this.browser.all("tbody .severity")).isNotEmpty()
			.allSatisfy((severity) -> assertThat(severity.getText()).isEqualTo("High"));
	}

	@Test
	void newsArriveAndAreMarkedWithoutTakingFocusOrWhatIsTyped() {
		this.browser.find("input[name='q']").sendKeys("half a wo");
		awaitCompleteReading();
		String first = this.browser.all(ROWS).get(0).getDomAttribute("href");
		long id = defender().add((incident) -> incident.put("severity", "High").put("incidentName", "Fresh news"));
		WebElement show = this.browser.see("[data-offer] button");
		assertThat(this.browser.driver().getTitle()).startsWith("(1 new high) ");
		assertThat(this.browser.focused().getDomProperty("value")).isEqualTo("half a wo");
		show.click();
		WebElement row = this.browser.find("#incident-" + id);
		this.browser.until(() -> row.getText().contains("New"));
		assertThat(this.browser.text("[data-news]")).startsWith("1 new on this page since");
		assertThat(this.browser.find("input[name='q']").getDomProperty("value")).isEqualTo("half a wo");
		assertThat(this.browser.all(ROWS).get(1).getDomAttribute("href")).isEqualTo(first);
		this.browser.find("[data-news] button").click();
		this.browser.until(() -> !this.browser.driver().getTitle().startsWith("("));
		assertThat(row.getText()).doesNotStartWith("New");
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void alsoAnAnswerWithoutAPageSaysWhatTimeItIsAndWhichCallsAreLeft() {
		awaitCompleteReading();
		this.browser.run(
				"document.querySelector('[data-calls]').textContent = document.querySelector('[data-clock]').textContent"
						+ " = document.querySelector('main h1').textContent = 'old'");
		this.browser.until(() -> this.browser.text("[data-calls]").matches("[0-9,]+ this minute, [0-9,]+ this hour")
				|| !this.browser.text("main h1").equals("old"));
		assertThat(this.browser.text("main h1")).isEqualTo("old");
		assertThat(this.browser.text("[data-clock]")).matches("[0-9]{2}:[0-9]{2}:[0-9]{2} UTC");
	}

	@Test
	void noMenuOpensBeyondTheWindow() {
		for (int width : new int[] { 1920, 1440, 1100, 700, 375 }) {
			this.browser.look("light", width);
			for (WebElement menu : this.browser.all("main details.menu")) {
				this.browser.run("arguments[0].open = true", menu);
				WebElement panel = menu.findElement(By.cssSelector(".menu-panel"));
				assertThat(this.browser
					.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {"
							+ "const { left, right } = arguments[0].getBoundingClientRect();"
							+ "done(left >= 0 && right <= arguments[1]) })))", panel, width))
					.as("menu %s at %d pixels", menu.getText(), width)
					.isEqualTo("true");
				this.browser.run("arguments[0].open = false", menu);
			}
		}
	}

	@Test
	void whatIsShownStaysWhenWatchfloorCannotBeReached() {
		awaitCompleteReading();
		int rows = this.browser.all(ROWS).size();
		offline(true);
		this.browser.until(() -> this.browser.text("[data-trouble]").contains("Watchfloor cannot be reached"));
		assertThat(this.browser.all(ROWS)).hasSize(rows);
		offline(false);
		this.browser.until(() -> !this.browser.find("[data-trouble]").isDisplayed());
	}

	@Test
	void nothingIsHeldForAnAnalystWhomDefenderRefuses() {
		awaitCompleteReading();
		this.browser.press("j");
		defender().fail(Fault.status(403).times(1_000));
		this.browser.until(() -> this.browser.all("main.queue").isEmpty() && !this.browser.all("main").isEmpty());
		assertThat(this.browser.run("return document.documentElement.outerHTML")).doesNotContain("incident-");
	}

	@Test
	void everythingCanBeReachedByKeyboard() {
		this.browser.press("j");
		this.browser.press("j");
		this.browser.press("k");
		assertThat(this.browser.focused().getText()).isEqualTo(this.browser.all(ROWS).get(0).getText());
		this.browser.press("n");
		this.browser.until(() -> this.browser.address().endsWith("page=2"));
		this.browser.press("p");
		this.browser.until(() -> !this.browser.address().contains("page=2"));
		this.browser.press("?");
		this.browser.until(() -> this.browser.find("dialog").isDisplayed());
		this.browser.picture("queue-help");
		this.browser.find("[data-shortcuts]").click();
		this.browser.press(Keys.ESCAPE);
		this.browser.until(() -> !this.browser.find("dialog").isDisplayed());
		this.browser.press("/");
		assertThat(this.browser.focused().getDomProperty("name")).isNotEqualTo("q");
		this.browser.find("button[data-help]").click();
		this.browser.find("[data-shortcuts]").click();
		this.browser.press(Keys.ESCAPE);
		this.browser.press("/");
		assertThat(this.browser.focused().getDomProperty("name")).isEqualTo("q");
		this.browser.press("j");
		assertThat(this.browser.find("input[name='q']").getDomProperty("value")).isEqualTo("j");
	}

	@Test
	void layoutAndZoneAreChosenAndRemembered() {
		this.browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Tokyo"));
		this.browser.open(origin() + "/incidents");
		this.browser.find(".page-actions details:nth-of-type(2) summary").click();
		this.browser.picture("queue-layout");
		this.browser.find("input[name='column'][value='sources']").click();
		this.browser.find("input[name='density'][value='compact']").click();
		this.browser.find(".queue-layout button").click();
		this.browser.find("table.compact.without-sources");
		this.browser.find(".account summary").click();
		this.browser.until(() -> this.browser.text(".account [name='zone'][value='local']").equals("Local, GMT+9"));
		this.browser.find(".account [name='zone'][value='local']").click();
		this.browser.until(() -> this.browser.text("thead .col-updated").contains("GMT+9"));
		assertThat(this.browser.text("[data-clock]")).endsWith("GMT+9");
		assertThat(this.browser.find("td.col-sources").isDisplayed()).isFalse();
		this.browser.picture("queue-compact");
	}

	@Test
	void theQueueFitsDesktopAndPhoneLightAndDark() {
		for (String scheme : List.of("light", "dark")) {
			for (int width : new int[] { 1440, 375 }) {
				this.browser.look(scheme, width);
				this.browser.open(origin() + "/incidents?size=200");
				assertThat(this.browser.run("return [...document.querySelectorAll('[data-rows] *')].filter((part) => "
						+ "part.getBoundingClientRect().right > innerWidth).map((part) => part.outerHTML).join()"))
					.isEmpty();
				assertThat(this.browser.overflow()).isZero();
				this.browser.picture("queue-" + width + "-" + scheme);
			}
		}
	}

	/**
	 * In DejaVu, whose letters are wide: three rows more in most fonts.
	 */
	@Test
	void aScreenShowsManyRowsAndPaperATable() {
		this.browser.look("light", 1440, 900);
		this.browser.open(origin() + "/incidents?range=180d");
		awaitCompleteReading();
		assertThat(rowsInView()).isGreaterThanOrEqualTo(13);
		this.browser.look("light", 375, 812);
		this.browser.open(origin() + "/incidents?range=180d");
		assertThat(rowsInView()).isGreaterThanOrEqualTo(4);
		this.browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
		assertThat(this.browser.style(".queue-table tbody tr", "display")).isEqualTo("table-row");
		assertThat(this.browser.style(".queue-table thead", "display")).isEqualTo("table-header-group");
	}

	private int rowsInView() {
		return Integer.parseInt(this.browser.run("return [...document.querySelectorAll('.queue-table tbody tr')]"
				+ ".filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length"));
	}

	private void awaitCompleteReading() {
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
	}

	private void signInAgain() {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.signIn(origin() + "/incidents?range=180d", SandboxAccount.LEAD);
		this.browser.find(ROWS);
	}

	private void offline(boolean offline) {
		this.browser.driver().executeCdpCommand("Network.enable", Map.of());
		this.browser.driver()
			.executeCdpCommand("Network.emulateNetworkConditions",
					Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
	}

}
