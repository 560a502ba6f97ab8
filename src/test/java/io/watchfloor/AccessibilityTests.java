package io.watchfloor;

import java.util.List;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@RegisterExtension
	private final Browser browser = new Browser();

	@ParameterizedTest
	@CsvSource({ "light, 1440", "dark, 1440", "light, 375", "dark, 375" })
	void noPageBreaksARule(String theme, int width) {
		this.browser.look(theme, width);
		this.browser.open(origin() + "/");
		check("landing");
		this.browser.open(origin() + "/?display=wall");
		check("wall without a session");
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		for (String page : PAGES) {
			this.browser.open(origin() + page);
			check(page);
		}
	}

	private void check(String page) {
		List<Rule> broken = new AxeBuilder().withTags(RULES).analyze(this.browser.driver()).getViolations();
		assertThat(broken.stream()
			.map((rule) -> rule.getId() + ": "
					+ rule.getNodes()
						.stream()
						.limit(3)
						.map((node) -> node.getHtml() + " " + node.getTarget())
						.toList()))
			.as(page)
			.isEmpty();
		assertThat(this.browser.overflow()).as("how much wider than the window " + page + " is").isZero();
	}

}
