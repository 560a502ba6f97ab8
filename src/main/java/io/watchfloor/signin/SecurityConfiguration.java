package io.watchfloor.signin;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Who may ask for what, and what every answer says to the browser.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/", "/error", "/theme", "/css/**", "/js/**", "/icons/**", "/favicon.ico",
			"/actuator/health/**", FailedSignIn.PATH };

	@Bean
	SecurityFilterChain pages(HttpSecurity http, SignInSettings settings, ClientRegistrationRepository registrations,
			SessionTokens tokens, ClaimsChallenge challenge, AnalystSessions sessions, SessionEndings endings,
			AuditLog audit) {
		SignInRequests requests = new SignInRequests(registrations, challenge);
		PendingSignIns pending = new PendingSignIns();
		ToEntra toEntra = new ToEntra(requests, pending);
		SignInOutcome outcome = new SignInOutcome(challenge, sessions, audit);
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
				.successHandler(outcome)
				.failureHandler(outcome))
			.exceptionHandling((exceptions) -> exceptions
				.authenticationEntryPoint(toEntra)
				.accessDeniedHandler(new ExpiredForms()))
			.addFilterBefore(new SessionLimits(sessions, endings), SecurityContextHolderFilter.class)
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.logout((logout) -> logout
				.addLogoutHandler(endings)
				.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(
						ClearSiteDataHeaderWriter.Directive.CACHE, ClearSiteDataHeaderWriter.Directive.STORAGE)))
				.logoutSuccessHandler(new SignOut(settings)))
			.headers((headers) -> headers(headers, settings))
			.csrf(Customizer.withDefaults())
			.build();
		// @formatter:on
	}

	/**
	 * Sign-out redirects to the authority, and some browsers apply {@code form-action} to
	 * redirects too.
	 */
	private static void headers(HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
		String policy = String.join("; ",
				List.of("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
						"font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'",
						"frame-ancestors 'none'", "form-action 'self' " + settings.authorityOrigin()));
		// @formatter:off
		headers
			.contentSecurityPolicy((csp) -> csp.policyDirectives(policy))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions.policy(
					"camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)"));
		// @formatter:on
	}

}
