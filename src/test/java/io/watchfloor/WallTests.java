package io.watchfloor;

import java.time.Duration;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A dashboard on a wall, where nobody sits when its session ends.
 */
class WallTests extends SandboxTest {

	private static final By DASHBOARD = By.cssSelector("main.dashboard.wall");

	private static final By ENDED = By.cssSelector("main.wall-ended");

	private ChromeDriver browser;

	@BeforeEach
	void openBrowser() {
		this.browser = Chromium.start(1920, 1080);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

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
		try (RunningWatchfloor application = RunningWatchfloor.with(SANDBOX.settings(), "--WATCHFLOOR_FRESHNESS=1s")) {
			SANDBOX.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			this.browser.get(application.origin() + "/?display=wall&sign-in=again");
			this.browser.findElement(By.cssSelector("button[value='" + SandboxAccount.LEAD.name() + "']")).click();
			await(DASHBOARD);
			this.browser.manage().deleteAllCookies();
			await(ENDED);
			assertThat(this.browser.findElements(DASHBOARD)).isEmpty();
			assertThat(this.browser.findElement(ENDED).getText()).startsWith("Signed out").contains("UTC");
			assertThat(this.browser.getTitle()).startsWith("Signed out");
			this.browser.findElement(By.linkText("Sign in again")).click();
			await(By.cssSelector("button[value='" + SandboxAccount.LEAD.name() + "']")).click();
			await(DASHBOARD);
		}
	}

	private WebElement await(By element) {
		return new WebDriverWait(this.browser, Duration.ofSeconds(20))
			.until(ExpectedConditions.presenceOfElementLocated(element));
	}

}
