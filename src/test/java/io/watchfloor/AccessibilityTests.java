package io.watchfloor;

import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Axe;
import io.watchfloor.support.Browser;
import io.watchfloor.support.FontFamily;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page by the rules of WCAG 2.2 AA that a machine can check and by axe's best
 * practices, light and dark, on a desktop and on a phone, in two families of fonts.
 */
class AccessibilityTests extends SandboxTest {

	/**
	 * One address of every kind of page that an analyst may come to, the landing page
	 * apart.
	 */
	static final List<String> PAGES = List.of("/", "/?display=wall", "/incidents",
			"/incidents?status=Active&severity=High&q=power", "/incidents?q=nothing-has-this-word", "/incidents/960001",
			"/incidents/960002", "/incidents/960201", "/incidents/960010", "/incidents/960010/alerts?page=2",
			"/incidents/960010/evidence", "/incidents/960010/graph", "/incidents/960001/print?short", "/incidents/1",
			"/token", "/views", "/sessions", "/handover?since=2020-01-01", "/sweep", "/incidents?page=0",
			"/login/oauth2/code/entra?error=access_denied&state=x");

	@RegisterExtension
	private final Browser browser = new Browser();

	private final AccessibilityRules rules = new AccessibilityRules(this.browser);

	/**
	 * Each page is opened once for each width, and looked at in every way there.
	 */
	@ParameterizedTest
	@CsvSource({ "1440, 720, DEJAVU", "375, 320, NOTO" })
	void noPageBreaksARule(int width, int zoomed, FontFamily fonts) {
		defender().tellLargeIncidents();
		this.browser.useFonts(fonts);
		this.browser.look("light", width);
		this.browser.open(origin() + "/");
		this.rules.check("landing", width);
		this.browser.open(origin() + "/?display=wall");
		this.rules.check("wall without a session", width);
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		for (String page : PAGES) {
			this.browser.open(origin() + page);
			this.rules.check(page, width);
			this.rules.checkWithLargeText(page);
			this.rules.checkZoomedWithTallGlyphs(page, zoomed);
			this.browser.look("light", width);
		}
		sweep();
		this.rules.check("the result of a sweep", width);
	}

	private void sweep() {
		this.browser.open(origin() + "/sweep");
		this.browser.find("textarea")
			.sendKeys("login[.]contoso[.]com contoso.com 192[.]0[.]2[.]1 hxxps://contoso[.]com/nowhere install.sh "
					+ "44d88612fea8a8f36de82e1278abb02f 1.2.3.0/24");
		this.browser.find("main button[type=submit]").click();
		this.browser.find("#not-found");
		this.browser.picture("sweep");
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void whatIsCurrentIsMarkedInForcedColours(String theme) {
		this.browser.driver()
			.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"),
							Map.of("name", "prefers-color-scheme", "value", theme))));
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		this.browser.open(origin() + "/");
		assertMarked(".frame-nav a[aria-current]", ".frame-nav a:not([aria-current])");
		assertMarked("nav.segmented a[aria-current]", "nav.segmented a:not([aria-current])");
		this.browser.open(origin() + "/incidents/960010");
		assertMarked(".incident-nav a[aria-current]", ".incident-nav a:not([aria-current])");
		this.browser.open(origin() + "/incidents/960001");
		assertMarked(".story-choices a[aria-current]", ".story-choices a:not([aria-current])");
		assertMarked(".incident-nav a.here", ".incident-nav a:not(.here)");
	}

	private void assertMarked(String current, String other) {
		this.browser.find(current);
		assertThat(this.browser.style(current, "background-color")).as(current)
			.isNotEqualTo(this.browser.style(other, "background-color"))
			.isNotEqualTo(this.browser.style(current, "color"));
	}

	@Test
	void whatBreaksARuleIsFound() {
		this.browser.open(origin() + "/");
		this.browser.run("document.documentElement.removeAttribute('lang')");
		assertThat(Axe.violations(this.browser, "html", Map.of("runOnly", AccessibilityRules.RULES))).singleElement()
			.asString()
			.startsWith("html-has-lang: <html");
	}

}
