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
 * Answers to requests that are refused before the filter chain sees them.
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
	 * Later than Spring Boot's own report, so that it comes before it on the way back.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> badRequestValve(ResponseHeaderWriter headers) {
		TomcatContextCustomizer customizer = (
				context) -> context.getParent().getPipeline().addValve(new BadRequestValve(context.getPath(), headers));
		return (server) -> server.addContextCustomizers(customizer);
	}

}
