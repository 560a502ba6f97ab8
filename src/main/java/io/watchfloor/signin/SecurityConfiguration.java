package io.watchfloor.signin;

import java.time.Clock;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.consent.WriteConsent;
import io.watchfloor.signin.consent.WriteConsentFilter;
import io.watchfloor.signin.encryption.SessionKeySettings;
import io.watchfloor.signin.encryption.SessionKeys;
import io.watchfloor.signin.headers.ResponseHeaderWriter;
import io.watchfloor.signin.refusal.KnownHostFilter;
import io.watchfloor.signin.refusal.SessionCreationFilter;
import io.watchfloor.signin.refusal.UnsafeRequestFilter;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Configures who may request what, and the headers of every response.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/", "/error", "/theme", "/css/**", "/js/**", "/icons/**", "/favicon.ico",
			"/actuator/health/**", SignInResultHandler.FAILURE_PATH };

	@Bean
	SecurityFilterChain pages(HttpSecurity http, SignInSettings settings, ApiAccess access, PublicAddress publicAddress,
			SignInRequestFactory signInRequests, SessionTokenRepository tokens,
			ClaimsChallengeRepository claimsChallenges, AnalystSessions sessions, SessionEndHandler sessionEndHandler,
			RotatedSessionIds rotatedIds, ObjectProvider<WriteConsent> writeConsents, AuditLog audit,
			ResponseHeaderWriter responseHeaders,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages,
			Clock clock) {
		WriteConsent writeConsent = writeConsents.getIfAvailable();
		SignInRequestResolver requestResolver = new SignInRequestResolver(signInRequests, claimsChallenges, access,
				writeConsent);
		PendingSignInRepository pendingSignIns = new PendingSignInRepository(signInRequests, clock);
		EntraEntryPoint entryPoint = new EntraEntryPoint(requestResolver, pendingSignIns, pages);
		SignInResultHandler resultHandler = new SignInResultHandler(claimsChallenges, sessions, rotatedIds, audit,
				writeConsent);
		if (writeConsent != null) {
			http.addFilterBefore(
					new WriteConsentFilter(writeConsent,
							(request) -> ReturnAddress.of(request, request.getParameter("back"))),
					OAuth2AuthorizationRequestRedirectFilter.class);
		}
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
				.accessDeniedHandler(accessDeniedHandler(audit)))
			.addFilterBefore(new SessionLimitFilter(sessions, sessionEndHandler), SecurityContextHolderFilter.class)
			.addFilterBefore(new SessionCreationFilter(EntraClientRegistration.REDIRECT_PATH), SessionLimitFilter.class)
			.addFilterAfter(new RotatedSessionFilter(rotatedIds), HeaderWriterFilter.class)
			.sessionManagement((management) -> management.sessionAuthenticationStrategy(rotatedIds))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.logout((logout) -> logout
				.addLogoutHandler(sessionEndHandler)
				.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(
						ClearSiteDataHeaderWriter.Directive.CACHE, ClearSiteDataHeaderWriter.Directive.STORAGE)))
				.logoutSuccessHandler(new EntraLogoutSuccessHandler(settings, publicAddress)))
			.headers((headers) -> headers.defaultsDisabled().addHeaderWriter(responseHeaders))
			.csrf(Customizer.withDefaults())
			.build();
		// @formatter:on
	}

	private static AccessDeniedHandler accessDeniedHandler(AuditLog audit) {
		AccessDeniedHandler delegate = new AccessDeniedHandlerImpl();
		return (request, response, failure) -> {
			if (failure instanceof CsrfException) {
				audit.requestRefused(request, AnalystSessions.analyst(request.getSession(false)), "csrf");
			}
			delegate.handle(request, response, failure);
		};
	}

	/**
	 * Refuses unsafe requests before the filters that read parameters.
	 */
	@Bean
	FilterRegistrationBean<UnsafeRequestFilter> unsafeRequestFilter(ResponseHeaderWriter responseHeaders,
			AuditLog audit) {
		FilterRegistrationBean<UnsafeRequestFilter> registration = new FilterRegistrationBean<>(
				new UnsafeRequestFilter(responseHeaders, (request, reason) -> audit.requestRefused(request,
						AnalystSessions.analyst(request.getSession(false)), reason)));
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setOrder(UnsafeRequestFilter.ORDER);
		return registration;
	}

	@Bean
	ResponseHeaderWriter responseHeaders(SignInSettings settings) {
		return new ResponseHeaderWriter(settings.authorityOrigin());
	}

	@Bean
	SignInRequestFactory signInRequestFactory(ClientRegistration entraRegistration, ApiAccess access,
			PublicAddress publicAddress, ServerProperties server, ObjectProvider<SessionKeys> sharedKeys) {
		String contextPath = server.getServlet().getContextPath();
		PublicAddress checked = publicAddress.checked((contextPath != null) ? contextPath : "");
		SessionKeys keys = sharedKeys.getIfAvailable();
		return (keys != null) ? new SignInRequestFactory(entraRegistration, access, checked, keys.derived("sign-in"))
				: new SignInRequestFactory(entraRegistration, access, checked);
	}

	@Bean
	ServletContextInitializer sessionCookie(ServerProperties server, PublicAddress publicAddress,
			SessionKeySettings sessions, Environment environment) {
		TrustedProxies.require(server, environment);
		return new SessionCookieInitializer(server, publicAddress, sessions.isShared());
	}

	/**
	 * Refuses other hosts where the administrator has named Watchfloor's own.
	 */
	@Bean
	FilterRegistrationBean<KnownHostFilter> knownHostFilter(PublicAddress publicAddress) {
		String host = publicAddress.host();
		FilterRegistrationBean<KnownHostFilter> registration = new FilterRegistrationBean<>(
				new KnownHostFilter((host != null) ? host : ""));
		registration.setEnabled(host != null);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setOrder(KnownHostFilter.ORDER);
		return registration;
	}

}
