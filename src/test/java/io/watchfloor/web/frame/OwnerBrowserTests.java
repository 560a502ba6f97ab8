package io.watchfloor.web.frame;

import java.util.Objects;
import java.util.Set;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WindowType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that stay open while, in another tab of the same browser, their analyst signs out
 * or somebody else signs in.
 */
class OwnerBrowserTests extends SandboxTest {

	private static final String LEAD = "Lee Lead";

	private static final String ANALYST = "Ada Analyst";

	@RegisterExtension
	private final Browser browser = new Browser();

	@ParameterizedTest
	@CsvSource({ "/incidents?range=180d, main.queue", "/?display=wall, main.wall", "/incidents/960001, main.incident" })
	void aPageOfAnotherAnalystIsLoadedAnewAsSoonAsSomebodyElseSignsIn(String address, String content) {
		String first = openAsLead(origin(), address, content);
		this.browser.run("window.before = true");
		signInElsewhereAs(SandboxAccount.ANALYST);
		this.browser.driver().switchTo().window(first);
		this.browser.until(() -> "false".equals(this.browser.run("return Boolean(window.before)")));
		assertThat(name()).isEqualTo(ANALYST);
		assertThat(this.browser.address()).isEqualTo(origin() + address);
	}

	@ParameterizedTest
	@CsvSource({ "/incidents?range=180d, main.queue", "/, main.dashboard", "/?display=wall, main.wall" })
	void aPollNeverShowsTheIncidentsOfOneUnderTheNameOfAnother(String address, String content) {
		try (RunningWatchfloor application = RunningWatchfloor.with(SANDBOX.settings(), "--WATCHFLOOR_FRESHNESS=1s")) {
			SANDBOX.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			String first = openAsLead(application.origin(), address, content);
			keepFromAskingForTheSession();
			this.browser.run("window.before = true");
			String second = signInElsewhereAs(SandboxAccount.ANALYST);
			this.browser.driver().switchTo().window(second).close();
			this.browser.driver().switchTo().window(first);
			this.browser.until(() -> "false".equals(this.browser.run("return Boolean(window.before)")));
			assertThat(name()).isEqualTo(ANALYST);
		}
	}

	@Test
	void aViewOfTheQueueThatIsForAnotherAnalystIsLoadedWhole() {
		String first = openAsLead(origin(), "/incidents?range=180d", "main.queue");
		keepFromAskingForTheSession();
		String second = signInElsewhereAs(SandboxAccount.ANALYST);
		this.browser.driver().switchTo().window(second).close();
		this.browser.driver().switchTo().window(first);
		this.browser.run("document.querySelector(\".frame-nav a[href*='me']\").click()");
		this.browser.until(() -> ANALYST.equals(name()));
		assertThat(this.browser.address()).startsWith(origin() + "/incidents?").contains("assignedTo=me");
	}

	@ParameterizedTest
	@CsvSource({ "/incidents?range=180d, main.queue", "/?display=wall, main.wall", "/incidents/960001, main.incident",
			"/token, main.token" })
	void noPageKeepsAnythingOnTheScreenAfterASignOutInAnotherTab(String address, String content) {
		String first = openAsLead(origin(), address, content);
		int signIns = entra().authorizeRequests().size();
		signOutElsewhere();
		this.browser.driver().switchTo().window(first);
		assertThat(this.browser.see("main:is(.ended, .wall-ended)").getText()).startsWith("Signed out")
			.contains("UTC")
			.contains("Sign in again");
		assertThat(this.browser.all("main")).hasSize(1);
		assertThat(this.browser.text("body")).doesNotContain(LEAD);
		assertThat(this.browser.driver().getTitle()).isEqualTo("Signed out · Watchfloor");
		assertThat(this.browser.address()).isEqualTo(origin() + address);
		assertThat(entra().authorizeRequests()).hasSize(signIns);
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
		this.browser.find("main a.button").click();
		this.browser.find("button[value='" + SandboxAccount.LEAD.name() + "']").click();
		this.browser.find(content);
		assertThat(name()).isEqualTo(LEAD);
	}

	@Test
	void aPageThatNobodyToldOfTheSignOutFindsOutWhenItIsLookedAt() {
		openAsLead(origin(), "/incidents/960001", "main");
		this.browser.driver().manage().deleteAllCookies();
		this.browser.run("document.dispatchEvent(new Event('visibilitychange'))");
		assertThat(this.browser.see("main.ended").getText()).startsWith("Signed out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/incidents/960001", "/incidents" })
	void aPageThatTheBrowserKeptIsHiddenUntilTheServerSaysThatItIsStillOnes(String address) {
		openAsLead(origin(), address, "main");
		transition("pagehide");
		assertThat(this.browser.style("main", "visibility")).isEqualTo("hidden");
		transition("pageshow");
		this.browser.until(() -> "visible".equals(this.browser.style("main", "visibility")));
		transition("pagehide");
		this.browser.driver().manage().deleteAllCookies();
		transition("pageshow");
		assertThat(this.browser.see("main.ended").getText()).startsWith("Signed out");
	}

	@Test
	void afterASignOutTheBrowsersBackBringsNoIncidentToTheScreen() {
		this.browser.takeWhole();
		openAsLead(origin(), "/incidents/960001", "main");
		this.browser.find("details.account summary").click();
		this.browser.find("form[action$='/logout'] button").click();
		this.browser.find("main.landing");
		this.browser.driver().navigate().back();
		assertThat(this.browser.see("main.ended").getText()).startsWith("Signed out");
		assertThat(this.browser.address()).isEqualTo(origin() + "/incidents/960001");
	}

	private void transition(String type) {
		this.browser.run("dispatchEvent(new PageTransitionEvent(arguments[0], { persisted: true }))", type);
	}

	/**
	 * Open a page in the first tab.
	 * @return the tab
	 */
	private String openAsLead(String origin, String address, String content) {
		this.browser.signIn(origin + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		this.browser.open(origin + address);
		this.browser.find(content);
		assertThat(name()).isEqualTo(LEAD);
		return this.browser.driver().getWindowHandle();
	}

	private String signInElsewhereAs(SandboxAccount account) {
		String origin = this.browser.run("return location.origin");
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		this.browser.signIn(origin + "/sign-in/other-account", account);
		this.browser.find("main.dashboard");
		return Objects.requireNonNull(this.browser.driver().getWindowHandle());
	}

	private void signOutElsewhere() {
		Set<String> before = this.browser.driver().getWindowHandles();
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		assertThat(this.browser.driver().getWindowHandles()).hasSize(before.size() + 1);
		this.browser.open(origin() + "/token");
		this.browser.find("details.account summary").click();
		this.browser.find("form[action$='/logout'] button").click();
		this.browser.find("main.landing");
	}

	/**
	 * Leave the page nothing but its polls and its links to find out who is signed in.
	 */
	private void keepFromAskingForTheSession() {
		this.browser.run("""
				const realFetch = window.fetch;
				window.fetch = (address, ...more) => String(address).endsWith("/session")
					? Promise.reject(new TypeError("kept from asking")) : realFetch(address, ...more);
				""");
	}

	private String name() {
		return this.browser.run("return document.querySelector('.account-name')?.textContent");
	}

}
