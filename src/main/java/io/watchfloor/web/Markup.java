package io.watchfloor.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * HTML that the template engine printed, and escaped while it did: the only text that a
 * page takes over as it is.
 */
final class Markup {

	private final String html;

	private Markup(String html) {
		this.html = html;
	}

	/**
	 * Print a fragment that shows one value. It sees nothing else: neither the request
	 * nor who looks.
	 * @param template where the fragment stands
	 * @param name the fragment's name, and the value's name in it
	 * @param value what to show
	 */
	static Markup print(ITemplateEngine engine, String template, String name, Object value) {
		TemplateSpec fragment = new TemplateSpec(template, Set.of(name), TemplateMode.HTML, null);
		return new Markup(engine.process(fragment, new Context(Locale.ROOT, Map.of(name, value))));
	}

	/**
	 * One after the other.
	 */
	static Markup join(List<Markup> parts) {
		return new Markup(parts.stream().map(Markup::html).collect(Collectors.joining()));
	}

	String html() {
		return this.html;
	}

}
