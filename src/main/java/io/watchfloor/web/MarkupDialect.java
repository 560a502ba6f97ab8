package io.watchfloor.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.stereotype.Component;

/**
 * What a template needs to take over {@link Markup}:
 * {@code <tbody markup:body="${rows}">}. A text cannot be taken over in this way, so
 * nothing from an incident ever is.
 */
@Component
final class MarkupDialect extends AbstractProcessorDialect {

	private static final String PREFIX = "markup";

	/**
	 * That of {@code th:text} among Thymeleaf's own attributes.
	 */
	private static final int PRECEDENCE = StandardTextTagProcessor.PRECEDENCE;

	MarkupDialect() {
		super("Watchfloor", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Body(dialectPrefix));
	}

	private static final class Body extends AbstractStandardExpressionAttributeTagProcessor {

		Body(String prefix) {
			super(TemplateMode.HTML, prefix, "body", PRECEDENCE, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attributeName,
				String attributeValue, @Nullable Object value, IElementTagStructureHandler handler) {
			if (!(value instanceof Markup markup)) {
				throw new TemplateProcessingException("Not printed by the template engine: " + attributeValue);
			}
			handler.setBody(markup.html(), false);
		}

	}

}
