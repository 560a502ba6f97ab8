package io.watchfloor.signin;

import io.watchfloor.signin.headers.ResponseHeaderWriter;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Who may ask for what, and what every answer says to the browser.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/", "/error", "/theme", "/css/**", "/js/**", "/icons/**", "/favicon.ico",
			"/actuator/health/**", SignInResultHandler.FAILURE_PATH };

	@Bean
	SecurityFilterChain pages(HttpSecurity http, SignInSettings settings, ClientRegistrationRepository registrations,
			SessionTokenRepository tokens, ClaimsChallengeRepository challenge, AnalystSessions sessions,
			SessionEndHandler endings, RotatedSessionIds former, AuditLog audit, ResponseHeaderWriter responseHeaders) {
		SignInRequestResolver requests = new SignInRequestResolver(registrations, challenge);
		PendingSignInRepository pending = new PendingSignInRepository();
		EntraEntryPoint toEntra = new EntraEntryPoint(requests, pending);
		SignInResultHandler outcome = new SignInResultHandler(challenge, sessions, audit);
		// @formatter:off
		return http
			.authorizeHttpRequests((requestsTo) -> requestsTo
				.requestMatchers(PUBLIC).permitAll()
				.anyRequest().authenticated())
			.oauth2Login((login) -> login
				.loginPage("/")
				.authorizedClientRepository(tokens)
				.authorizationEndpoint((endpoint) -> endpoint
					.authorizationRequestResolver(requests)
					.authorizationRequestRepository(pending)
					.authorizationRedirectStrategy(toEntra))
				// Spring's own details print the session's id
				.authenticationDetailsSource((request) -> new WebAuthenticationDetails(request.getRemoteAddr(), null))
				.successHandler(outcome)
				.failureHandler(outcome))
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint(toEntra)
				.accessDeniedHandler(new LogoutAccessDeniedHandler()))
			.addFilterBefore(new SessionLimitFilter(sessions, endings), SecurityContextHolderFilter.class)
			.addFilterBefore(new CrossSiteFormFilter(), CsrfFilter.class)
			.addFilterAfter(new RotatedSessionFilter(former), HeaderWriterFilter.class)
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.logout((logout) -> logout
				.addLogoutHandler(endings)
				.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(
						ClearSiteDataHeaderWriter.Directive.CACHE, ClearSiteDataHeaderWriter.Directive.STORAGE)))
				.logoutSuccessHandler(new EntraLogoutSuccessHandler(settings)))
			.headers((headers) -> headers.defaultsDisabled().addHeaderWriter(responseHeaders))
			.csrf(Customizer.withDefaults())
			.build();
		// @formatter:on
	}

	@Bean
	ResponseHeaderWriter responseHeaders(SignInSettings settings) {
		return new ResponseHeaderWriter(settings.authorityOrigin());
	}

	@Bean
	ServletContextInitializer sessionCookie(ServerProperties server) {
		return new SessionCookieInitializer(server);
	}

}
