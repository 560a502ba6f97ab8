package io.watchfloor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.support.Browser;
import io.watchfloor.support.FontFamily;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.TriagePage;
import io.watchfloor.support.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Cookie;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of every page, for those on which incidents are changed: each way that such a
 * page can look, for harmless and for hostile texts.
 */
@TestPropertySource(properties = "watchfloor.triage=true")
class TriagePagesTests extends SandboxTest {

	private static final long HARMLESS = 960_001;

	/**
	 * An incident of few alerts: the rest of its page is looked at elsewhere, and costs
	 * much.
	 */
	private static final long SMALL = 924_565;

	private static final long HOSTILE = 960_210;

	private static final String MARKUP = "\"><script>alert(49)</script><img src=x onerror=alert(49)>";

	/**
	 * What differs on a desktop; the others are the same section of an incident's page.
	 */
	private static final List<String> WIDE = List.of("queue", "form", "conflict", "run");

	@RegisterExtension
	private final Browser browser = new Browser();

	@Test
	void theyAreValidAndHostileTextsStayTexts() {
		HostileTests.Markup known = new HostileTests.Markup();
		List<State> harmless = states(HARMLESS, "Looks real");
		harmless.forEach((state) -> known.add(state.html()));
		// Only a text of many lines scrolls, and no harmless incident has one
		known.attributes().add("code@tabindex");
		known.attributes().add("a@data-defanged");
		known.attributes().add("span@data-alerts");
		beginAfresh();
		defender().tellLargeIncidents();
		List<State> hostile = states(HOSTILE, MARKUP);
		SoftAssertions.assertSoftly((softly) -> {
			harmless.forEach((state) -> softly.assertThat(HtmlValidityTests.check(state.page().page()))
				.as(state.name())
				.isEmpty());
			hostile.forEach((state) -> softly.assertThat(HtmlValidityTests.check(state.page().page()))
				.as("hostile: " + state.name())
				.isEmpty());
		});
		hostile.forEach((state) -> HostileTests.check(state.page().page(), known));
		assertThat(hostile).filteredOn((state) -> state.html().text().contains("<script>alert(49)</script>"))
			.extracting(State::name)
			.contains("asked", "done", "conflict", "problem", "preview");
	}

	@Test
	void theyBreakNoRuleOfAccessibilityAndDoNotViolateThePolicy() {
		this.browser.useFonts(FontFamily.NOTO);
		this.browser.driver()
			.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", ContentPolicyTests.COLLECT));
		AccessibilityRules rules = new AccessibilityRules(this.browser);
		this.browser.open(origin() + "/");
		for (State state : states(SMALL, "Looks real")) {
			if (state.address() != null) {
				beTheVisitor(state.page().visitor());
				for (int width : WIDE.contains(state.name()) ? List.of(1440, 375) : List.of(375)) {
					this.browser.look("light", width);
					this.browser.open(origin() + state.address());
					this.browser.find("main");
					if (state.name().equals("queue")) {
						checkQueue(rules);
					}
					else {
						rules.check(state.name(), width);
					}
					assertThat(this.browser.run("return JSON.stringify(window.violations)")).as(state.name())
						.isEqualTo("[]");
				}
			}
		}
	}

	/**
	 * Check what the queue has besides: of the rows below, the open form and the notice
	 * of news leave a part only, which axe takes for their size.
	 */
	private void checkQueue(AccessibilityRules rules) {
		this.browser.find("tbody input[name=id]").click();
		this.browser.find("button[data-field=status]").click();
		this.browser.see("#triage-status");
		for (String part : List.of("thead", "tbody tr:first-child", "#triage-form")) {
			rules.checkPart("the queue's " + part, part);
		}
		assertThat(this.browser.overflow()).as("how much wider than the window the queue is").isZero();
	}

	private void beTheVisitor(Visitor visitor) {
		this.browser.driver().manage().deleteAllCookies();
		for (String cookie : visitor.cookieHeader().split("; ")) {
			String[] parts = cookie.split("=", 2);
			this.browser.driver().manage().addCookie(new Cookie(parts[0], parts[1]));
		}
	}

	/**
	 * Bring about every way that a page for changing incidents can look.
	 * @param id an incident that the lead sees
	 * @param text what is typed into the fields, and what a colleague is called
	 */
	private List<State> states(long id, String text) {
		List<State> states = new ArrayList<>();
		String incident = "/incidents/" + id;
		Map<String, String> typed = Map.of("status", "InProgress", "tags", text, "comment", text);
		states.add(State.of("asked", TriagePage.open(signedIn(SandboxAccount.LEAD), incident).send(typed)));
		for (SandboxApi api : SandboxApi.values()) {
			entra().consents().give(SandboxAccount.LEAD, api);
		}
		Visitor lee = signedIn(SandboxAccount.LEAD);
		TriagePage queue = TriagePage.open(lee, "/incidents?range=180d&size=25");
		states.add(State.of("queue", queue));
		states.add(State.of("nothing begun", queue.begin(Map.of(), id)));
		TriagePage form = TriagePage.open(lee, incident + "?judge=FalsePositive/Clean");
		states.add(State.of("form", form));
		Map<String, String> preview = new HashMap<>(typed);
		preview.put("preview", "comment");
		states.add(new State("preview", new TriagePage(lee, form.post(preview)), null));
		states.add(State.of("done", form.send(typed)));
		states.add(State.of("problem", form.send(Map.of("comment", text + "x".repeat(30_000)))));
		TriagePage run = queue.begin(Map.of("status", "Resolved"), id, 960_002, 960_003);
		TriagePage stale = TriagePage.open(lee, incident);
		defender().assign(id, text);
		states.add(State.of("conflict", stale.send(Map.of("status", "Active", "comment", text))));
		states.add(State.of("run", run.press("Change the first").press("Continue")));
		return states;
	}

	/**
	 * A way that a page can look.
	 *
	 * @param name names it
	 * @param page the page
	 * @param address its address, or {@code null} for the answer to a form
	 */
	private record State(String name, TriagePage page, @Nullable String address) {

		static State of(String name, TriagePage page) {
			return new State(name, page, page.page().pathAndQuery());
		}

		Document html() {
			return this.page.html();
		}

	}

}
