package io.watchfloor.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.assertj.core.api.Assertions.fail;

/**
 * A headless Chromium for tests. Where there is none its tests say so loudly and are not
 * run; with {@code CI} in the environment they fail instead.
 */
public final class Chromium {

	private static final Path BROWSER = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private Chromium() {
	}

	/**
	 * Start a browser.
	 * @param width of the window, in CSS pixels
	 * @param height of the window, in CSS pixels
	 */
	public static ChromeDriver start(int width, int height) {
		requireBrowser();
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BROWSER.toString());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--lang=en", "--hide-scrollbars");
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
		driver.manage().window().setSize(new Dimension(width, height));
		return driver;
	}

	private static void requireBrowser() {
		if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
			return;
		}
		String missing = "No browser: tests in a browser need Debian's packages chromium and chromium-driver ("
				+ BROWSER + ", " + DRIVER + ")";
		if (System.getenv("CI") != null) {
			fail(missing);
		}
		System.err.println("\n*** NOT TESTED *** " + missing + "\n");
		Assumptions.abort(missing);
	}

}
