package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Secures the management port, if there is one: it serves health with details and
 * metrics, and nothing else. Nobody signs in there, and no session begins.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementSecurityConfiguration {

	@Bean
	@Order(0)
	SecurityFilterChain managementPort(HttpSecurity http) {
		// @formatter:off
		return http
			.securityMatcher(ManagementSecurityConfiguration::isManagementPort)
			.authorizeHttpRequests((requestsTo) -> requestsTo
				.requestMatchers(EndpointRequest.to("health", "prometheus")).permitAll()
				.anyRequest().denyAll())
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(RequestCacheConfigurer::disable)
			.logout(LogoutConfigurer::disable)
			.build();
		// @formatter:on
	}

	/**
	 * Reported on the management port only: people must reach Watchfloor also when Entra
	 * does not answer, so the public health must not depend on it.
	 */
	@Bean
	HealthIndicator entraHealthIndicator(EntraHealth entraHealth, TokenResponseClientFactory tokenClients) {
		return () -> entraHealth.health(tokenClients.certificateEnd());
	}

	private static boolean isManagementPort(HttpServletRequest request) {
		return WebServerApplicationContext.hasServerNamespace(
				WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()), "management");
	}

}
