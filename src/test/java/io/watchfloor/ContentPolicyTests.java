package io.watchfloor;

import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The content security policy in a browser: no page violates it, and text from anywhere
 * else does not become markup.
 */
class ContentPolicyTests extends SandboxTest {

	/**
	 * Collects the violations of every page that a browser opens from now on.
	 */
	static final String COLLECT = """
			window.violations = [];
			addEventListener("securitypolicyviolation",
				(event) => window.violations.push(event.violatedDirective + " " + event.sample));
			""";

	@RegisterExtension
	private final Browser browser = new Browser();

	@BeforeEach
	void signIn() {
		this.browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COLLECT));
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
	}

	@Test
	void noPageViolatesIt() {
		defender().tellLargeIncidents();
		for (String page : AccessibilityTests.PAGES) {
			this.browser.open(origin() + page);
			this.browser.find("main");
			assertThat(violations()).as(page).isEqualTo("[]");
		}
	}

	@Test
	void theDrawnGraphDoesNotViolateIt() {
		this.browser.open(origin() + "/incidents/960001");
		this.browser.find(".graph");
		this.browser.until(() -> {
			this.browser.run("document.querySelector('.graph').scrollIntoView({ block: 'center' })");
			return !this.browser.all(".graph-canvas canvas").isEmpty();
		});
		this.browser.find("[data-graph-do='in']").click();
		this.browser.find("[data-graph-do='fit']").click();
		assertThat(violations()).isEqualTo("[]");
	}

	@Test
	void pagesThatKeepThemselvesCurrentDoNotViolateIt() {
		this.browser.open(origin() + "/incidents");
		String before = this.browser.text("h1 + p");
		this.browser.find("a[href*='assignedTo=me']").click();
		this.browser.until(() -> !this.browser.text("h1 + p").equals(before));
		assertThat(violations()).isEqualTo("[]");
		this.browser.open(origin() + "/");
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
		defender().add((incident) -> incident.put("severity", "High"));
		String all = this.browser.text("#trend + a");
		this.browser.until(() -> !this.browser.text("#trend + a").equals(all));
		assertThat(violations()).isEqualTo("[]");
	}

	@Test
	void textBecomesMarkupOnlyThroughThePolicyOfTheScriptThatReadsAnswers() {
		this.browser.open(origin() + "/incidents");
		assertThat(attempt("document.body.insertAdjacentHTML('beforeend', '<b>x</b>')")).isEqualTo("TypeError");
		assertThat(attempt("new DOMParser().parseFromString('<b>x</b>', 'text/html')")).isEqualTo("TypeError");
		assertThat(attempt("trustedTypes.createPolicy('other', { createHTML: (text) => text })"))
			.isEqualTo("TypeError");
		assertThat(attempt("trustedTypes.createPolicy('watchfloor-page', { createHTML: (text) => text })"))
			.as("a second policy of the same name")
			.isEqualTo("TypeError");
		assertThat(violations()).contains("require-trusted-types-for", "trusted-types");
	}

	private String attempt(String script) {
		return this.browser.run("try { " + script + "; return 'done'; } catch (error) { return error.name; }");
	}

	private String violations() {
		return this.browser.run("return JSON.stringify(window.violations)");
	}

}
