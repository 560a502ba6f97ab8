package io.watchfloor.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.fail;

/**
 * A headless Chromium for tests, without its windows where Debian's package
 * chromium-headless-shell is there. It is started once and lent to one test after the
 * other, since a start costs five seconds of CPU; each gets a new tab, and neither
 * cookies nor anything stored by the one before. Where the browser or the fonts of a test
 * are missing, its tests say so loudly and are not run; with {@code CI} in the
 * environment they fail instead.
 */
final class Chromium {

	/**
	 * The old headless mode of the same version, without the windows, menus and pictures
	 * of the whole browser, which take processor time though nobody sees them. Not the
	 * script of that name in /usr/bin: it stays between the driver and the browser, which
	 * then outlives both.
	 */
	private static final Path SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

	private static final Path WHOLE = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Duration SCRIPT_TIMEOUT = Duration.ofSeconds(120);

	private static final Map<Kind, Deque<Chromium>> IDLE = new HashMap<>();

	private final ChromeDriver driver;

	private final Kind kind;

	private Chromium(ChromeDriver driver, Kind kind) {
		this.driver = driver;
		this.kind = kind;
	}

	/**
	 * Lend a browser that nobody else uses.
	 * @param width of the window, in CSS pixels
	 * @param height of the window, in CSS pixels
	 * @param fonts the family of fonts that pages are shown in
	 * @param whole whether it has to be the whole browser
	 */
	static Chromium lend(int width, int height, FontFamily fonts, boolean whole) {
		Kind kind = new Kind(fonts, (whole || !Files.isExecutable(SHELL)) ? WHOLE : SHELL);
		Chromium browser;
		synchronized (IDLE) {
			browser = IDLE.computeIfAbsent(kind, (key) -> new ArrayDeque<>()).poll();
		}
		if (browser == null) {
			browser = new Chromium(start(kind), kind);
		}
		browser.driver.manage().window().setSize(new Dimension(width, height));
		return browser;
	}

	ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Forget a test, and let others have the browser. What a test set for its tabs ends
	 * with them.
	 * @param origins whose pages were opened, since what they stored goes by origin
	 */
	void giveBack(Set<String> origins) {
		Set<String> windows = this.driver.getWindowHandles();
		this.driver.switchTo().newWindow(WindowType.TAB);
		String empty = this.driver.getWindowHandle();
		windows.forEach((window) -> this.driver.switchTo().window(window).close());
		this.driver.switchTo().window(empty);
		this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		this.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
		origins.forEach((origin) -> this.driver.executeCdpCommand("Storage.clearDataForOrigin",
				Map.of("origin", origin, "storageTypes", "all")));
		this.driver.manage().timeouts().scriptTimeout(SCRIPT_TIMEOUT);
		this.driver.manage().logs().get(LogType.BROWSER);
		synchronized (IDLE) {
			Objects.requireNonNull(IDLE.get(this.kind)).push(this);
		}
	}

	private static ChromeDriver start(Kind kind) {
		FontFamily fonts = kind.fonts();
		ChromeDriver driver = start(kind.program(), fonts.environment());
		if (!fonts.isUsedBy(driver)) {
			driver.quit();
			tellMissing("No fonts: tests of looks need the family " + fonts.family() + " of Debian's package "
					+ fonts.debianPackage());
		}
		Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
		return driver;
	}

	private static ChromeDriver start(Path program, Map<String, String> environment) {
		require(program);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(program.toString());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--lang=en", "--hide-scrollbars");
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.withEnvironment(environment)
			.build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60)).scriptTimeout(SCRIPT_TIMEOUT);
		return driver;
	}

	private static void require(Path program) {
		if (Files.isExecutable(program) && Files.isExecutable(DRIVER)) {
			return;
		}
		tellMissing("No browser: tests in a browser need Debian's packages chromium and chromium-driver (" + program
				+ ", " + DRIVER + ")");
	}

	private static void tellMissing(String missing) {
		if (System.getenv("CI") != null) {
			fail(missing);
		}
		System.err.println("\n*** NOT TESTED *** " + missing + "\n");
		Assumptions.abort(missing);
	}

	/**
	 * Browsers that can be lent in each other's place.
	 *
	 * @param fonts the family of fonts that pages are shown in
	 * @param program the whole browser, or the one without windows
	 */
	private record Kind(FontFamily fonts, Path program) {
	}

}
