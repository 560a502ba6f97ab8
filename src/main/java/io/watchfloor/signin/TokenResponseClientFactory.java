package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

import io.watchfloor.http.RequestFactories;
import io.watchfloor.http.ResponseSizeInterceptor;
import io.watchfloor.signin.advice.EntraErrorHandler;
import io.watchfloor.signin.credential.CertificateFile;
import io.watchfloor.signin.credential.SecretFile;
import org.jspecify.annotations.Nullable;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

/**
 * Creates the clients that redeem authorization codes and refresh tokens at Entra's token
 * endpoint: with timeouts, without following redirects, and authenticated by a
 * certificate, or by a secret from a file, if there is one. A secret that is a setting is
 * in the client registration.
 */
final class TokenResponseClientFactory {

	/**
	 * The timeout for connecting and for reading.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(10);

	/**
	 * Entra accepts lifetimes of up to ten minutes; five leave room for clocks that
	 * differ.
	 */
	private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(5);

	private final @Nullable CertificateFile certificate;

	private final @Nullable SecretFile secret;

	private final @Nullable String claims;

	private final RestClient http;

	/**
	 * Create a factory.
	 * @param claims the claims request of each refresh as JSON, or {@code null} for none.
	 * A code has those of the sign-in that it came from; Microsoft's own libraries repeat
	 * the client's capabilities when they refresh
	 */
	TokenResponseClientFactory(@Nullable CertificateFile certificate, @Nullable SecretFile secret,
			@Nullable String claims, Duration timeout, EntraHealth health) {
		this.certificate = certificate;
		this.secret = secret;
		this.claims = claims;
		this.http = RestClient.builder()
			.requestFactory(RequestFactories.create(timeout, timeout))
			.requestInterceptor(health)
			.requestInterceptor(new ResponseSizeInterceptor())
			.configureMessageConverters((converters) -> {
				converters.addCustomConverter(new FormHttpMessageConverter());
				converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
			})
			.defaultStatusHandler(new EntraErrorHandler())
			.build();
	}

	/**
	 * Return when the certificate ends, or {@code null} if there is none.
	 */
	@Nullable Instant certificateEnd() {
		return (this.certificate != null) ? this.certificate.end() : null;
	}

	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> authorizationCodeClient() {
		RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
		authenticate(client);
		return (request) -> requireIdToken(requireBearer(client.getTokenResponse(request)));
	}

	/**
	 * Require a bearer token: Spring takes others as well, and the API is sent all of
	 * them as bearer tokens (RFC 6749, section 7.1).
	 */
	private static OAuth2AccessTokenResponse requireBearer(OAuth2AccessTokenResponse response) {
		if (OAuth2AccessToken.TokenType.BEARER.equals(response.getAccessToken().getTokenType())) {
			return response;
		}
		throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response",
				"The answer of the token endpoint has a token of another type than Bearer", null));
	}

	/**
	 * Require an ID token: Spring takes it for a text without checking that it is one.
	 */
	private static OAuth2AccessTokenResponse requireIdToken(OAuth2AccessTokenResponse response) {
		Object idToken = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		if (idToken instanceof String text && StringUtils.hasText(text)) {
			return response;
		}
		throw new OAuth2AuthorizationException(
				new OAuth2Error("invalid_id_token", "The answer of the token endpoint has no ID token", null));
	}

	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokenClient() {
		RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
		authenticate(client);
		if (this.claims != null) {
			MultiValueMap<String, String> parameters = MultiValueMap.fromSingleValue(Map.of("claims", this.claims));
			client.addParametersConverter((request) -> parameters);
		}
		return (request) -> RefreshedIdToken.requireSame(requireBearer(client.getTokenResponse(request)),
				request.getClientRegistration(), SecurityContextHolder.getContext().getAuthentication());
	}

	private <T extends AbstractOAuth2AuthorizationGrantRequest> void authenticate(
			AbstractRestClientOAuth2AccessTokenResponseClient<T> client) {
		client.setRestClient(this.http);
		if (this.certificate != null) {
			client.addParametersConverter(clientAssertion(this.certificate));
		}
		SecretFile file = this.secret;
		if (file != null) {
			client.setParametersCustomizer(
					(parameters) -> parameters.set(OAuth2ParameterNames.CLIENT_SECRET, file.secret()));
		}
	}

	private static <T extends AbstractOAuth2AuthorizationGrantRequest> NimbusJwtClientAuthenticationParametersConverter<T> clientAssertion(
			CertificateFile certificate) {
		var converter = new NimbusJwtClientAuthenticationParametersConverter<T>((registration) -> certificate.key());
		converter.setJwtClientAssertionCustomizer(TokenResponseClientFactory.<T>assertionCustomizer());
		return converter;
	}

	/**
	 * Add the type and the start of validity, which Spring omits, and extend its lifetime
	 * of one minute.
	 */
	private static <T extends AbstractOAuth2AuthorizationGrantRequest> Consumer<NimbusJwtClientAuthenticationParametersConverter.JwtClientAuthenticationContext<T>> assertionCustomizer() {
		return (context) -> {
			Instant now = Instant.now();
			context.getHeaders().type("JWT");
			context.getClaims().notBefore(now).issuedAt(now).expiresAt(now.plus(ASSERTION_LIFETIME));
		};
	}

}
