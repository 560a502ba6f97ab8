package io.watchfloor.defender;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import io.watchfloor.http.BearerChallenge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * Adds the access token of the analyst who is signed in to each request, and refuses
 * requests to any other origin than the API's. When the API refuses a token (401), the
 * token is reported, and a request that only reads is sent once more with the token that
 * replaces it; one that changes something is never sent twice. Spring's own interceptor
 * neither sends again nor reads a claims challenge.
 */
final class TokenInterceptor implements ClientHttpRequestInterceptor {

	private final URI api;

	private final String registrationId;

	private final OAuth2AuthorizedClientManager tokens;

	private final OAuth2AuthorizationFailureHandler failureHandler;

	TokenInterceptor(URI api, String registrationId, OAuth2AuthorizedClientManager tokens,
			OAuth2AuthorizationFailureHandler failureHandler) {
		this.api = api;
		this.registrationId = registrationId;
		this.tokens = tokens;
		this.failureHandler = failureHandler;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		requireApiOrigin(request.getURI());
		Authentication analyst = analyst();
		OAuth2AuthorizedClient client = authorize(analyst);
		request.getHeaders().setBearerAuth(client.getAccessToken().getTokenValue());
		ClientHttpResponse response = execution.execute(request, body);
		if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
			return response;
		}
		report(client, analyst, response.getHeaders());
		if (request.getMethod() != HttpMethod.GET) {
			return response;
		}
		OAuth2AuthorizedClient renewed = authorize(analyst);
		if (renewed.getAccessToken().getTokenValue().equals(client.getAccessToken().getTokenValue())) {
			return response;
		}
		response.close();
		request.getHeaders().setBearerAuth(renewed.getAccessToken().getTokenValue());
		return execution.execute(request, body);
	}

	private void requireApiOrigin(URI uri) {
		boolean toApi = this.api.getScheme().equals(uri.getScheme()) && this.api.getHost().equals(uri.getHost())
				&& this.api.getPort() == uri.getPort();
		if (!toApi) {
			throw new IllegalArgumentException("The token goes to the configured API and nowhere else");
		}
	}

	private static Authentication analyst() {
		Authentication analyst = SecurityContextHolder.getContext().getAuthentication();
		if (analyst == null) {
			throw new IllegalStateException("Nobody is signed in");
		}
		return analyst;
	}

	private OAuth2AuthorizedClient authorize(Authentication analyst) {
		OAuth2AuthorizedClient client = this.tokens
			.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(this.registrationId).principal(analyst).build());
		if (client == null) {
			throw new IllegalStateException("No token for " + this.registrationId);
		}
		return client;
	}

	private void report(OAuth2AuthorizedClient client, Authentication analyst, HttpHeaders headers) {
		String claims = BearerChallenge.claims(headers.getOrDefault(HttpHeaders.WWW_AUTHENTICATE, List.of()));
		OAuth2Error error = (claims != null) ? new OAuth2Error("insufficient_claims", claims, null)
				: new OAuth2Error("invalid_token");
		this.failureHandler.onAuthorizationFailure(new ClientAuthorizationException(error, this.registrationId),
				analyst, Map.of(OAuth2AuthorizedClient.class.getName(), client));
	}

}
