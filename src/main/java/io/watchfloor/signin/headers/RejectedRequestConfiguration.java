package io.watchfloor.signin.headers;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

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
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> badRequestValve(ResponseHeaderWriter headers) {
		TomcatContextCustomizer customizer = (
				context) -> context.getParent().getPipeline().addValve(new BadRequestValve(context.getPath(), headers));
		return (server) -> server.addContextCustomizers(customizer);
	}

}
