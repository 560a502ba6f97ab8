package io.watchfloor.web.views;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Browser;
import io.watchfloor.support.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Saved views in a browser, with and without scripts.
 */
class SavedViewsJourneyTests extends SandboxTest {

	@RegisterExtension
	private final Browser browser = new Browser();

	@Test
	void aViewIsSavedOpenedBySigningInAndTheDashboardIsStillThere() {
		this.browser.withoutScripts();
		this.browser.signIn(origin() + "/incidents?severity=High&range=180d", SandboxAccount.LEAD);
		this.browser.find("main.queue");
		this.browser.find(".queue-save input[name='name']");
		this.browser.find("details:has(.queue-save) > summary").click();
		this.browser.see(".queue-save input[name='name']").sendKeys("Highs", Keys.ENTER);
		this.browser.until(() -> this.browser.text(".frame-nav").contains("Highs"));
		assertThat(this.browser.address()).isEqualTo(origin() + "/incidents?severity=High&range=180d");
		assertThat(this.browser.text(".frame-nav a[aria-current]")).isEqualTo("Highs");
		this.browser.open(origin() + "/views");
		this.browser.find("#start option[value='Highs']").click();
		this.browser.find(".views-start button").click();
		this.browser.until(() -> !this.browser.all("option[value='Highs'][selected]").isEmpty());
		this.browser.picture("saved-views");
		this.browser.find("details.account summary").click();
		this.browser.see("form[action$='/logout'] button").click();
		this.browser.find("main.landing a.button").click();
		this.browser.find("button[value='" + SandboxAccount.LEAD.name() + "']").click();
		this.browser.find("main.queue");
		assertThat(this.browser.address()).isEqualTo(origin() + "/incidents?severity=High&range=180d");
		this.browser.find(".frame-nav a").click();
		this.browser.find("main.dashboard");
		assertThat(this.browser.address()).isEqualTo(origin() + "/");
	}

	@Test
	void aColumnIsMovedAndTheMenuIsOpenAfterwards() {
		this.browser.withoutScripts();
		this.browser.signIn(origin() + "/incidents", SandboxAccount.LEAD);
		this.browser.find("details:has(.queue-layout) > summary").click();
		this.browser.see(".queue-layout button[name='up'][value='name']").click();
		this.browser.until(() -> this.browser.all(".queue-table thead th").get(1).getText().equals("Incident"));
		this.browser.see(".queue-layout button[name='up'][value='name']").click();
		this.browser.until(() -> this.browser.all(".queue-table thead th").get(0).getText().equals("Incident"));
		this.browser.picture("queue-columns");
	}

}
