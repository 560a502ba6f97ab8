package io.watchfloor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;

import io.watchfloor.sandbox.SandboxAccount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser for a field of a test: as new in each test, opened when it is first needed,
 * its windows closed after all else. It shows pages in fonts that it names, whatever the
 * machine has besides.
 */
public final class Browser implements AfterEachCallback {

	private static final Path PICTURES = Path.of("target", "pictures");

	/**
	 * Longer than the longest time between two questions that a page asks by itself.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private @Nullable Chromium chromium;

	private FontFamily fonts = FontFamily.DEJAVU;

	private boolean whole;

	private final Set<String> origins = new HashSet<>();

	@Override
	public void afterEach(ExtensionContext context) {
		if (this.chromium != null) {
			this.chromium.giveBack(Set.copyOf(this.origins));
			this.chromium = null;
		}
		this.fonts = FontFamily.DEJAVU;
		this.whole = false;
		this.origins.clear();
	}

	/**
	 * Show pages in another family of fonts than DejaVu. To be called before the first
	 * page.
	 */
	public void useFonts(FontFamily family) {
		this.fonts = family;
	}

	/**
	 * Take the whole browser: the one without windows keeps no page for going back. To be
	 * called before the first page.
	 */
	public void takeWhole() {
		this.whole = true;
	}

	/**
	 * The browser itself, for what only one test does with it.
	 */
	public ChromeDriver driver() {
		if (this.chromium == null) {
			this.chromium = Chromium.lend(1440, 1000, this.fonts, this.whole);
		}
		return this.chromium.driver();
	}

	public void open(String address) {
		this.origins.add(URI.create(address).resolve("/").toString());
		driver().get(address);
	}

	/**
	 * Open a page that leads to the sign-in, and choose an account there.
	 */
	public void signIn(String address, SandboxAccount account) {
		open(address);
		find("button[value='" + account.name() + "']").click();
	}

	public String address() {
		return Objects.requireNonNull(driver().getCurrentUrl());
	}

	/**
	 * The first element of a selector, awaited; it may be hidden.
	 */
	public WebElement find(String selector) {
		return patiently().withMessage("no " + selector)
			.until((page) -> all(selector).stream().findFirst().orElse(null));
	}

	/**
	 * The text of the first element of a selector, awaited. It is asked for anew where a
	 * page that keeps itself current replaced the element meanwhile.
	 */
	public String text(String selector) {
		return patiently().withMessage("no " + selector)
			.until((page) -> all(selector).stream().findFirst().map(WebElement::getText).orElse(null));
	}

	/**
	 * A property of the first element of a selector as style sheets have it, awaited like
	 * its text.
	 */
	public String style(String selector, String property) {
		return patiently().withMessage("no " + selector)
			.until((page) -> all(selector).stream()
				.findFirst()
				.map((element) -> element.getCssValue(property))
				.orElse(null));
	}

	/**
	 * The first element of a selector, awaited until it shows.
	 */
	public WebElement see(String selector) {
		return patiently().withMessage("nothing shows of " + selector)
			.until((page) -> all(selector).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
	}

	/**
	 * All elements of a selector that there are right now.
	 */
	public List<WebElement> all(String selector) {
		return driver().findElements(By.cssSelector(selector));
	}

	/**
	 * What has the focus.
	 */
	public WebElement focused() {
		return driver().switchTo().activeElement();
	}

	public void press(CharSequence... keys) {
		for (CharSequence key : keys) {
			new Actions(driver()).sendKeys(key).perform();
		}
	}

	/**
	 * Run a script.
	 * @return what it returns, as text
	 */
	public String run(String script, Object... arguments) {
		return String.valueOf(driver().executeScript(script, arguments));
	}

	/**
	 * How many CSS pixels the page is wider than the screen. The window's inner width
	 * says nothing about it, since on a phone that grows with the page.
	 */
	public int overflow() {
		return Integer
			.parseInt(run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
	}

	public void until(BooleanSupplier condition) {
		patiently().until((page) -> condition.getAsBoolean());
	}

	private FluentWait<WebDriver> patiently() {
		return new WebDriverWait(driver(), PATIENCE).ignoring(StaleElementReferenceException.class);
	}

	/**
	 * Look at pages in another way.
	 * @param scheme the colours that the system prefers: light or dark
	 * @param width of the screen, in CSS pixels; a phone's below 1,000
	 */
	public void look(String scheme, int width) {
		look(scheme, width, 1000);
	}

	public void look(String scheme, int width, int height) {
		driver().executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
		driver().executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 1000));
	}

	public void withoutScripts() {
		driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
	}

	/**
	 * What the browser complained of, such as what the content security policy blocked,
	 * but for the pages of another origin.
	 */
	public List<String> complaints(String otherOrigin) {
		return driver().manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.filter((message) -> !message.startsWith(otherOrigin))
			.toList();
	}

	/**
	 * Leave a picture of the window in {@code target/pictures}.
	 */
	public void picture(String name) {
		keep(name + ".png", driver().getScreenshotAs(OutputType.BYTES));
	}

	/**
	 * Leave a file beside the pictures.
	 */
	public void keep(String name, byte[] content) {
		try {
			Files.createDirectories(PICTURES);
			Files.write(PICTURES.resolve(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
