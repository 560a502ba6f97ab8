package io.watchfloor.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.assertj.core.api.Assertions.fail;

/**
 * A headless Chromium for tests. Where it or the fonts of a test are missing, its tests
 * say so loudly and are not run; with {@code CI} in the environment they fail instead.
 */
final class Chromium {

	private static final Path BROWSER = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private Chromium() {
	}

	/**
	 * Start a browser that shows pages in a family of fonts.
	 * @param width of the window, in CSS pixels
	 * @param height of the window, in CSS pixels
	 * @param fonts the family
	 */
	static ChromeDriver start(int width, int height, FontFamily fonts) {
		ChromeDriver driver = start(width, height, fonts.environment());
		if (!fonts.isUsedBy(driver)) {
			driver.quit();
			tellMissing("No fonts: tests of looks need the family " + fonts.family() + " of Debian's package "
					+ fonts.debianPackage());
		}
		return driver;
	}

	private static ChromeDriver start(int width, int height, Map<String, String> environment) {
		requireBrowser();
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BROWSER.toString());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--lang=en", "--hide-scrollbars");
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.withEnvironment(environment)
			.build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
		driver.manage().window().setSize(new Dimension(width, height));
		return driver;
	}

	private static void requireBrowser() {
		if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
			return;
		}
		tellMissing("No browser: tests in a browser need Debian's packages chromium and chromium-driver (" + BROWSER
				+ ", " + DRIVER + ")");
	}

	private static void tellMissing(String missing) {
		if (System.getenv("CI") != null) {
			fail(missing);
		}
		System.err.println("\n*** NOT TESTED *** " + missing + "\n");
		Assumptions.abort(missing);
	}

}
