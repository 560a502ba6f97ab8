package io.watchfloor.support;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import javax.naming.OperationNotSupportedException;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;

/**
 * Checks the page that a browser shows by axe's rules. It runs in the page and brings
 * back what breaks a rule and nothing else: all results of a long page, put together in a
 * page of their own as axe's own builder does it for frames, take twice the time.
 */
public final class Axe {

	private static final String RUN = """
			const [part, options, done] = arguments;
			axe.run(part, { ...options, resultTypes: ["violations"], iframes: false }).then(
				({ violations }) => done(violations.map(({ id, nodes }) =>
					id + ": " + nodes.slice(0, 3).map((node) => node.html + " " + node.target).join(", "))),
				(error) => done([String(error)]));
			""";

	private static final String SCRIPT = script();

	private Axe() {
	}

	/**
	 * List what breaks a rule.
	 * @param browser shows the page
	 * @param part a selector of the part of the page that is checked
	 * @param options axe's own, such as {@code runOnly}
	 * @return the rule and up to three elements that break it, for each broken rule
	 */
	public static List<String> violations(Browser browser, String part, Map<String, Object> options) {
		browser.run(SCRIPT);
		Object broken = browser.driver().executeAsyncScript(RUN, part, options);
		return (broken instanceof List<?> rules) ? rules.stream().map(String::valueOf).toList()
				: List.of("No result: " + broken);
	}

	private static String script() {
		try {
			return new EmbeddedResourceAxeProvider().getScript();
		}
		catch (IOException | OperationNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
