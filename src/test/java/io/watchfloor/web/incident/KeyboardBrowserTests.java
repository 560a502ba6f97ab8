package io.watchfloor.web.incident;

import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shift by single keys: from the queue to an incident, on to others, and back.
 */
class KeyboardBrowserTests extends SandboxTest {

	private static final String VIEW = "/incidents?sort=-id&size=25&range=180d";

	@RegisterExtension
	private final Browser browser = new Browser();

	@AfterEach
	void nothingWasComplainedOf() {
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void incidentsOfASelectionFollowOneAnotherAndTheQueueRemembersTheRow() {
		openTheQueue();
		List<String> rows = rows();
		this.browser.press("j", "j", "j", Keys.ENTER);
		awaitIncident(rows.get(2));
		this.browser.press("j");
		awaitIncident(rows.get(3));
		this.browser.press("j");
		awaitIncident(rows.get(4));
		this.browser.press("k");
		awaitIncident(rows.get(3));
		this.browser.press("u");
		awaitFocus(rows.get(3));
		assertThat(this.browser.address()).endsWith(VIEW.replace("/incidents?", "")
			.replace("sort=-id&size=25&range=180d", "range=180d&sort=-id&size=25#" + rows.get(3)));
		this.browser.press("j");
		awaitFocus(rows.get(4));
	}

	@Test
	void theWayBackLeadsToThePageThatOneHasMovedOnTo() {
		openTheQueue();
		List<String> rows = rows();
		this.browser.press("k", Keys.ENTER);
		awaitIncident(rows.get(24));
		this.browser.press("j");
		this.browser.until(() -> !this.browser.address().contains(id(rows.get(24))));
		String next = this.browser.find(".incident-head .id").getText();
		this.browser.press("u");
		awaitFocus("incident-" + next);
		assertThat(this.browser.address()).contains("page=2");
		assertThat(rows()).startsWith("incident-" + next);
	}

	@Test
	void theBrowsersOwnWayBackLeadsToTheRowToo() {
		openTheQueue();
		String row = rows().get(5);
		this.browser.find("#" + row + " th > a").click();
		awaitIncident(row);
		this.browser.driver().navigate().back();
		awaitFocus(row);
	}

	@Test
	void pagesOfAPartFollowOneAnotherAndTheQueueIsOneKeyAway() {
		defender().tellLargeIncidents();
		this.browser.signIn(origin() + "/incidents/960010/evidence?severity=High&range=180d", SandboxAccount.LEAD);
		this.browser.find(".pager a[rel='next']");
		this.browser.press("n");
		this.browser.until(() -> this.browser.address().endsWith("/evidence?severity=High&range=180d&page=2"));
		this.browser.find(".pager a[rel='prev']");
		this.browser.press("p");
		this.browser.until(() -> this.browser.address().endsWith("/evidence?severity=High&range=180d"));
		this.browser.find(".pager a[rel='next']");
		this.browser.press("p");
		this.browser.until(() -> said().equals("There is no previous page of this part"));
		this.browser.press("u");
		this.browser.find("main.queue");
		assertThat(this.browser.address()).contains("/incidents?severity=High&range=180d");
	}

	@Test
	void atTheEndOfTheSelectionKeysSaySo() {
		this.browser.signIn(origin() + "/incidents/960001?q=nothing-matches-this", SandboxAccount.LEAD);
		this.browser.find("main.incident");
		this.browser.press("j");
		this.browser.until(() -> said().equals("There is no next incident in this selection"));
		this.browser.press("k");
		this.browser.until(() -> said().equals("There is no previous incident in this selection"));
	}

	@Test
	void aSummaryForATicketIsCopied() {
		allowTheClipboard();
		this.browser.signIn(origin() + "/incidents/960001", SandboxAccount.LEAD);
		this.browser.find("button[data-ticket]");
		this.browser.press("c");
		this.browser.until(() -> said().equals("Copied"));
		assertThat(clipboard()).startsWith("Incident 960001: ")
			.endsWith("\nWatchfloor: " + origin() + "/incidents/960001")
			.contains("\nSeverity: ", "\nAlerts (", "\nAssets (", "\nDefender: https://security.microsoft.com/");
		this.browser.picture("incident-copied");
	}

	@Test
	void theRowThatHasTheFocusIsCopiedAsALine() {
		allowTheClipboard();
		openTheQueue();
		this.browser.press("j", "c");
		String row = rows().get(0);
		this.browser.until(() -> this.browser.run("return document.querySelector('[data-said]').textContent")
			.equals("Copied: incident " + id(row)));
		assertThat(clipboard()).startsWith(id(row) + " · ")
			.contains(this.browser.text("#" + row + " th > a"))
			.endsWith(" · " + origin() + "/incidents/" + id(row));
		this.browser.run("document.querySelector('#" + row + " th > a').dataset.defanged = 'to evil[.]com'");
		this.browser.press("c");
		this.browser.until(() -> clipboard().contains(" · to evil[.]com · "));
	}

	@ParameterizedTest
	@CsvSource({ "/incidents, Next and previous row", "/incidents/960001, Copy a summary for a ticket", "/, This help",
			"/sweep, Copy the result as text", "/token, This help" })
	void theHelpOfEveryPageListsWhatWorksThere(String address, String listed) {
		this.browser.signIn(origin() + "/token", SandboxAccount.LEAD);
		this.browser.find("main.token");
		this.browser.open(origin() + address);
		this.browser.see("button[data-help]");
		this.browser.press("?");
		String help = this.browser.see("dialog[open]").getText();
		this.browser.picture("help-" + address.replaceAll("\\W", ""));
		assertThat(help).contains(listed, "This help");
		assertThat(help.contains("Next and previous row")).isEqualTo(address.equals("/incidents"));
		assertThat(help.contains("Copy a summary for a ticket")).isEqualTo(address.startsWith("/incidents/"));
	}

	@Test
	void keysDoNothingWhereTheyAreSwitchedOffOrAMenuOrTheHelpIsOpen() {
		this.browser.signIn(origin() + "/incidents/960001", SandboxAccount.LEAD);
		this.browser.find("main.incident");
		String address = this.browser.address();
		this.browser.press("?", "j");
		this.browser.find("[data-shortcuts]").click();
		this.browser.press(Keys.ESCAPE, "u", "?");
		assertThat(this.browser.find("dialog").isDisplayed()).isFalse();
		WebElement button = this.browser.find(".frame-footer button[data-help]");
		button.click();
		this.browser.find("[data-shortcuts]").click();
		this.browser.press(Keys.ESCAPE);
		this.browser.find("details.account summary").click();
		this.browser.press("u", "?");
		assertThat(this.browser.find("dialog").isDisplayed()).isFalse();
		assertThat(this.browser.address()).isEqualTo(address);
		this.browser.press(Keys.ESCAPE, "u");
		this.browser.find("main.queue");
	}

	private void openTheQueue() {
		this.browser.signIn(origin() + VIEW, SandboxAccount.LEAD);
		this.browser.find("tbody th > a");
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
	}

	private List<String> rows() {
		return List
			.of(this.browser.run("return [...document.querySelectorAll('tbody tr')].map(({ id }) => id).join(' ')")
				.split(" "));
	}

	private static String id(String row) {
		return row.replace("incident-", "");
	}

	private void awaitIncident(String row) {
		this.browser.until(() -> this.browser.address().contains("/incidents/" + id(row) + "?"));
		this.browser.find("main.incident");
		this.browser.until(() -> this.browser.run("return document.readyState").equals("complete"));
	}

	private void awaitFocus(String row) {
		this.browser.until(() -> row.equals(this.browser.run("return document.activeElement?.closest('tr')?.id")));
	}

	private String said() {
		return this.browser.run("return document.querySelector('#incident-said').textContent");
	}

	private void allowTheClipboard() {
		this.browser.driver()
			.executeCdpCommand("Browser.grantPermissions",
					Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
	}

	private String clipboard() {
		return this.browser.run("return navigator.clipboard.readText()");
	}

}
