package io.watchfloor.web.support;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A template engine without an application, which renders single fragments.
 */
public final class SampleEngine {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	public SampleEngine() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		this.engine.setTemplateResolver(templates);
	}

	/**
	 * Render a fragment.
	 * @param template where it stands
	 * @param fragment its name
	 * @param values what it shows, by the names that it has for them
	 */
	public String render(String template, String fragment, Map<String, Object> values) {
		return this.engine.process(new TemplateSpec(template, Set.of(fragment), TemplateMode.HTML, null),
				new Context(Locale.ROOT, values));
	}

}
