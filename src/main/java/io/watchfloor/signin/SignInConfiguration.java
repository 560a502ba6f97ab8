package io.watchfloor.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.check.TokenInspector;
import jakarta.servlet.http.HttpSessionListener;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.client.AuthorizationCodeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.DelegatingOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
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
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.util.HttpSessionMutexListener;

/**
 * The parts of signing in, joined.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	@Bean
	ClientRegistration entraRegistration(SignInSettings settings) {
		return EntraClientRegistration.of(settings.checked());
	}

	@Bean
	ClientRegistrationRepository clientRegistrationRepository(ClientRegistration entraRegistration) {
		return new InMemoryClientRegistrationRepository(entraRegistration);
	}

	@Bean
	EntraHealth entraContact(Clock clock) {
		return new EntraHealth(clock);
	}

	@Bean
	TokenResponseClientFactory tokenEndpoint(SignInSettings settings, EntraHealth contact) {
		Path certificate = settings.checked().certificatePath();
		return new TokenResponseClientFactory((certificate != null) ? ClientCertificate.load(certificate) : null,
				TokenResponseClientFactory.PATIENCE, contact);
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeRedemption(
			TokenResponseClientFactory tokenEndpoint) {
		return tokenEndpoint.forCodes();
	}

	@Bean
	JwtDecoderFactory<ClientRegistration> idTokenDecoders(SignInSettings settings, EntraHealth contact) {
		return new IdTokenDecoderFactory(Objects.requireNonNull(settings.checked().tenantId()),
				TokenResponseClientFactory.PATIENCE, contact);
	}

	/**
	 * UserInfo is never asked: the token is for the Defender API, and UserInfo refuses
	 * it.
	 */
	@Bean
	OAuth2UserService<OidcUserRequest, OidcUser> analysts() {
		OidcUserService service = new OidcUserService();
		service.setRetrieveUserInfo((request) -> false);
		service.setOidcUserConverter((source) -> {
			OidcIdToken idToken = source.getUserRequest().getIdToken();
			return new Analyst(idToken);
		});
		return service;
	}

	@Bean
	SessionTokenRepository sessionTokens(ClientRegistration entraRegistration) {
		return new SessionTokenRepository(entraRegistration);
	}

	@Bean
	FilterRegistrationBean<RequestIdFilter> requestId() {
		FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	AuditLog auditLog(MeterRegistry meters) {
		return new AuditLog(meters);
	}

	@Bean
	AnalystSessions analystSessions(SignInSettings settings, Clock clock, MeterRegistry meters) {
		return new AnalystSessions(settings.sessionLimit(), clock, meters);
	}

	@Bean
	SessionEndHandler sessionEndings(AnalystSessions sessions, AuditLog audit) {
		return new SessionEndHandler(sessions, audit);
	}

	@Bean
	RotatedSessionIds formerSessions(Clock clock) {
		return new RotatedSessionIds(clock);
	}

	@Bean
	ClaimsChallengeRepository claimsChallenge(Clock clock) {
		return new ClaimsChallengeRepository(clock);
	}

	@Bean
	AnalystTokenManager analystTokens(ClientRegistrationRepository registrations, SessionTokenRepository tokens,
			TokenResponseClientFactory tokenEndpoint, ClaimsChallengeRepository challenge, AuditLog audit,
			Clock clock) {
		DefaultOAuth2AuthorizedClientManager delegate = delegate(registrations, tokens, tokenEndpoint, clock);
		return new AnalystTokenManager(delegate, tokens, challenge, audit, clock);
	}

	private static DefaultOAuth2AuthorizedClientManager delegate(ClientRegistrationRepository registrations,
			SessionTokenRepository tokens, TokenResponseClientFactory tokenEndpoint, Clock clock) {
		RefreshTokenOAuth2AuthorizedClientProvider refresh = new RefreshTokenOAuth2AuthorizedClientProvider();
		refresh.setAccessTokenResponseClient(tokenEndpoint.forRefreshTokens());
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
	OAuth2AuthorizationFailureHandler refusedTokens(AnalystTokenManager tokens) {
		return (failure, analyst, attributes) -> tokens.refused(failure, attributes);
	}

	@Bean
	AccessTokenService ownToken(AnalystTokenManager tokens, SignInSettings settings, Clock clock) {
		TokenInspector inspector = new TokenInspector(settings.apiScope(), Objects.requireNonNull(settings.tenantId()),
				Objects.requireNonNull(settings.clientId()));
		return new AccessTokenService(tokens, inspector, settings.tokenReveal(), clock);
	}

	@Bean
	SignInAdvisor signInAdvisor(SignInSettings settings) {
		return new SignInAdvisor(settings.checked().authorityHost(), Objects.requireNonNull(settings.tenantId()),
				Objects.requireNonNull(settings.clientId()), settings.apiScope(),
				"https://<where Watchfloor is>" + EntraClientRegistration.REDIRECT_PATH);
	}

	/**
	 * Gives each session the object that its requests take turns on.
	 */
	@Bean
	HttpSessionListener sessionMutex() {
		return new HttpSessionMutexListener();
	}

}
