package io.watchfloor;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

import org.apache.commons.csv.CSVFormat;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue of a tenant with 20,000 incidents, in a real browser. Pictures of the pages
 * are left in {@code target/pictures}.
 */
class LargeQueueTests {

	private static final int INCIDENTS = 20_000;

	private static final Path PICTURES = Path.of("target", "pictures");

	private static final By ROWS = By.cssSelector("tbody th > a");

	private static Sandbox sandbox;

	private static RunningWatchfloor watchfloor;

	private ChromeDriver browser;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(new SandboxOptions(0, INCIDENTS, false, List.of()));
		Map<String, String> settings = new HashMap<>(sandbox.settings());
		settings.putAll(Map.of("DEFENDER_CALLS_PER_MINUTE", "100000", "DEFENDER_CALLS_PER_HOUR", "100000",
				"WATCHFLOOR_FRESHNESS", "1s"));
		watchfloor = RunningWatchfloor.with(settings);
		sandbox.registerRedirect(watchfloor.origin() + "/login/oauth2/code/entra");
	}

	@AfterAll
	static void stop() {
		watchfloor.close();
		sandbox.close();
	}

	@BeforeEach
	void openBrowser() {
		this.browser = Chromium.start(1440, 1000);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void isReadSearchedSortedExportedAndKeptCurrent() throws IOException {
		signIn(SandboxAccount.LEAD);
		assertThat(find("[data-reading]").getText()).matches("Reading further: [0-9,]+ read, back to .*");
		pictures("large-reading");
		readAll();
		until((driver) -> find(".page-head p").getText().matches("20,[0-9]{3} incidents as of .*"));
		pictures("large");
		filterSearchAndSort();
		takeAway();
		news();
		walkByKeyboard();
	}

	@Test
	void isReadOnAPhoneWithoutScripts() throws IOException {
		this.browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
		look("dark", 375);
		signIn(SandboxAccount.ANALYST);
		assertThat(find("[data-reading]").getText()).contains("100 read");
		this.browser.navigate().refresh();
		assertThat(find("[data-reading]").getText()).containsPattern("(199|2[0-9]{2}) read");
		find(".pager a[rel='next']").click();
		assertThat(find(".pager > span").getText()).startsWith("51 to 100 of ");
		picture("large-without-scripts");
	}

	private void filterSearchAndSort() throws IOException {
		find(".filters details.menu:nth-of-type(2) summary").click();
		String count = find("label:has(input[name='severity'][value='High']) .count").getText();
		assertThat(count).matches("[0-9],[0-9]{3}");
		picture("large-menu");
		find("input[name='severity'][value='High']").click();
		find(".filters details.menu[open] button").click();
		until((driver) -> address().contains("severity=High"));
		until((driver) -> find(".page-head p").getText().startsWith(count + " incidents"));
		find("input[name='q']").sendKeys("powershell", Keys.ENTER);
		until((driver) -> String.valueOf(find("thead .col-alerts a").getDomAttribute("href")).contains("q=powershell"));
		find("thead .col-alerts a").click();
		until((driver) -> "descending".equals(find("thead .col-alerts").getDomAttribute("aria-sort")));
		assertThat(address()).contains("severity=High", "q=powershell", "sort=-alerts");
		List<Integer> alerts = this.browser.findElements(By.cssSelector("tbody .col-alerts"))
			.stream()
			.map((cell) -> Integer.valueOf(cell.getText()))
			.toList();
		assertThat(alerts).isSortedAccordingTo((one, other) -> other - one).hasSizeGreaterThan(10);
	}

	/**
	 * The export holds as many incidents as the page on the screen says.
	 */
	private void takeAway() throws IOException {
		String total = find(".page-head p").getText().replaceAll(" .*", "").replace(",", "");
		Object csv = this.browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
				+ "fetch(document.querySelector('a[download]').href).then((answer) => answer.text()).then(done);");
		assertThat(CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(String.valueOf(csv))))
			.hasSize(Integer.parseInt(total));
	}

	private void news() {
		this.browser.get(watchfloor.origin() + "/incidents?range=180d");
		long id = sandbox.bean(DefenderControls.class).add((incident) -> incident.put("severity", "High"));
		until((driver) -> !this.browser.findElements(By.id("incident-" + id)).isEmpty());
		until((driver) -> Objects.requireNonNull(this.browser.getTitle()).startsWith("(1 new high)"));
	}

	private void walkByKeyboard() {
		press("n");
		until((driver) -> find(".pager > span").getText().startsWith("51 to 100 of 20,"));
		press("j");
		press("j");
		String id = String.valueOf(
				this.browser.executeScript("return document.activeElement.closest('tr').id.replace('incident-', '')"));
		press(Keys.ENTER);
		until((driver) -> address().contains("/incidents/" + id));
		this.browser.navigate().back();
		until((driver) -> find(".pager > span").getText().startsWith("51 to 100 of 20,"));
	}

	private void signIn(SandboxAccount account) {
		this.browser.get(watchfloor.origin() + "/incidents?range=180d");
		find("button[value='" + account.name() + "']").click();
		until((driver) -> !this.browser.findElements(ROWS).isEmpty());
	}

	/**
	 * Ask as fast as answers come, as many open pages would; for a view without rows, so
	 * that the time goes into reading.
	 */
	private void readAll() {
		this.browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
		this.browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
				+ "const on = () => fetch('/incidents?range=180d&severity=None').then((answer) => answer.text())"
				+ ".then((text) => text.includes('data-reading') ? on() : done()); on();");
	}

	private void pictures(String name) throws IOException {
		for (String scheme : List.of("light", "dark")) {
			for (int width : new int[] { 375, 1440 }) {
				look(scheme, width);
				picture(name + "-" + width + "-" + scheme);
			}
		}
	}

	private void look(String scheme, int width) {
		this.browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 1000));
	}

	private String address() {
		return Objects.requireNonNull(this.browser.getCurrentUrl());
	}

	private void press(CharSequence key) {
		new Actions(this.browser).sendKeys(key).perform();
	}

	private WebElement find(String selector) {
		until((driver) -> !this.browser.findElements(By.cssSelector(selector)).isEmpty());
		return this.browser.findElement(By.cssSelector(selector));
	}

	private void until(ExpectedCondition<Boolean> condition) {
		new WebDriverWait(this.browser, Duration.ofSeconds(20)).until(condition);
	}

	private void picture(String name) throws IOException {
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

}
