package io.watchfloor;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an analyst does, in a real browser. Pictures of the pages are left in
 * {@code target/pictures}.
 */
class JourneyTests extends SandboxTest {

	@RegisterExtension
	private final Browser browser = new Browser();

	@Test
	void anAnalystSignsInReadsAnIncidentChecksTheTokenAndSignsOut() {
		go("/");
		this.browser.picture("landing");
		this.browser.find("main a[href$='/oauth2/authorization/entra']").click();
		choose(SandboxAccount.LEAD);
		this.browser.find("main.dashboard");
		this.browser.picture("dashboard");
		this.browser.driver().findElement(By.linkText("All")).click();
		this.browser.find("table tbody tr");
		this.browser.picture("queue");
		go("/incidents/924565");
		assertThat(heading()).contains("Ransomware activity");
		this.browser.picture("incident");
		go("/token");
		assertThat(this.browser.text("main")).contains("Incident.Read");
		this.browser.picture("token");
		this.browser.find("details.menu summary").click();
		this.browser.find("form[action$='/logout'] button").click();
		this.browser.find("main a[href$='/oauth2/authorization/entra']");
		assertThat(this.browser.address()).isEqualTo(origin() + "/");
		assertThat(this.browser.text(".notice")).startsWith("You are signed out");
		this.browser.picture("signed-out");
		assertThat(entra().logoutRequests()).hasSize(1);
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	@Test
	void theQueueIsReadWithoutScriptsOnAPhoneInTheDark() {
		this.browser.withoutScripts();
		this.browser.look("dark", 390, 844);
		go("/incidents");
		choose(SandboxAccount.LEAD);
		this.browser.find("table tbody tr");
		this.browser.picture("queue-phone-dark");
		assertThat(background()).as("follows the system's dark theme").isLessThan(80);
	}

	@Test
	void whatIsDoneInTurnIsNumbered() {
		go("/incidents");
		choose(SandboxAccount.NO_CONSENT);
		assertThat(this.browser.style(".message-steps", "list-style-type")).isEqualTo("decimal");
		this.browser.picture("sign-in-failed");
	}

	@Test
	void aChosenThemeIsRemembered() {
		go("/incidents");
		choose(SandboxAccount.ANALYST);
		this.browser.find("details.menu summary").click();
		this.browser.find("form[action$='/theme'] button[value='dark']").click();
		this.browser.find("html[data-theme='dark']");
		assertThat(this.browser.address()).endsWith("/incidents");
		go("/token");
		this.browser.find("html[data-theme='dark']");
		this.browser.picture("token-dark");
		assertThat(background()).isLessThan(80);
	}

	private void go(String path) {
		this.browser.open(origin() + path);
	}

	private void choose(SandboxAccount account) {
		this.browser.find("button[value='" + account.name() + "']").click();
	}

	private String heading() {
		return this.browser.text("h1");
	}

	/**
	 * The red part of the page's background, 0 to 255.
	 */
	private int background() {
		String color = this.browser.style("body", "background-color");
		return (int) Double.parseDouble(color.replaceAll("[^0-9.,]", "").split(",")[0]);
	}

}
