package io.watchfloor.signin.headers;

import jakarta.servlet.DispatcherType;
import org.thymeleaf.ITemplateEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Answers to requests that are refused before the filter chain sees them.
 */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

	@Bean
	FilterRegistrationBean<RefusalHeaderFilter> refusalHeaders(ResponseHeaderWriter headers) {
		FilterRegistrationBean<RefusalHeaderFilter> filter = new FilterRegistrationBean<>(
				new RefusalHeaderFilter(headers));
		filter.setDispatcherTypes(DispatcherType.ERROR);
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	/**
	 * Later than Spring Boot's own report, so that it comes before it on the way back.
	 * @param templates the template engine, which is made later than the web server
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests(ResponseHeaderWriter headers,
			ObjectProvider<ITemplateEngine> templates) {
		TomcatContextCustomizer report = (context) -> context.getParent()
			.getPipeline()
			.addValve(new BadRequestValve(context.getPath(), headers, templates::getObject));
		return (server) -> server.addContextCustomizers(report);
	}

}
