package io.watchfloor;

import java.time.Duration;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The copy buttons that scripts put beside what an analyst copies from an incident.
 */
class CopyBrowserTests extends SandboxTest {

	private ChromeDriver browser;

	@BeforeEach
	void signIn() {
		this.browser = Chromium.start(1440, 1000);
		this.browser.get(origin() + "/incidents/960001");
		this.browser.findElement(By.cssSelector("button[value='" + SandboxAccount.LEAD.name() + "']")).click();
		await("main.incident");
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void everyValueIsCopiedAsItCameAndTheButtonSaysWhatItIs() {
		await(".incident-entities .incident-copy");
		assertThat(this.browser.findElements(By.cssSelector(".incident-entities [data-raw]"))).isEmpty();
		assertThat(buttons("mail-message")).contains("Sender: billing@invoices-contoso.example");
		assertThat(buttons("process")).anySatisfy((button) -> assertThat(button).startsWith("Command line: "))
			.anySatisfy((button) -> assertThat(button).startsWith("the name: "));
	}

	@Test
	void whatIsFoldedGetsItsButtonsWhenItIsOpened() {
		this.browser.get(origin() + "/incidents/960010");
		await("#kind-process");
		assertThat(buttons("process")).isEmpty();
		this.browser.findElement(By.cssSelector("summary:has(#kind-process)")).click();
		await("details:has(> summary #kind-process) .incident-copy");
		assertThat(buttons("process")).hasSizeGreaterThan(850);
		assertThat(buttons("file")).isEmpty();
	}

	private List<String> buttons(String kind) {
		String buttons = "details:has(> summary #kind-%s) table .incident-copy".formatted(kind);
		return List.of(String
			.valueOf(this.browser.executeScript("return [...document.querySelectorAll(arguments[0])].map((button) => "
					+ "button.querySelector('.visually-hidden').textContent + ': ' + button.dataset.copy).join('\\u001f')",
					buttons))
			.split("\u001f")).stream().filter((button) -> !button.isEmpty()).toList();
	}

	private WebElement await(String selector) {
		return new WebDriverWait(this.browser, Duration.ofSeconds(20))
			.until((browser) -> browser.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
	}

}
