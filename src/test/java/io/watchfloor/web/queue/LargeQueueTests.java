package io.watchfloor.web.queue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.support.Browser;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RunningWatchfloor;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue of a tenant with 20,000 incidents, in a real browser. Pictures of the pages
 * are left in {@code target/pictures}.
 */
@IntegrationTest
class LargeQueueTests {

	private static final int INCIDENTS = 20_000;

	private static final String ROWS = "tbody th > a";

	private static Sandbox sandbox;

	private static RunningWatchfloor watchfloor;

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(new SandboxOptions(0, INCIDENTS, false, List.of(), true));
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

	@Test
	void isReadSearchedSortedExportedAndKeptCurrent() throws IOException {
		signIn(SandboxAccount.LEAD);
		assertThat(this.browser.text("[data-reading]")).matches("Reading older incidents: [0-9,]+ read, back to .*");
		pictures("large-reading");
		readAll();
		this.browser.until(() -> this.browser.text(".page-head p").matches("20,[0-9]{3} incidents as of .*"));
		pictures("large");
		filterSearchAndSort();
		takeAway();
		news();
		walkByKeyboard();
	}

	@Test
	void isReadOnAPhoneWithoutScripts() {
		this.browser.withoutScripts();
		this.browser.look("dark", 375);
		signIn(SandboxAccount.ANALYST);
		assertThat(this.browser.text("[data-reading]")).contains("100 read");
		this.browser.driver().navigate().refresh();
		assertThat(this.browser.text("[data-reading]")).containsPattern("\\b(1(0[1-9]|[1-9][0-9])|[2-9][0-9]{2}) read");
		this.browser.find(".pager a[rel='next']").click();
		assertThat(this.browser.text(".pager > span")).startsWith("51 to 100 of ");
		this.browser.picture("large-without-scripts");
	}

	private void filterSearchAndSort() {
		this.browser.find(".filters details.menu:has(input[name='severity']) summary").click();
		String count = this.browser.text("label:has(input[name='severity'][value='High']) .count");
		assertThat(count).matches("[0-9],[0-9]{3}");
		this.browser.picture("large-menu");
		this.browser.find("input[name='severity'][value='High']").click();
		this.browser.find(".filters details.menu[open] button").click();
		this.browser.until(() -> this.browser.address().contains("severity=High"));
		this.browser.until(() -> this.browser.text(".page-head p").startsWith(count + " incidents"));
		this.browser.find("input[name='q']").sendKeys("powershell", Keys.ENTER);
		this.browser.until(() -> String.valueOf(this.browser.find("thead .col-alerts a").getDomAttribute("href"))
			.contains("q=powershell"));
		this.browser.find("thead .col-alerts a").click();
		this.browser
			.until(() -> "descending".equals(this.browser.find("thead .col-alerts").getDomAttribute("aria-sort")));
		assertThat(this.browser.address()).contains("severity=High", "q=powershell", "sort=-alerts");
		List<Integer> alerts = this.browser.all("tbody .col-alerts")
			.stream()
			.map((cell) -> Integer.valueOf(cell.getText()))
			.toList();
		assertThat(alerts).isSortedAccordingTo((one, other) -> other - one).hasSizeGreaterThan(10);
	}

	/**
	 * The export holds as many incidents as the page on the screen says.
	 */
	private void takeAway() throws IOException {
		String total = this.browser.text(".page-head p").replaceAll(" .*", "").replace(",", "");
		Object csv = this.browser.driver()
			.executeAsyncScript("const done = arguments[arguments.length - 1];"
					+ "fetch(document.querySelector('a[download]').href).then((answer) => answer.text()).then(done);");
		assertThat(CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(String.valueOf(csv))))
			.hasSize(Integer.parseInt(total));
	}

	private void news() {
		this.browser.open(watchfloor.origin() + "/incidents?range=180d");
		long id = sandbox.bean(DefenderControls.class).add((incident) -> incident.put("severity", "High"));
		this.browser.see("[data-offer] button").click();
		this.browser.find("#incident-" + id);
		this.browser.until(() -> Objects.requireNonNull(this.browser.driver().getTitle()).startsWith("(1 new high)"));
	}

	private void walkByKeyboard() {
		this.browser.press("n");
		this.browser.until(() -> this.browser.text(".pager > span").startsWith("51 to 100 of 20,"));
		this.browser.press("j");
		this.browser.press("j");
		String id = this.browser.run("return document.activeElement.closest('tr').id.replace('incident-', '')");
		this.browser.press(Keys.ENTER);
		this.browser.until(() -> this.browser.address().contains("/incidents/" + id));
		this.browser.driver().navigate().back();
		this.browser.until(() -> this.browser.text(".pager > span").startsWith("51 to 100 of 20,"));
	}

	private void signIn(SandboxAccount account) {
		this.browser.signIn(watchfloor.origin() + "/incidents?range=180d", account);
		this.browser.find(ROWS);
	}

	/**
	 * Ask as fast as answers come, as many open pages would; for a view without rows, so
	 * that the time goes into reading.
	 */
	private void readAll() {
		this.browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
		this.browser.driver()
			.executeAsyncScript("const done = arguments[arguments.length - 1];"
					+ "const on = () => fetch('/incidents?range=180d&severity=None').then((answer) => answer.text())"
					+ ".then((text) => text.includes('data-reading') ? on() : done()); on();");
	}

	private void pictures(String name) {
		for (String scheme : List.of("light", "dark")) {
			for (int width : new int[] { 375, 1440 }) {
				this.browser.look(scheme, width);
				this.browser.picture(name + "-" + width + "-" + scheme);
			}
		}
	}

}
