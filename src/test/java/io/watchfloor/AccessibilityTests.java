package io.watchfloor;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page by the rules of WCAG 2.2 AA that a machine can check, light and dark, on a
 * desktop and on a phone.
 */
class AccessibilityTests extends SandboxTest {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/**
	 * One address of every kind of page that an analyst may come to, the landing page
	 * apart.
	 */
	static final List<String> PAGES = List.of("/", "/?display=wall", "/incidents",
			"/incidents?status=Active&severity=High&q=power", "/incidents?q=nothing-has-this-word", "/incidents/960001",
			"/incidents/960002", "/incidents/960201", "/incidents/1", "/token", "/incidents?page=0",
			"/login/oauth2/code/entra?error=access_denied&state=x");

	private ChromeDriver browser;

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

	@ParameterizedTest
	@CsvSource({ "light, 1440", "dark, 1440", "light, 375", "dark, 375" })
	void noPageBreaksARule(String theme, int width) {
		this.browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
		this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
		this.browser.get(origin() + "/");
		check("landing");
		this.browser.get(origin() + "/?display=wall");
		check("wall without a session");
		this.browser.get(origin() + "/token");
		this.browser.findElement(By.cssSelector("button[value='" + SandboxAccount.LEAD.name() + "']")).click();
		new WebDriverWait(this.browser, Duration.ofSeconds(20))
			.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main.token")));
		for (String page : PAGES) {
			this.browser.get(origin() + page);
			check(page);
		}
	}

	private void check(String page) {
		List<Rule> broken = new AxeBuilder().withTags(RULES).analyze(this.browser).getViolations();
		assertThat(broken.stream()
			.map((rule) -> rule.getId() + ": "
					+ rule.getNodes()
						.stream()
						.limit(3)
						.map((node) -> node.getHtml() + " " + node.getTarget())
						.toList()))
			.as(page)
			.isEmpty();
	}

}
