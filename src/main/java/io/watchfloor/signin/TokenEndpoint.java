package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import com.nimbusds.jose.jwk.JWK;
import io.watchfloor.http.RequestFactories;
import org.jspecify.annotations.Nullable;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

/**
 * How Watchfloor talks to Entra ID from server to server: with time limits, without
 * following redirects, and proving who it is by a certificate where it has one.
 */
final class TokenEndpoint {

	/**
	 * How long Entra may take, for a connection and for an answer.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * Entra takes assertions of at most ten minutes; five leave room for clocks that
	 * differ.
	 */
	private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(5);

	private final @Nullable JWK certificate;

	private final RestClient http;

	TokenEndpoint(@Nullable JWK certificate, Duration patience, EntraHealth contact) {
		this.certificate = certificate;
		this.http = RestClient.builder()
			.requestFactory(RequestFactories.create(patience, patience))
			.requestInterceptor(contact)
			.requestInterceptor(new ResponseSizeInterceptor())
			.configureMessageConverters((converters) -> {
				converters.addCustomConverter(new FormHttpMessageConverter());
				converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
			})
			.defaultStatusHandler(new EntraErrorHandler())
			.build();
	}

	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> forCodes() {
		RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(this.http);
		if (this.certificate != null) {
			client.addParametersConverter(assertion(this.certificate));
		}
		return (request) -> withIdToken(client.getTokenResponse(request));
	}

	/**
	 * Spring reads the ID token as a text without asking whether it is one.
	 */
	private static OAuth2AccessTokenResponse withIdToken(OAuth2AccessTokenResponse answer) {
		Object idToken = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		if (idToken instanceof String text && StringUtils.hasText(text)) {
			return answer;
		}
		throw new OAuth2AuthorizationException(
				new OAuth2Error("invalid_id_token", "The answer of the token endpoint has no ID token", null));
	}

	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> forRefreshTokens() {
		RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
		client.setRestClient(this.http);
		if (this.certificate != null) {
			client.addParametersConverter(assertion(this.certificate));
		}
		return client;
	}

	private static <T extends AbstractOAuth2AuthorizationGrantRequest> NimbusJwtClientAuthenticationParametersConverter<T> assertion(
			JWK certificate) {
		var converter = new NimbusJwtClientAuthenticationParametersConverter<T>((registration) -> certificate);
		converter.setJwtClientAssertionCustomizer(TokenEndpoint.<T>asEntraWants());
		return converter;
	}

	/**
	 * Spring leaves out the type and the beginning of the assertion's life, and lets it
	 * live for a minute.
	 */
	private static <T extends AbstractOAuth2AuthorizationGrantRequest> Consumer<NimbusJwtClientAuthenticationParametersConverter.JwtClientAuthenticationContext<T>> asEntraWants() {
		return (context) -> {
			Instant now = Instant.now();
			context.getHeaders().type("JWT");
			context.getClaims().notBefore(now).issuedAt(now).expiresAt(now.plus(ASSERTION_LIFETIME));
		};
	}

}
