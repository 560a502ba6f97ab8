package io.watchfloor.web.incident;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the story of an incident in a browser: zoom, go from alert to
 * alert, select, fold, print.
 */
class StoryBrowserTests extends SandboxTest {

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeEach
	void openStory() {
		this.browser.signIn(origin() + "/incidents/960001", SandboxAccount.LEAD);
		this.browser.find("[data-story] .bar[tabindex='0']");
	}

	@AfterEach
	void nothingWasBlocked() {
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void theKeyboardGoesFromAlertToAlertAndSelects() {
		assertThat(this.browser.all(".bar[tabindex='0']")).hasSize(1);
		this.browser.run("document.querySelector('.bar[tabindex=\"0\"]').focus()");
		assertThat(focusedAlert()).isEqualTo("1");
		this.browser.press(Keys.ARROW_RIGHT);
		this.browser.press(Keys.ARROW_DOWN);
		assertThat(focusedAlert()).isEqualTo("3");
		this.browser.press(Keys.ARROW_LEFT);
		assertThat(focusedAlert()).isEqualTo("2");
		this.browser.press(Keys.END);
		assertThat(focusedAlert()).isEqualTo("15");
		this.browser.press(Keys.HOME);
		this.browser.press(Keys.ENTER);
		assertThat(this.browser.text("[data-chosen]")).startsWith("Alert 1, Medium: Email messages");
		assertThat(this.browser.address()).doesNotContain("#");
		assertThat(chosenAlerts()).containsExactly("1");
		this.browser.press(Keys.ENTER);
		assertThat(this.browser.address()).endsWith("#alert-1");
		assertThat(this.browser.find("#alert-1").isDisplayed()).isTrue();
	}

	@Test
	void aClickSelectsEveryBarOfTheAlertAndItsPlaceInTheList() {
		this.browser.find("#story-14 text").click();
		assertThat(this.browser.all(".bar[aria-current='true']")).hasSize(3)
			.allSatisfy((bar) -> assertThat(bar.getDomAttribute("data-alert")).isEqualTo("14"));
		assertThat(chosenAlerts()).containsExactly("14");
		this.browser.picture("story-selected");
		this.browser.find("[data-chosen] a").click();
		assertThat(this.browser.address()).endsWith("#alert-14");
	}

	@Test
	void theListOfAlertsSelectsInTheStoryAndLeadsBackToIt() {
		WebElement alert = this.browser.find(".incident-alert[data-alert='7'] summary");
		alert.click();
		assertThat(chosenBars()).containsOnly("7");
		this.browser.find(".incident-alert[data-alert='9'] summary").click();
		this.browser.run("document.querySelectorAll('.story-group').forEach((group) => (group.open = false))");
		this.browser.find(".incident-alert[data-alert='9'] a[href='#story-9']").click();
		assertThat(this.browser.find("#story-9").isDisplayed()).isTrue();
		assertThat(focusedAlert()).isEqualTo("9");
		assertThat(chosenBars()).containsOnly("9");
	}

	@Test
	void zoomingWidensThePictureAndIsSaid() {
		long whole = width();
		assertThat(this.browser.find("[data-zoom-by='0.5']").getDomAttribute("aria-disabled")).isEqualTo("true");
		this.browser.find("[data-zoom-by='2']").click();
		assertThat(width()).isEqualTo(2 * whole);
		assertThat(this.browser.find("#incident-said").getDomProperty("textContent")).isEqualTo("2 times as wide");
		assertThat(this.browser.find(".tick-2").isDisplayed()).isTrue();
		this.browser.run("document.querySelector('.bar[tabindex=\"0\"]').focus()");
		this.browser.press("+");
		this.browser.press("+");
		this.browser.press("+");
		assertThat(width()).isEqualTo(8 * whole);
		assertThat(this.browser.run(INSIDE)).as("the focused alert stays in view").isEqualTo("true");
		this.browser.picture("story-zoomed");
		this.browser.press("-");
		assertThat(width()).isEqualTo(4 * whole);
		this.browser.press("0");
		assertThat(width()).isEqualTo(whole);
		assertThat(this.browser.find(".tick-2").isDisplayed()).isFalse();
	}

	@Test
	void noLabelsOfALargeStoryTouchAndThePageIsNoWiderThanTheWindow() {
		defender().tellLargeIncidents();
		for (int width : new int[] { 1440, 375 }) {
			this.browser.look("light", width);
			for (String grouping : List.of("device", "user", "none")) {
				this.browser.open(origin() + "/incidents/960010/print?story=" + grouping);
				this.browser.run("document.querySelectorAll('.story-group').forEach((group) => (group.open = true))");
				assertThat(this.browser.run(OVERLAPS)).as(grouping + " at " + width).isEqualTo("");
				assertThat(this.browser.overflow()).isZero();
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
	void itPrintsWholeInBlackOnWhite() {
		this.browser.driver()
			.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print", "features",
					List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
		assertThat(this.browser.run("return getComputedStyle(document.documentElement).backgroundColor"))
			.isEqualTo("rgb(255, 255, 255)");
		for (String hidden : List.of(".frame-nav", ".incident-nav", ".incident-actions", ".story-head", ".story-keys",
				".incident-ways", ".incident-others")) {
			assertThat(this.browser.all(hidden)).as(hidden).allMatch((element) -> !element.isDisplayed());
		}
		assertThat(this.browser.text(".print-facts")).contains(origin() + "/incidents/960001", "UTC", "Lee Lead");
		assertThat(this.browser.run("return document.querySelector('#alert-15 .incident-text').checkVisibility()"))
			.isEqualTo("true");
		Object data = this.browser.driver()
			.executeCdpCommand("Page.printToPDF", Map.of("printBackground", false))
			.get("data");
		this.browser.keep("incident.pdf", Base64.getDecoder().decode(String.valueOf(data)));
	}

	@Test
	void oneSheetIsOneSheetWhateverTheIncidentHolds() {
		defender().tellLargeIncidents();
		for (int id : new int[] { 960001, 960010, 960215, 960300 }) {
			this.browser.open(origin() + "/incidents/" + id + "/print?short");
			this.browser.find("main.sheet");
			Object data = this.browser.driver()
				.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
				.get("data");
			byte[] document = Base64.getDecoder().decode(String.valueOf(data));
			this.browser.keep("sheet-" + id + ".pdf", document);
			assertThat(new String(document, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b", -1))
				.as("incident " + id)
				.hasSize(2);
		}
	}

	@Test
	void inTheStoryOfALargeIncidentAnAlertLeadsToItsPage() {
		defender().tellLargeIncidents();
		this.browser.open(origin() + "/incidents/960010");
		this.browser.find(".bar[tabindex='0']");
		this.browser.run("document.querySelector('.bar[tabindex=\"0\"]').focus()");
		String alert = focusedAlert();
		this.browser.press(Keys.ENTER);
		assertThat(this.browser.text("[data-chosen]")).startsWith("Alert " + alert + ",");
		this.browser.press(Keys.ENTER);
		this.browser.until(() -> this.browser.address().endsWith("#alert-" + alert));
		assertThat(this.browser.address()).contains("/incidents/960010/alerts");
		assertThat(this.browser.find("#alert-" + alert).isDisplayed()).isTrue();
	}

	private List<String> chosenAlerts() {
		return alerts(".incident-alert.chosen");
	}

	private List<String> chosenBars() {
		return alerts(".bar[aria-current='true']");
	}

	private List<String> alerts(String selector) {
		return this.browser.all(selector)
			.stream()
			.map((element) -> String.valueOf(element.getDomAttribute("data-alert")))
			.toList();
	}

	private String focusedAlert() {
		return String.valueOf(this.browser.focused().getDomAttribute("data-alert"));
	}

	private long width() {
		return Math
			.round(Double.parseDouble(this.browser.run("return document.querySelector('[data-canvas]').offsetWidth")));
	}

}
