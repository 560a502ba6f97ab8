package io.watchfloor.web.incident;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Axe;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The graph of an incident in a real browser. Pictures are left in
 * {@code target/pictures}.
 */
class GraphBrowserTests extends SandboxTest {

	private static final String STORY = "/incidents/960001";

	private static final String LARGE = "/incidents/960010/graph";

	/**
	 * Far more than it takes, on any machine that tests run on.
	 */
	private static final int LONGEST_TO_DRAW = 10_000;

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeEach
	void signIn() {
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
	}

	@AfterEach
	void nothingWasBlocked() {
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void everyAlertAndEverythingInTheTableIsDrawnAndJoinedAsTheTableSays() {
		openGraph(STORY);
		assertThat(nodes(".alert")).isEqualTo(this.browser.all(".incident-alert").size());
		assertThat(nodes(".entity")).isEqualTo(rows().size());
		assertThat(number("return cy.edges().length"))
			.isEqualTo(this.browser.all("[data-graph-nodes] a[href^='#alert-']").size());
		assertThat(number("return cy.nodes().filter((node) => node.degree() === 0).length")).isZero();
		this.browser.picture("graph");
	}

	/**
	 * The system's colours are for what the browser draws: a canvas has to ask for them.
	 */
	@Test
	void wordsStandOutFromTheirGroundInForcedColours() {
		this.browser.driver()
			.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
		openGraph(STORY);
		assertThat(number("return cy.nodes('.alert').filter((node) => "
				+ "node.style('background-gradient-stop-colors').endsWith(node.style('color'))).length"))
			.isZero();
		assertThat(number("return cy.nodes('.entity').filter((node) => "
				+ "node.style('text-background-color') === node.style('color')).length"))
			.isZero();
		assertThat(number("return cy.nodes('.entity').filter((node) => "
				+ "node.style('background-color') === node.style('color')).length"))
			.isZero();
		this.browser.picture("graph-forced-colors");
	}

	@Test
	void keysMoveSelectAndClear() {
		openGraph(STORY);
		focusGraph();
		assertThat(said()).startsWith("Alert 1, Medium: Email messages containing malicious file");
		this.browser.press(Keys.ARROW_DOWN);
		assertThat(said()).startsWith("Alert 2, ");
		this.browser.press(Keys.ARROW_LEFT);
		assertThat(said()).startsWith("Mailbox chiara.costa@contoso.com. In alerts 1");
		this.browser.press(Keys.END);
		assertThat(said()).doesNotStartWith("Mailbox");
		this.browser.press(Keys.HOME, Keys.SPACE);
		assertThat(said()).startsWith("Selected. Alert 1, ");
		assertThat(marked()).containsExactlyInAnyOrderElementsOf(namedBy(1));
		assertThat(number("return cy.edges('.near').length"))
			.isEqualTo(number("return cy.edges('[source=\"alert-1\"]').length"));
		this.browser.press(Keys.ESCAPE);
		assertThat(marked()).isEmpty();
		this.browser.press("+", "+");
		until("return cy.zoom() > 1.2");
		this.browser.press("0");
		until("return cy.zoom() < 1.1 && !cy.animated()");
	}

	@Test
	void selectingADeviceMarksTheAlertsThatNameItOnTheWholePage() {
		openGraph(STORY);
		WebElement row = this.browser.find("[data-graph-nodes] tr[data-kind='device']");
		List<String> alerts = row.findElements(By.cssSelector("td:last-child a"))
			.stream()
			.map((link) -> link.getDomAttribute("href"))
			.toList();
		String device = row.findElement(By.cssSelector("th a")).getDomAttribute("href");
		tap(String.valueOf(device).substring(1));
		assertThat(marked()).containsAll(alerts.stream().map((alert) -> alert.substring(1)).toList())
			.hasSize(alerts.size() + 1);
		assertThat(this.browser.all(".story .bar.in-graph")).extracting((bar) -> bar.getDomAttribute("href"))
			.containsOnly(alerts.toArray(String[]::new));
		assertThat(this.browser.all("[data-graph-picked] a[href^='#alert-']"))
			.extracting((link) -> link.getDomAttribute("href"))
			.isEqualTo(alerts);
		assertThat(number("return cy.nodes('.alert').not('.far').length")).isEqualTo(alerts.size());
		this.browser.picture("graph-selected");
	}

	@Test
	void theWheelScrollsThePageAndZoomsOnlyWithCtrl() {
		openGraph(STORY);
		WebElement canvas = this.browser.find(".graph-canvas");
		until("return !cy.renderer().scrollingPage");
		String place = "return Math.round(scrollY)";
		int before = number(place);
		String zoom = String.valueOf(run("return cy.zoom()"));
		new Actions(this.browser.driver()).scrollFromOrigin(ScrollOrigin.fromElement(canvas), 0, 120).perform();
		until("return Math.round(scrollY) > " + before);
		assertThat(run("return cy.zoom()")).hasToString(zoom);
		int scrolled = number(place);
		new Actions(this.browser.driver()).keyDown(Keys.CONTROL)
			.scrollFromOrigin(ScrollOrigin.fromElement(canvas), 0, -120)
			.keyUp(Keys.CONTROL)
			.perform();
		until("return cy.zoom() > " + zoom);
		assertThat(number(place)).isEqualTo(scrolled);
	}

	@Test
	void followingALinkToAnAlertSelectsItInTheGraph() {
		openGraph(STORY);
		this.browser.run("location.hash = 'alert-3'");
		until("return cy.nodes('.picked').id() === 'alert-3'");
		assertThat(marked()).contains("alert-3").doesNotContain("alert-1");
	}

	@Test
	void aLargeIncidentIsDrawnSoonAndOpensBitByBit() {
		defender().tellLargeIncidents();
		openGraph(LARGE);
		assertThat(number("return Math.round(performance.now() - window.begun)")).isLessThan(LONGEST_TO_DRAW);
		int before = nodes("*");
		assertThat(before).isLessThanOrEqualTo(70);
		this.browser.picture("graph-large");
		focusGraph();
		assertThat(said()).contains("alerts, ").endsWith("Enter opens them.");
		this.browser.press(Keys.ENTER);
		assertThat(said()).matches("(?s)[0-9]+ of [0-9]+ opened\\. Alert [0-9]+, .*");
		assertThat(nodes("*")).isBetween(before + 1, before + 30);
		for (int i = 0; i < 40 && !said().startsWith("So much is open"); i++) {
			run("cy.nodes('.several').last().emit('tap')");
		}
		assertThat(nodes("*")).isLessThanOrEqualTo(200);
		assertThat(said()).startsWith("So much is open");
		this.browser.picture("graph-large-open");
		this.browser.find("[data-graph-do='restart']").click();
		assertThat(nodes("*")).isEqualTo(before);
	}

	@Test
	void coloursFollowTheThemeAndTheGraphFitsAPhone() {
		for (String theme : List.of("light", "dark")) {
			this.browser.look("light", 375);
			openGraph(STORY);
			this.browser.look(theme, 375);
			until("return cy.nodes()[0].style('color') === getComputedStyle(document.body).color.replaceAll(' ', '')");
			assertThat(this.browser.overflow()).isZero();
			assertThat(number("return Math.round(cy.elements().renderedBoundingBox().w)")).isBetween(200, 343);
			this.browser.picture("graph-phone-" + theme);
		}
	}

	@Test
	void whatAttackersWroteIsDrawnAsText() {
		defender().tellLargeIncidents();
		for (int id : new int[] { 960201, 960215, 960300 }) {
			openGraph("/incidents/" + id);
			assertThat(nodes(".entity")).isEqualTo(rows().size());
			assertThat(number("return Math.max(...cy.nodes().map((node) => node.data('label').length))"))
				.isLessThan(150);
			focusGraph();
			this.browser.press(Keys.SPACE, Keys.ARROW_RIGHT, Keys.SPACE);
			assertThat(this.browser.all("[data-graph-picked] *"))
				.allSatisfy((part) -> assertThat(part.getTagName()).isIn("a", "bdi", "strong"));
			this.browser.picture("graph-hostile-" + id);
		}
	}

	@Test
	void theTableBreaksNoRuleOpenEither() {
		defender().tellLargeIncidents();
		openGraph("/incidents/960201");
		this.browser.run(
				"document.querySelectorAll('#graph-table, #graph-table details').forEach((part) => (part.open = true))");
		assertThat(Axe.violations(this.browser, ".graph-table",
				Map.of("runOnly", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))))
			.isEmpty();
	}

	@Test
	void withoutScriptsTheTableStandsOpen() {
		this.browser.withoutScripts();
		this.browser.open(origin() + STORY);
		assertThat(rows()).isNotEmpty().allSatisfy((row) -> assertThat(row.getRect().getHeight()).isGreaterThan(20));
		assertThat(this.browser.find(".graph").getRect().getHeight()).isZero();
	}

	/**
	 * Open an incident, go to its graph, and wait until it is drawn.
	 */
	private void openGraph(String address) {
		this.browser.open(origin() + address);
		this.browser.run(
				"window.begun = performance.now(); document.querySelector('.graph').scrollIntoView({ block: 'center' })");
		until("return Boolean(cy) && cy.nodes().length > 0");
		this.browser.run("document.querySelector('.graph').scrollIntoView({ block: 'center' })");
	}

	private void focusGraph() {
		this.browser.find(".graph-tools button:last-child");
		List<WebElement> buttons = this.browser.all(".graph-tools button");
		this.browser.run("arguments[0].focus()", buttons.get(buttons.size() - 1));
		this.browser.press(Keys.TAB);
	}

	private void tap(String id) {
		run("cy.getElementById('" + id + "').emit('tap')");
	}

	private List<WebElement> rows() {
		return this.browser.all("[data-graph-nodes] > tbody > tr");
	}

	private int nodes(String selector) {
		return number("return cy.nodes('" + selector + "').length");
	}

	/**
	 * The ids of an alert and of what it names, by the table.
	 */
	private List<String> namedBy(int alert) {
		Stream<String> entities = rows().stream()
			.filter((row) -> !row.findElements(By.cssSelector("a[href='#alert-" + alert + "']")).isEmpty())
			.map((row) -> row.findElement(By.cssSelector("th a")).getDomProperty("hash"))
			.map((hash) -> String.valueOf(hash).substring(1));
		return Stream.concat(Stream.of("alert-" + alert), entities).toList();
	}

	private List<String> marked() {
		return this.browser.all("article.in-graph .incident-alert-body, tr.in-graph")
			.stream()
			.map((part) -> String.valueOf(part.getDomAttribute("id")))
			.toList();
	}

	private String said() {
		return String.valueOf(this.browser.find("[data-graph-said]").getDomProperty("textContent"));
	}

	private int number(String script) {
		return ((Number) Objects.requireNonNull(run(script))).intValue();
	}

	/**
	 * Run a script for which {@code cy} is what Cytoscape.js drew.
	 */
	private @Nullable Object run(String script) {
		return this.browser.driver()
			.executeScript("const cy = document.querySelector('.graph-canvas')._cyreg?.cy; " + script);
	}

	private void until(String script) {
		this.browser.until(() -> Boolean.TRUE.equals(run(script)));
	}

}
