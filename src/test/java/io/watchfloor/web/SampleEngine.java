package io.watchfloor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * A template engine without an application. It notes which fragments it prints, and takes
 * what is no fragment's name for a template itself.
 */
final class SampleEngine extends ClassLoaderTemplateResolver {

	private final List<String> printed = new ArrayList<>();

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	SampleEngine() {
		setPrefix("templates/");
		setSuffix(".html");
		setCacheable(false);
		setOrder(1);
		this.engine.addDialect(new MarkupDialect());
		this.engine.addTemplateResolver(this);
		this.engine.addTemplateResolver(new StringTemplateResolver());
	}

	ITemplateEngine engine() {
		return this.engine;
	}

	List<String> printed() {
		return this.printed;
	}

	@Override
	protected boolean computeResolvable(IEngineConfiguration configuration, @Nullable String ownerTemplate,
			String template, @Nullable Map<String, Object> attributes) {
		boolean fragment = template.startsWith("fragments/");
		if (fragment && ownerTemplate == null) {
			this.printed.add(template);
		}
		return fragment;
	}

}
