package io.watchfloor.signin.refusal;

import io.watchfloor.signin.headers.ResponseHeaderWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Configures what refuses requests, in this order: before the filters that read
 * parameters, and after the one that gives each request its id.
 */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

	/**
	 * After the filter of Spring Session, so that it is known whether there is a session.
	 */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 60;

	@Bean
	FilterRegistrationBean<UnsafeRequestFilter> unsafeRequestFilter(ResponseHeaderWriter headers) {
		return registration(new UnsafeRequestFilter(headers), ORDER + 1);
	}

	private static <T extends Filter> FilterRegistrationBean<T> registration(T filter, int order) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setOrder(order);
		return registration;
	}

	/**
	 * Adds the valve to the engine, around those of the host that write error pages.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodyValve() {
		TomcatContextCustomizer customizer = (
				context) -> context.getParent().getParent().getPipeline().addValve(new UnreadBodyValve());
		return (server) -> server.addContextCustomizers(customizer);
	}

}
