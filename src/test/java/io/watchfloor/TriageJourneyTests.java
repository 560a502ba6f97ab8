package io.watchfloor;

import java.util.List;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.defender.WriteControls;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an analyst changes incidents, in a real browser: by keyboard, with and without
 * scripts. The queue asks for news every second.
 */
@TestPropertySource(properties = { "watchfloor.triage=true", "WATCHFLOOR_FRESHNESS=1s" })
class TriageJourneyTests extends SandboxTest {

	private static final String SHIFT = "/incidents?tag=night-shift&sort=id";

	private static final String ROWS = "tbody th > a";

	/**
	 * A key press of an average typist, with Shift and Ctrl as presses of their own.
	 *
	 * @see <a href="https://doi.org/10.1145/358886.358895">Card, Moran and Newell: The
	 * keystroke-level model</a>
	 */
	private static final int MILLIS_A_PRESS = 280;

	private static final int TWO_MINUTES = 120_000;

	@RegisterExtension
	private final Browser browser = new Browser();

	@Autowired
	private ApiAccess access;

	private int presses;

	/**
	 * Twenty incidents: eight resolved at once, six taken one by one, one that a
	 * colleague takes in between, one resolved by mistake, two labelled, one commented,
	 * one judged.
	 */
	@Test
	void twentyIncidentsAreTriagedInUnderTwoMinutesOfKeyPresses() {
		List<Long> ids = shift(20);
		consent();
		this.browser.signIn(origin() + SHIFT, SandboxAccount.LEAD);
		awaitQueue(20);
		keys("x");
		keys("J".repeat(7));
		keys("sr", Keys.TAB, "f", Keys.ENTER);
		awaitText("[data-summary]", "8 done");
		backToTheQueue(ids.get(7));
		keys("ja");
		awaitText("[data-outcome]", "Owner: " + SandboxAccount.LEAD.username());
		awaitText("[data-answered]", "Done");
		keys("jajajajaja");
		this.browser.until(() -> owner(ids.get(13)).equals(SandboxAccount.LEAD.username()));
		awaitText("[data-outcome]", "#" + ids.get(13));
		takeBetween(ids.get(14));
		keys("ja");
		awaitText("[data-answered]", "Conflict");
		assertThat(owner(ids.get(14))).isEqualTo(SandboxAccount.SERVERS.username());
		keys(Keys.ENTER);
		this.browser.find("[data-triage-form]");
		keys("a");
		awaitText(".triage-result", "Written");
		this.browser.until(() -> this.browser.focused().getText().equals("Written"));
		backToTheQueue(ids.get(14));
		keys("jsr", Keys.ENTER);
		awaitText("[data-outcome]", "Status: Resolved");
		keys("z");
		awaitText("[data-answered]", "Undone");
		assertThat(status(ids.get(15))).isEqualTo("Active");
		keys("a");
		this.browser.until(() -> owner(ids.get(15)).equals(SandboxAccount.LEAD.username()));
		keys("jxJtphish", Keys.ENTER);
		awaitText("[data-summary]", "2 done");
		backToTheQueue(ids.get(17));
		keys("jmKnown travel, asked the user.");
		send();
		awaitText("[data-outcome]", "Comment");
		keys("jff", Keys.ENTER);
		awaitText("[data-outcome]", "Classification: False positive");
		assertThat(ids.subList(0, 8)).allSatisfy((id) -> {
			assertThat(status(id)).isEqualTo("Resolved");
			assertThat(text(id, "classification")).isEqualTo("FalsePositive");
		});
		assertThat(ids.subList(8, 16)).allSatisfy((id) -> assertThat(owner(id)).isEqualTo(lead()));
		assertThat(ids.subList(16, 18))
			.allSatisfy((id) -> assertThat(defender().incident(id).path("tags").toString()).contains("phish"));
		assertThat(defender().incident(ids.get(18)).path("comments").toString()).contains("Known travel");
		assertThat(text(ids.get(19), "classification")).isEqualTo("FalsePositive");
		assertThat(defender().writes().done()).hasSize(22)
			.allSatisfy((write) -> assertThat(write.by()).isEqualTo(SandboxAccount.LEAD))
			.extracting(WriteControls.Write::incident)
			.containsOnlyOnceElementsOf(without(ids, ids.get(15)));
		assertThat(this.presses * MILLIS_A_PRESS).as("%d key presses", this.presses).isLessThan(TWO_MINUTES);
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	private static List<Long> without(List<Long> ids, long one) {
		return ids.stream().filter((id) -> id != one).toList();
	}

	@Test
	void aSelectionAndItsPlaceSurviveNews() {
		List<Long> ids = shift(3);
		consent();
		this.browser.signIn(origin() + SHIFT, SandboxAccount.LEAD);
		awaitQueue(3);
		keys("xJ");
		String place = this.browser.focused().getText();
		defender().update(ids.get(0), (incident) -> incident.put("status", "InProgress"));
		awaitText("#incident-" + ids.get(0), "In progress");
		shift(1);
		this.browser.see("[data-offer] button");
		assertThat(this.browser.text("[data-count]")).isEqualTo("2 selected");
		assertThat(this.browser.all("tbody .col-select input:checked")).hasSize(2);
		assertThat(this.browser.focused().getText()).isEqualTo(place);
		keys("a");
		awaitText("[data-summary]", "2 done");
		assertThat(this.browser.text("[data-said]")).isEqualTo("2 done");
		assertThat(this.browser.focused().getTagName()).isEqualTo("h1");
		assertThat(ids.subList(0, 2)).allSatisfy((id) -> assertThat(owner(id)).isEqualTo(lead()));
	}

	@Test
	void thePermissionIsAskedForOnceAndTheFormComesBackAsItWas() {
		long id = shift(1).get(0);
		this.browser.signIn(origin() + "/incidents/" + id, SandboxAccount.LEAD);
		this.browser.find("[data-triage-form]");
		keys("m");
		keys("Looks real.");
		send();
		awaitText("#triage", "Watchfloor may only read so far");
		this.browser.until(() -> this.browser.focused().getText().startsWith("Nothing was written yet"));
		button("Ask Microsoft for the permission").click();
		this.browser.until(() -> this.browser.text("body").contains("Permissions requested"));
		button("Accept").click();
		awaitText("#triage", "The form is as you left it");
		assertThat(this.browser.address()).startsWith(origin() + "/incidents/" + id);
		assertThat(comment()).isEqualTo("Looks real.");
		assertThat(this.browser.find("#triage-comment").isDisplayed()).isTrue();
		assertThat(defender().writes().received()).isEmpty();
		button("Write to Defender").click();
		awaitText(".triage-result", "Written");
		assertThat(comment()).isEmpty();
		keys("m");
		keys("Another one.");
		send();
		awaitText(".triage-result", "Another one.");
		assertThat(defender().writes().done()).hasSize(2);
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void aCommentIsKeptWhereTheSessionEndsAndForItsAnalystOnly() {
		long id = seenByBoth();
		consent();
		String page = origin() + "/incidents/" + id;
		this.browser.signIn(page, SandboxAccount.LEAD);
		this.browser.find("[data-triage-form]");
		keys("m");
		keys("Half a thought");
		button("Preview the comment").click();
		assertThat(this.browser.text("[data-shown-text]")).isEqualTo("Half a thought");
		this.browser.driver().manage().deleteAllCookies();
		button("Write to Defender").click();
		this.browser.until(() -> this.browser.all("[data-triage-form]").isEmpty());
		this.browser.signIn(page, SandboxAccount.LEAD);
		this.browser.until(() -> comment().equals("Half a thought"));
		assertThat(this.browser.find("#triage-comment").isDisplayed()).isTrue();
		assertThat(defender().writes().received()).isEmpty();
		button("Write to Defender").click();
		awaitText(".triage-result", "Written");
		this.browser.open(page);
		this.browser.find("[data-triage-form]");
		assertThat(comment()).isEmpty();
		keys("m");
		keys("Mine alone");
		this.browser.driver().manage().deleteAllCookies();
		this.browser.signIn(page, SandboxAccount.ANALYST);
		this.browser.find("[data-triage-form]");
		assertThat(comment()).isEmpty();
		keys("m");
		keys("To be forgotten");
		assertThat(drafts()).isEqualTo("1");
		this.browser.find("details.menu.account summary").click();
		this.browser.find("form[action$='/logout'] button").click();
		this.browser.find("main a[href$='/oauth2/authorization/entra']");
		assertThat(drafts()).isEqualTo("0");
	}

	@Test
	void aCommentThatIsTypedInTheQueueIsKeptToo() {
		List<Long> ids = shift(2);
		consent();
		this.browser.signIn(origin() + SHIFT, SandboxAccount.LEAD);
		awaitQueue(2);
		keys("jm");
		keys("Half a thought");
		this.browser.driver().manage().deleteAllCookies();
		send();
		this.browser.until(() -> this.browser.all("[data-triage]").isEmpty());
		this.browser.signIn(origin() + SHIFT, SandboxAccount.LEAD);
		awaitQueue(2);
		keys("jjm");
		assertThat(comment()).isEmpty();
		keys(Keys.ESCAPE, "km");
		assertThat(comment()).isEqualTo("Half a thought");
		assertThat(this.browser.text("[data-said]")).contains("The comment that you typed before is back");
		send();
		awaitText("[data-answered]", "Done");
		assertThat(drafts()).isEqualTo("0");
		assertThat(defender().incident(ids.get(0)).path("comments").toString()).contains("Half a thought");
		keys("m");
		assertThat(comment()).isEmpty();
	}

	@Test
	void aDoubleClickWritesOnceAndWhatIsMineAlreadyIsSaid() {
		long id = shift(1).get(0);
		consent();
		this.browser.signIn(origin() + "/incidents/" + id, SandboxAccount.LEAD);
		new Actions(this.browser.driver()).doubleClick(this.browser.see("[data-assign]")).perform();
		awaitText(".triage-result", "Written");
		assertThat(defender().writes().received()).hasSize(1);
		keys("a");
		assertThat(this.browser.text("[data-triage-said]")).isEqualTo("It is assigned to you already");
		keys("z");
		awaitText(".triage-result", "Undone");
		assertThat(owner(id)).isEmpty();
		assertThat(defender().writes().done()).hasSize(2);
	}

	@Test
	void withoutScriptsEachIncidentIsAStep() {
		List<Long> ids = shift(2);
		consent();
		this.browser.withoutScripts();
		this.browser.signIn(origin() + SHIFT, SandboxAccount.LEAD);
		awaitRows(2);
		this.browser.all("tbody .col-select input").forEach(WebElement::click);
		takeBetween(ids.get(1));
		button("Assign to me").click();
		awaitText("[data-summary]", "2 not tried");
		button("Change the first").click();
		awaitText("[data-summary]", "1 done, 1 not tried");
		button("Continue").click();
		awaitText("[data-summary]", "1 done, 1 conflict");
		assertThat(owner(ids.get(1))).isEqualTo(SandboxAccount.SERVERS.username());
		this.browser.picture("triage-run-without-scripts");
		button("Write mine all the same").click();
		awaitText(".triage-result", "Written");
		assertThat(owner(ids.get(1))).isEqualTo(lead());
		button("Undo").click();
		awaitText(".triage-result", "Undone");
		assertThat(owner(ids.get(1))).isEqualTo(SandboxAccount.SERVERS.username());
		assertThat(owner(ids.get(0))).isEqualTo(lead());
		assertThat(defender().writes().done()).hasSize(3);
	}

	/**
	 * Add incidents that nobody looked at yet.
	 */
	private static List<Long> shift(int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> defender().add((incident) -> incident.put("incidentName", "Night " + number)
				.put("status", "Active")
				.putNull("assignedTo")
				.put("classification", "Unknown")
				.put("determination", "NotAvailable")
				.putArray("tags")
				.add("night-shift")))
			.toList();
	}

	private static long seenByBoth() {
		List<Long> leads = defender().visibleTo(SandboxAccount.LEAD);
		return defender().visibleTo(SandboxAccount.ANALYST)
			.stream()
			.filter((id) -> leads.contains(id) && status(id).equals("Active"))
			.findFirst()
			.orElseThrow();
	}

	private void consent() {
		entra().consents().giveForEverybody(SandboxApi.valueOf(this.access.api().name()));
	}

	/**
	 * Have a colleague take an incident just before it is read again.
	 */
	private static void takeBetween(long id) {
		defender().writes()
			.beforeNextRead(id, () -> defender().update(id,
					(incident) -> incident.put("assignedTo", SandboxAccount.SERVERS.username())));
	}

	/**
	 * Press keys, one after the other, and count them.
	 */
	private void keys(CharSequence... keys) {
		for (CharSequence some : keys) {
			some.chars().forEach((letter) -> {
				this.presses += Character.isUpperCase(letter) ? 2 : 1;
				this.browser.press(Character.toString(letter));
			});
		}
	}

	/**
	 * Send what is being typed, with Ctrl and Enter.
	 */
	private void send() {
		this.presses += 2;
		new Actions(this.browser.driver()).keyDown(Keys.CONTROL).sendKeys(Keys.ENTER).keyUp(Keys.CONTROL).perform();
	}

	/**
	 * Go back to the queue by keyboard, to the row of an incident.
	 */
	private void backToTheQueue(long id) {
		keys("u");
		this.browser.until(() -> this.browser.all("#incident-" + id + " th > a").contains(this.browser.focused()));
	}

	private void awaitRows(int count) {
		this.browser.until(() -> this.browser.all(ROWS).size() == count);
	}

	/**
	 * Wait until everything is read, too: that it is would be said in the place of what
	 * became of a change.
	 */
	private void awaitQueue(int count) {
		awaitRows(count);
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
	}

	private void awaitText(String selector, String part) {
		this.browser.until(() -> this.browser.run("return document.querySelector(arguments[0])?.textContent", selector)
			.replaceAll("\\s+", " ")
			.contains(part));
	}

	private WebElement button(String label) {
		this.browser.find("button");
		return this.browser.driver()
			.findElements(By.tagName("button"))
			.stream()
			.filter((button) -> button.isDisplayed() && button.getText().split("\n")[0].startsWith(label))
			.findFirst()
			.orElseThrow();
	}

	private String comment() {
		return String.valueOf(this.browser.find("#triage-comment").getDomProperty("value"));
	}

	private String drafts() {
		return this.browser.run(
				"return Object.keys(sessionStorage).filter((key) => /^watchfloor\\.draft\\..*[0-9]$/.test(key)).length");
	}

	private static String lead() {
		return SandboxAccount.LEAD.username();
	}

	private static String owner(long id) {
		return text(id, "assignedTo");
	}

	private static String status(long id) {
		return text(id, "status");
	}

	private static String text(long id, String field) {
		return defender().incident(id).path(field).asString("");
	}

}
