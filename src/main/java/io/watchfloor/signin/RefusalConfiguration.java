package io.watchfloor.signin;

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
class RefusalConfiguration {

	@Bean
	FilterRegistrationBean<RefusalHeaders> refusalHeaders(ResponseHeaders headers) {
		FilterRegistrationBean<RefusalHeaders> filter = new FilterRegistrationBean<>(new RefusalHeaders(headers));
		filter.setDispatcherTypes(DispatcherType.ERROR);
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	/**
	 * Later than Spring Boot's own report, so that it comes before it on the way back.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests(ResponseHeaders headers) {
		TomcatContextCustomizer report = (context) -> context.getParent()
			.getPipeline()
			.addValve(new UnreadableRequests(context.getPath(), headers));
		return (server) -> server.addContextCustomizers(report);
	}

}
