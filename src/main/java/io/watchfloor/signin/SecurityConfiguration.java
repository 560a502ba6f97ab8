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
 * Configures who may request what, and the headers of every response.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/", "/error", "/theme", "/css/**", "/js/**", "/icons/**", "/favicon.ico",
			"/actuator/health/**", SignInResultHandler.FAILURE_PATH };

	@Bean
	SecurityFilterChain pages(HttpSecurity http, SignInSettings settings, ClientRegistrationRepository registrations,
			SessionTokenRepository tokens, ClaimsChallengeRepository claimsChallenges, AnalystSessions sessions,
			SessionEndHandler sessionEndHandler, RotatedSessionIds rotatedIds, AuditLog audit,
			ResponseHeaderWriter responseHeaders) {
		SignInRequestResolver requestResolver = new SignInRequestResolver(registrations, claimsChallenges);
		PendingSignInRepository pendingSignIns = new PendingSignInRepository();
		EntraEntryPoint entryPoint = new EntraEntryPoint(requestResolver, pendingSignIns);
		SignInResultHandler resultHandler = new SignInResultHandler(claimsChallenges, sessions, audit);
		// @formatter:off
		return http
			.authorizeHttpRequests((requestsTo) -> requestsTo
				.requestMatchers(PUBLIC).permitAll()
				.anyRequest().authenticated())
			.oauth2Login((login) -> login
				.loginPage("/")
				.authorizedClientRepository(tokens)
				.authorizationEndpoint((endpoint) -> endpoint
					.authorizationRequestResolver(requestResolver)
					.authorizationRequestRepository(pendingSignIns)
					.authorizationRedirectStrategy(entryPoint))
				// Spring's own details print the session's id
				.authenticationDetailsSource((request) -> new WebAuthenticationDetails(request.getRemoteAddr(), null))
				.successHandler(resultHandler)
				.failureHandler(resultHandler))
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint(entryPoint)
				.accessDeniedHandler(new LogoutAccessDeniedHandler()))
			.addFilterBefore(new SessionLimitFilter(sessions, sessionEndHandler), SecurityContextHolderFilter.class)
			.addFilterBefore(new CrossSiteFormFilter(), CsrfFilter.class)
			.addFilterAfter(new RotatedSessionFilter(rotatedIds), HeaderWriterFilter.class)
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.logout((logout) -> logout
				.addLogoutHandler(sessionEndHandler)
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
