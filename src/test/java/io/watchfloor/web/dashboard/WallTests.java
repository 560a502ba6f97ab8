package io.watchfloor.web.dashboard;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.Browser;
import io.watchfloor.support.FontFamily;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A dashboard on a wall, where nobody sits when its session ends.
 */
class WallTests extends SandboxTest {

	private static final String DASHBOARD = "main.dashboard.wall";

	private static final String ENDED = "main.wall-ended";

	@RegisterExtension
	private final Browser browser = new Browser();

	@Test
	void itsSignInLeadsBackToIt() {
		Visitor visitor = visitor();
		Page ended = visitor.open("/?display=wall&range=7d");
		assertThat(ended.heading()).isEqualTo("Signed out");
		Page wall = visitor.signIn(SandboxAccount.LEAD, ended.html().select("main.wall-ended a").attr("href"));
		assertThat(wall.html().select("main.dashboard.wall")).hasSize(1);
		assertThat(wall.pathAndQuery()).isEqualTo("/?display=wall&range=7d");
	}

	@Test
	void anOpenOneSaysLargeThatItsSessionIsOver() {
		try (RunningWatchfloor application = openWall()) {
			assertThat(this.browser.text(".wall-clock")).matches("\\d\\d:\\d\\d JST, shift \\d\\d:00–\\d\\d:00");
			this.browser.run("document.querySelector('[data-wall-clock]').textContent = 'stopped'");
			this.browser.until(() -> this.browser.text("[data-wall-clock]").matches("\\d\\d:\\d\\d"));
			this.browser.driver().manage().deleteAllCookies();
			assertThat(this.browser.text(ENDED)).startsWith("Signed out").contains("UTC");
			assertThat(this.browser.all(DASHBOARD)).isEmpty();
			assertThat(this.browser.driver().getTitle()).startsWith("Signed out");
			this.browser.driver().findElement(By.linkText("Sign in again")).click();
			this.browser.find("button[value='" + SandboxAccount.LEAD.name() + "']").click();
			this.browser.find(DASHBOARD);
			assertThat(this.browser.address()).startsWith(application.origin());
		}
	}

	@Test
	void anOpenOneSaysWhenDefenderFailsAndWhenItIsBack() {
		try (RunningWatchfloor application = openWall()) {
			defender().fail(Fault.status(503).times(Integer.MAX_VALUE));
			assertThat(this.browser.text(".notice")).startsWith("Defender does not answer. What is shown");
			this.browser.picture("wall-failing");
			assertThat(beyondTheScreen()).isLessThanOrEqualTo(0);
			defender().recover();
			this.browser.until(() -> this.browser.all(".notice").isEmpty());
			assertThat(this.browser.address()).startsWith(application.origin());
			this.browser.open(application.origin() + "/incidents");
			this.browser.until(() -> this.browser.text("thead .col-updated").equals("Updated, GMT+9"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1920, 1080, NOTO", "3840, 2160, DEJAVU", "2560, 1080, NOTO" })
	void itFitsItsScreen(int width, int height, FontFamily fonts) {
		this.browser.useFonts(fonts);
		this.browser.signIn(origin() + "/?display=wall&sign-in=again", SandboxAccount.LEAD);
		this.browser.find(DASHBOARD);
		this.browser.look("dark", width, height);
		assertThat(beyondTheScreen()).isLessThanOrEqualTo(0);
		assertThat(this.browser.run("return [...document.querySelectorAll('.incident-item')]"
				+ ".filter((incident) => incident.checkVisibility()).length"))
			.isEqualTo("7");
		this.browser.picture("wall-" + width);
	}

	/**
	 * An instance in Tokyo that a wall asks every second.
	 */
	private RunningWatchfloor openWall() {
		RunningWatchfloor application = RunningWatchfloor.with(SANDBOX.settings(), "--WATCHFLOOR_FRESHNESS=1s",
				"--WATCHFLOOR_TIME_ZONE=Asia/Tokyo");
		SANDBOX.registerRedirect(application.origin() + "/login/oauth2/code/entra");
		this.browser.look("light", 1920, 1080);
		this.browser.signIn(application.origin() + "/?display=wall&sign-in=again", SandboxAccount.LEAD);
		this.browser.find(DASHBOARD);
		return application;
	}

	private int beyondTheScreen() {
		return Integer.parseInt(this.browser.run("return document.documentElement.scrollHeight - innerHeight"));
	}

}
