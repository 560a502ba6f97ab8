package io.watchfloor.signin.refusal;

import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Configures what refuses requests before the filter chain of {@code signin}.
 */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

	/**
	 * The order of the first of these filters: after the one that gives each request its
	 * id and after that of Spring Session, so that it is known whether there is a
	 * session, and before those that read parameters.
	 */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 60;

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
