package io.watchfloor;

import java.util.List;
import java.util.Map;

import io.watchfloor.support.Axe;
import io.watchfloor.support.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of WCAG 2.2 AA that a machine can check and axe's best practices, for the
 * page that a browser shows.
 */
final class AccessibilityRules {

	static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

	/**
	 * A rule of WCAG 2.1 that axe applies only where it is asked for by name.
	 */
	private static final String SAME_NAME = "label-content-name-mismatch";

	/**
	 * Lists what scrolls though its text fits: by less than half a line, because glyphs
	 * are taller than their lines. A menu or a table that is cut off scrolls by more.
	 */
	private static final String SCROLLED_FOR_A_GLYPH = """
			return [...document.querySelectorAll("body *")]
				.filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
				.filter((element) => {
					const hidden = element.scrollHeight - element.clientHeight;
					return hidden > 0 && hidden < parseFloat(getComputedStyle(element).fontSize) / 2;
				})
				.map((element) => element.tagName + "." + element.className)
				.join();
			""";

	/**
	 * Letters as of a script in which they stand two or three above each other. No
	 * machine needs fonts for that.
	 */
	private static final String TALL_GLYPHS = """
			const overrides = { ascentOverride: "140%", descentOverride: "60%" };
			const tall = new FontFace("tall", "local('DejaVu Sans'), local('Noto Sans')", overrides);
			document.fonts.add(tall);
			tall.load().then(() => arguments[0]("loaded"), (error) => arguments[0](String(error)));
			""";

	private static final String STYLE = """
			const style = new CSSStyleSheet();
			style.replaceSync(arguments[0]);
			document.adoptedStyleSheets = [style];
			""";

	/**
	 * The width of the widest phone, in CSS pixels.
	 */
	private static final int PHONE = 500;

	private final Browser browser;

	AccessibilityRules(Browser browser) {
		this.browser = browser;
	}

	/**
	 * Check a page by all rules and, on a desktop, in the dark by that of contrast alone:
	 * a theme changes colours and nothing else, and a phone has the same ones.
	 */
	void check(String page, int width) {
		checkPart(page, "html");
		checkSize(page);
		if (width > PHONE) {
			checkContrastInTheDark(page, width);
		}
	}

	/**
	 * Check a part of a page by all rules.
	 */
	void checkPart(String page, String part) {
		assertThat(Axe.violations(this.browser, part,
				Map.of("runOnly", RULES, "rules", Map.of(SAME_NAME, Map.of("enabled", true)))))
			.as(page)
			.isEmpty();
	}

	private void checkContrastInTheDark(String page, int width) {
		this.browser.look("dark", width);
		assertThat(Axe.violations(this.browser, "html", Map.of("runOnly", List.of("color-contrast"))))
			.as(page + " in the dark")
			.isEmpty();
		this.browser.look("light", width);
	}

	/**
	 * As WCAG 1.4.4 asks for it, and by the size of the text alone, which no media query
	 * knows of.
	 */
	void checkWithLargeText(String page) {
		this.browser.run(STYLE, "html:root { font-size: 200% !important }");
		assertThat(this.browser.style("html", "font-size")).as(page).isEqualTo("32px");
		checkSize(page + " with text twice as large");
	}

	void checkZoomedWithTallGlyphs(String page, int width) {
		this.browser.look("light", width);
		assertThat(this.browser.driver().executeAsyncScript(TALL_GLYPHS)).isEqualTo("loaded");
		this.browser.run(STYLE, "html { font-family: tall, sans-serif !important }");
		checkSize(page + " at " + width + " pixels, with glyphs twice as tall as their text");
	}

	private void checkSize(String page) {
		assertThat(this.browser.overflow()).as("how much wider than the window " + page + " is").isZero();
		assertThat(this.browser.run(SCROLLED_FOR_A_GLYPH)).as("what scrolls by less than a line on " + page).isEmpty();
	}

}
