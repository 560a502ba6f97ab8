package io.watchfloor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

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
	void aShiftIsHandedOverOnTwoSheetsAtMost() {
		go("/handover?since=2020-01-01");
		choose(SandboxAccount.LEAD);
		this.browser.find("main.handover");
		this.browser.until(() -> this.browser.all("[data-reading]").isEmpty());
		this.browser.picture("handover");
		assertThat(sheets("handover.pdf")).isBetween(1, 2);
		long older = olderAndOpen();
		defender().update(older, (incident) -> incident.put("severity", "High"));
		go("/incidents/" + older);
		this.browser.find(".incident-head");
		this.browser.press("h");
		assertThat(this.browser.text("section[aria-labelledby='escalated']")).contains("Raised from low", "#" + older);
		assertThat(this.browser.find("#handover-text").getDomProperty("value")).contains("/incidents/" + older);
		assertThat(this.browser.complaints(SANDBOX.origin())).isEmpty();
	}

	private static long olderAndOpen() {
		return defender().visibleTo(SandboxAccount.LEAD)
			.stream()
			.skip(200)
			.filter((id) -> defender().incident(id).path("severity").asString("").equals("Low")
					&& defender().incident(id).path("status").asString("").equals("Active"))
			.findFirst()
			.orElseThrow();
	}

	private int sheets(String name) {
		Object data = this.browser.driver()
			.executeCdpCommand("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69))
			.get("data");
		byte[] pdf = Base64.getDecoder().decode(String.valueOf(data));
		this.browser.keep(name, pdf);
		return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1).length - 1;
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
