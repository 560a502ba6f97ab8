package io.watchfloor.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.consent.GrantedScopes;
import io.watchfloor.signin.credential.CertificateFile;
import io.watchfloor.signin.credential.SecretFile;
import io.watchfloor.signin.check.TokenInspector;
import io.watchfloor.signin.headers.ResponseHeaderWriter;
import io.watchfloor.signin.refusal.KnownHostFilter;
import io.watchfloor.signin.session.OtherSessions;
import io.watchfloor.signin.session.RecentIds;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.client.AuthorizationCodeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.DelegatingOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * Defines the beans for sign-ins, tokens and sessions.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	@Bean
	ClientRegistration entraRegistration(SignInSettings settings, ApiAccess access) {
		return EntraClientRegistration.of(settings.checked(), access);
	}

	@Bean
	ClientRegistrationRepository clientRegistrationRepository(ClientRegistration entraRegistration) {
		return new InMemoryClientRegistrationRepository(entraRegistration);
	}

	@Bean
	EntraHealth entraHealth(Clock clock) {
		return new EntraHealth(clock);
	}

	@Bean
	TokenResponseClientFactory tokenResponseClientFactory(SignInSettings settings, ApiAccess access,
			EntraHealth entraHealth, Clock clock) {
		Path certificatePath = settings.checked().certificatePath();
		Path secretPath = settings.clientSecretPath();
		CertificateFile certificate = (certificatePath != null) ? new CertificateFile(certificatePath, clock) : null;
		SecretFile secret = (secretPath != null) ? new SecretFile(secretPath, clock) : null;
		return new TokenResponseClientFactory(certificate, secret, access.claimsRequest(null),
				TokenResponseClientFactory.TIMEOUT, entraHealth);
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> authorizationCodeTokenResponseClient(
			TokenResponseClientFactory tokenClients) {
		return tokenClients.authorizationCodeClient();
	}

	@Bean
	JwtDecoderFactory<ClientRegistration> idTokenDecoderFactory(SignInSettings settings, EntraHealth entraHealth) {
		return new IdTokenDecoderFactory(Objects.requireNonNull(settings.checked().tenantId()),
				TokenResponseClientFactory.TIMEOUT, entraHealth);
	}

	/**
	 * UserInfo is never requested: it refuses tokens for other APIs than Microsoft Graph,
	 * and has no claims that the ID token lacks.
	 */
	@Bean
	OAuth2UserService<OidcUserRequest, OidcUser> oidcUserService() {
		OidcUserService service = new OidcUserService();
		service.setRetrieveUserInfo((request) -> false);
		service.setOidcUserConverter((source) -> new Analyst(source.getUserRequest().getIdToken()));
		return service;
	}

	@Bean
	SessionTokenRepository sessionTokenRepository(ClientRegistration entraRegistration,
			ObjectProvider<SessionStore> shared) {
		return new SessionTokenRepository(entraRegistration, store(shared));
	}

	private static SessionStore store(ObjectProvider<SessionStore> shared) {
		return shared.getIfAvailable(() -> SessionStore.IN_MEMORY);
	}

	@Bean
	GrantedScopes grantedScopes(SessionTokenRepository sessionTokenRepository) {
		return sessionTokenRepository::grantedScopes;
	}

	@Bean
	SessionDataKeys sessionDataKeys(ApplicationEventPublisher events, Clock clock) {
		return new SessionDataKeys(events, clock);
	}

	@Bean
	FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
		FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	AuditLog auditLog(MeterRegistry meters, Clock clock) {
		return new AuditLog(meters, clock);
	}

	@Bean
	AnalystSessions analystSessions(SignInSettings settings, ObjectProvider<SessionStore> shared,
			SessionDataKeys dataKeys, Clock clock, MeterRegistry meters) {
		return new AnalystSessions(settings.sessionLimit(), store(shared), dataKeys, clock, meters);
	}

	@Bean
	SessionEndHandler sessionEndHandler(AnalystSessions sessions, SessionDataKeys dataKeys, AuditLog audit) {
		return new SessionEndHandler(sessions, dataKeys, audit);
	}

	@Bean
	OtherSessions otherSessions(SessionEndHandler sessionEndHandler) {
		return sessionEndHandler::endOthers;
	}

	@Bean
	FilterRegistrationBean<FrontChannelLogoutFilter> frontChannelLogoutFilter(SessionEndHandler sessionEndHandler,
			ResponseHeaderWriter responseHeaders) {
		FilterRegistrationBean<FrontChannelLogoutFilter> registration = new FilterRegistrationBean<>(
				new FrontChannelLogoutFilter(sessionEndHandler, responseHeaders));
		registration.setOrder(KnownHostFilter.ORDER + 1);
		return registration;
	}

	@Bean
	RotatedSessionIds rotatedSessionIds(ObjectProvider<RecentIds> shared, Clock clock) {
		return new RotatedSessionIds(shared.getIfAvailable(() -> RecentIds.inMemory(clock)));
	}

	@Bean
	ClaimsChallengeRepository claimsChallengeRepository(ObjectProvider<SessionStore> shared, Clock clock) {
		return new ClaimsChallengeRepository(store(shared), clock);
	}

	@Bean
	AnalystTokenManager analystTokenManager(ClientRegistrationRepository registrations, SessionTokenRepository tokens,
			TokenResponseClientFactory tokenClients, ClaimsChallengeRepository claimsChallenges, AuditLog audit,
			Clock clock) {
		DefaultOAuth2AuthorizedClientManager delegate = delegate(registrations, tokens, tokenClients, clock);
		return new AnalystTokenManager(delegate, tokens, claimsChallenges, audit, clock);
	}

	private static DefaultOAuth2AuthorizedClientManager delegate(ClientRegistrationRepository registrations,
			SessionTokenRepository tokens, TokenResponseClientFactory tokenClients, Clock clock) {
		RefreshTokenOAuth2AuthorizedClientProvider refresh = new RefreshTokenOAuth2AuthorizedClientProvider();
		refresh.setAccessTokenResponseClient(tokenClients.refreshTokenClient());
		refresh.setClock(clock);
		DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(registrations, tokens);
		manager.setAuthorizedClientProvider(
				new DelegatingOAuth2AuthorizedClientProvider(new AuthorizationCodeOAuth2AuthorizedClientProvider(),
						refresh, new ExpiredTokenAuthorizedClientProvider(clock)));
		// The default would send a page's own parameter "scope" to Entra
		manager.setContextAttributesMapper((request) -> Map.of());
		manager.setAuthorizationFailureHandler((failure, analyst, attributes) -> {
		});
		return manager;
	}

	@Bean
	OAuth2AuthorizationFailureHandler authorizationFailureHandler(AnalystTokenManager tokens) {
		return (failure, analyst, attributes) -> tokens.onRefusedToken(failure, attributes);
	}

	@Bean
	AccessTokenService accessTokenService(AnalystTokenManager tokens, SignInSettings settings, ApiAccess access,
			Clock clock) {
		TokenInspector inspector = new TokenInspector(access, Objects.requireNonNull(settings.tenantId()),
				Objects.requireNonNull(settings.clientId()));
		return new AccessTokenService(tokens, inspector, access, settings.tokenReveal(), clock);
	}

	@Bean
	SignInAdvisor signInAdvisor(SignInSettings settings, ApiAccess access) {
		return new SignInAdvisor(settings.checked().authorityHost(), Objects.requireNonNull(settings.tenantId()),
				Objects.requireNonNull(settings.clientId()), access,
				"https://<where Watchfloor is>" + EntraClientRegistration.REDIRECT_PATH);
	}

}
