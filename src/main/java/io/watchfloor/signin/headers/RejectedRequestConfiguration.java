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
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Configures the responses to requests that are rejected before the filter chain.
 */
@Configuration(proxyBeanMethods = false)
class RejectedRequestConfiguration {

	@Bean
	FilterRegistrationBean<ErrorPageHeaderFilter> errorPageHeaderFilter(ResponseHeaderWriter headers) {
		FilterRegistrationBean<ErrorPageHeaderFilter> filter = new FilterRegistrationBean<>(
				new ErrorPageHeaderFilter(headers));
		filter.setDispatcherTypes(DispatcherType.ERROR);
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	/**
	 * Adds the valve after Spring Boot's own, so that it handles the response first.
	 * @param templates the template engine, which is made later than the web server
	 * @param addresses the addresses of static files, known later too
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> badRequestValve(ResponseHeaderWriter headers,
			ObjectProvider<ITemplateEngine> templates, ObjectProvider<ResourceUrlProvider> addresses) {
		TomcatContextCustomizer customizer = (context) -> context.getParent()
			.getPipeline()
			.addValve(new BadRequestValve(context.getPath(), headers, templates::getObject, addresses::getObject));
		return (server) -> server.addContextCustomizers(customizer);
	}

}
