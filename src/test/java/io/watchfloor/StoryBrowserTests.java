package io.watchfloor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

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
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the story of an incident in a browser: zoom, go from alert to
 * alert, select, fold, print.
 */
class StoryBrowserTests extends SandboxTest {

	private static final Path PICTURES = Path.of("target", "pictures");

	private ChromeDriver browser;

	@BeforeEach
	void openStory() {
		this.browser = Chromium.start(1440, 1000);
		this.browser.get(origin() + "/incidents/960001");
		this.browser.findElement(By.cssSelector("button[value='" + SandboxAccount.LEAD.name() + "']")).click();
		new WebDriverWait(this.browser, Duration.ofSeconds(20))
			.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[data-story] .bar[tabindex='0']")));
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			List<String> messages = this.browser.manage()
				.logs()
				.get("browser")
				.getAll()
				.stream()
				.map(Object::toString)
				.toList();
			this.browser.quit();
			assertThat(messages).isEmpty();
		}
	}

	@Test
	void theKeyboardGoesFromAlertToAlertAndSelects() {
		assertThat(this.browser.findElements(By.cssSelector(".bar[tabindex='0']"))).hasSize(1);
		run("document.querySelector('.bar[tabindex=\"0\"]').focus()");
		assertThat(focusedAlert()).isEqualTo("1");
		press(Keys.ARROW_RIGHT);
		press(Keys.ARROW_DOWN);
		assertThat(focusedAlert()).isEqualTo("3");
		press(Keys.ARROW_LEFT);
		assertThat(focusedAlert()).isEqualTo("2");
		press(Keys.END);
		assertThat(focusedAlert()).isEqualTo("15");
		press(Keys.HOME);
		press(Keys.ENTER);
		assertThat(find("[data-chosen]").getText()).startsWith("Alert 1, Medium: Email messages");
		assertThat(address()).doesNotContain("#");
		assertThat(chosenAlerts()).containsExactly("1");
		press(Keys.ENTER);
		assertThat(address()).endsWith("#alert-1");
		assertThat(find("#alert-1").isDisplayed()).isTrue();
	}

	@Test
	void aClickSelectsEveryBarOfTheAlertAndItsPlaceInTheList() throws IOException {
		find("#story-14 text").click();
		assertThat(this.browser.findElements(By.cssSelector(".bar[aria-current='true']"))).hasSize(3)
			.allSatisfy((bar) -> assertThat(bar.getDomAttribute("data-alert")).isEqualTo("14"));
		assertThat(chosenAlerts()).containsExactly("14");
		picture("story-selected");
		find("[data-chosen] a").click();
		assertThat(address()).endsWith("#alert-14");
	}

	@Test
	void theListOfAlertsSelectsInTheStoryAndLeadsBackToIt() {
		WebElement alert = find(".incident-alert[data-alert='7'] summary");
		alert.click();
		assertThat(chosenBars()).containsOnly("7");
		find(".incident-alert[data-alert='9'] summary").click();
		run("document.querySelectorAll('.story-group').forEach((group) => (group.open = false))");
		find(".incident-alert[data-alert='9'] a[href='#story-9']").click();
		assertThat(find("#story-9").isDisplayed()).isTrue();
		assertThat(focusedAlert()).isEqualTo("9");
		assertThat(chosenBars()).containsOnly("9");
	}

	@Test
	void zoomingWidensThePictureAndIsSaid() throws IOException {
		long whole = width();
		assertThat(find("[data-zoom-by='0.5']").getDomAttribute("aria-disabled")).isEqualTo("true");
		find("[data-zoom-by='2']").click();
		assertThat(width()).isEqualTo(2 * whole);
		assertThat(find("#incident-said").getDomProperty("textContent")).isEqualTo("2 times as wide");
		assertThat(find(".tick-2").isDisplayed()).isTrue();
		run("document.querySelector('.bar[tabindex=\"0\"]').focus()");
		press("+");
		press("+");
		press("+");
		assertThat(width()).isEqualTo(8 * whole);
		assertThat(run(INSIDE)).as("the focused alert stays in view").isEqualTo("true");
		picture("story-zoomed");
		press("-");
		assertThat(width()).isEqualTo(4 * whole);
		press("0");
		assertThat(width()).isEqualTo(whole);
		assertThat(find(".tick-2").isDisplayed()).isFalse();
	}

	@Test
	void noLabelsOfALargeStoryTouchAndThePageIsNoWiderThanTheWindow() {
		for (int width : new int[] { 1440, 375 }) {
			this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 1000));
			for (String grouping : List.of("device", "user", "none")) {
				this.browser.get(origin() + "/incidents/960010?story=" + grouping);
				run("document.querySelectorAll('.story-group').forEach((group) => (group.open = true))");
				assertThat(run(OVERLAPS)).as(grouping + " at " + width).isEqualTo("");
				assertThat(run("return document.documentElement.scrollWidth - innerWidth")).isEqualTo("0");
			}
		}
	}

	private static final String INSIDE = """
			const frame = document.querySelector("[data-scroll]").getBoundingClientRect();
			const mark = document.activeElement.querySelector(".mark").getBoundingClientRect();
			return mark.left > frame.left && mark.left < frame.right;""";

	private static final String OVERLAPS = """
			const found = [];
			for (const plot of document.querySelectorAll(".story-row .story-plot[role]")) {
				const frame = plot.getBoundingClientRect();
				const boxes = [...plot.querySelectorAll(".bar")].map((bar) => {
					const parts = [...bar.querySelectorAll(".mark, text")].map((part) => part.getBoundingClientRect());
					return { of: bar.dataset.alert, left: Math.min(...parts.map((part) => part.left)),
						right: Math.max(...parts.map((part) => part.right)), top: parts[0].top };
				});
				for (const box of boxes) {
					if (box.left < frame.left || box.right > frame.right) {
						found.push(box.of + " leaves the picture");
					}
					found.push(...boxes.filter((other) => other !== box && Math.abs(other.top - box.top) < 5
						&& other.left < box.right && box.left < other.right).map((other) => other.of + " touches " + box.of));
				}
			}
			return found.join();""";

	@Test
	void itPrintsWholeInBlackOnWhite() throws IOException {
		this.browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("media", "print", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
		assertThat(run("return getComputedStyle(document.documentElement).backgroundColor"))
			.isEqualTo("rgb(255, 255, 255)");
		for (String hidden : List.of(".frame-nav", ".incident-nav", ".incident-actions", ".story-head", ".story-keys",
				".incident-ways", ".incident-others")) {
			assertThat(this.browser.findElements(By.cssSelector(hidden))).as(hidden)
				.allMatch((element) -> !element.isDisplayed());
		}
		assertThat(find(".print-facts").getText()).contains(origin() + "/incidents/960001", "UTC", "Lee Lead");
		assertThat(run("return document.querySelector('#alert-15 .incident-text').checkVisibility()"))
			.isEqualTo("true");
		Object data = this.browser.executeCdpCommand("Page.printToPDF", Map.of("printBackground", false)).get("data");
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve("incident.pdf"), Base64.getDecoder().decode(String.valueOf(data)));
	}

	private List<String> chosenAlerts() {
		return alerts(".incident-alert.chosen");
	}

	private List<String> chosenBars() {
		return alerts(".bar[aria-current='true']");
	}

	private List<String> alerts(String selector) {
		return this.browser.findElements(By.cssSelector(selector))
			.stream()
			.map((element) -> String.valueOf(element.getDomAttribute("data-alert")))
			.toList();
	}

	private String focusedAlert() {
		return String.valueOf(this.browser.switchTo().activeElement().getDomAttribute("data-alert"));
	}

	private long width() {
		return Math.round(Double.parseDouble(run("return document.querySelector('[data-canvas]').offsetWidth")));
	}

	private String address() {
		return String.valueOf(this.browser.getCurrentUrl());
	}

	private void press(CharSequence key) {
		new Actions(this.browser).sendKeys(key).perform();
	}

	private WebElement find(String selector) {
		return this.browser.findElement(By.cssSelector(selector));
	}

	private String run(String script) {
		return String.valueOf(this.browser.executeScript(script));
	}

	private void picture(String name) throws IOException {
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

}
