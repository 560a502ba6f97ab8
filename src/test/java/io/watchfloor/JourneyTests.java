package io.watchfloor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an analyst does, in a real browser. Pictures of the pages are left in
 * {@code target/pictures}.
 */
class JourneyTests extends SandboxTest {

	private static final Path PICTURES = Path.of("target", "pictures");

	private ChromeDriver browser;

	@BeforeEach
	void openBrowser() {
		this.browser = Chromium.start(1440, 1000);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void anAnalystSignsInReadsAnIncidentChecksTheTokenAndSignsOut() throws IOException {
		go("/");
		picture("landing");
		this.browser.findElement(By.cssSelector("main a[href$='/oauth2/authorization/entra']")).click();
		choose(SandboxAccount.LEAD);
		await(By.linkText("All"));
		picture("dashboard");
		this.browser.findElement(By.linkText("All")).click();
		await(By.cssSelector("table tbody tr"));
		picture("queue");
		go("/incidents/924565");
		assertThat(heading()).contains("Ransomware activity");
		picture("incident");
		go("/token");
		assertThat(this.browser.findElement(By.tagName("main")).getText()).contains("Incident.Read");
		picture("token");
		this.browser.findElement(By.cssSelector("details.menu summary")).click();
		this.browser.findElement(By.cssSelector("form[action$='/logout'] button")).click();
		await(By.cssSelector("main a[href$='/oauth2/authorization/entra']"));
		assertThat(this.browser.getCurrentUrl()).isEqualTo(origin() + "/");
		assertThat(entra().logoutRequests()).hasSize(1);
		assertNothingWasBlocked();
	}

	@Test
	void theQueueIsReadWithoutScriptsOnAPhoneInTheDark() throws IOException {
		this.browser.quit();
		this.browser = Chromium.start(390, 844);
		this.browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
		this.browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
		go("/incidents");
		choose(SandboxAccount.LEAD);
		await(By.cssSelector("table tbody tr"));
		picture("queue-phone-dark");
		assertThat(background()).as("follows the system's dark theme").isLessThan(80);
	}

	@Test
	void aChosenThemeIsRemembered() throws IOException {
		go("/incidents");
		choose(SandboxAccount.ANALYST);
		this.browser.findElement(By.cssSelector("details.menu summary")).click();
		this.browser.findElement(By.cssSelector("form[action$='/theme'] button[value='dark']")).click();
		await(By.cssSelector("html[data-theme='dark']"));
		assertThat(this.browser.getCurrentUrl()).endsWith("/incidents");
		go("/token");
		await(By.cssSelector("html[data-theme='dark']"));
		picture("token-dark");
		assertThat(background()).isLessThan(80);
	}

	private void go(String path) {
		this.browser.get(origin() + path);
	}

	private void choose(SandboxAccount account) {
		await(By.cssSelector("button[value='" + account.name() + "']")).click();
	}

	private WebElement await(By element) {
		return new WebDriverWait(this.browser, Duration.ofSeconds(20))
			.until(ExpectedConditions.elementToBeClickable(element));
	}

	private String heading() {
		return this.browser.findElement(By.tagName("h1")).getText();
	}

	/**
	 * The red part of the page's background, 0 to 255.
	 */
	private int background() {
		String color = this.browser.findElement(By.tagName("body")).getCssValue("background-color");
		return (int) Double.parseDouble(color.replaceAll("[^0-9.,]", "").split(",")[0]);
	}

	private void assertNothingWasBlocked() {
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll())
			.filteredOn((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.filteredOn((entry) -> !entry.getMessage().startsWith(SANDBOX.origin()))
			.isEmpty();
	}

	private void picture(String name) throws IOException {
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

}
