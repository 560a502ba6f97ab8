package io.watchfloor.defender;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
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
 * Puts the token of the analyst who is signed in on each call, and on calls to the API's
 * origin only. A token that the API refuses is reported and the call tried once more with
 * the one that takes its place. Spring's own interceptor neither tries again nor reads a
 * claims challenge.
 */
final class TokenInterceptor implements ClientHttpRequestInterceptor {

	private final URI api;

	private final String registrationId;

	private final OAuth2AuthorizedClientManager tokens;

	private final OAuth2AuthorizationFailureHandler refusals;

	TokenInterceptor(URI api, String registrationId, OAuth2AuthorizedClientManager tokens,
			OAuth2AuthorizationFailureHandler refusals) {
		this.api = api;
		this.registrationId = registrationId;
		this.tokens = tokens;
		this.refusals = refusals;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		requireOwnOrigin(request.getURI());
		Authentication analyst = analyst();
		OAuth2AuthorizedClient client = authorize(analyst);
		request.getHeaders().setBearerAuth(client.getAccessToken().getTokenValue());
		ClientHttpResponse response = execution.execute(request, body);
		if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
			return response;
		}
		report(client, analyst, response.getHeaders());
		OAuth2AuthorizedClient renewed = authorize(analyst);
		if (renewed.getAccessToken().getTokenValue().equals(client.getAccessToken().getTokenValue())) {
			return response;
		}
		response.close();
		request.getHeaders().setBearerAuth(renewed.getAccessToken().getTokenValue());
		return execution.execute(request, body);
	}

	private void requireOwnOrigin(URI uri) {
		boolean own = this.api.getScheme().equals(uri.getScheme()) && this.api.getHost().equals(uri.getHost())
				&& this.api.getPort() == uri.getPort();
		if (!own) {
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
		this.refusals.onAuthorizationFailure(new ClientAuthorizationException(error, this.registrationId), analyst,
				Map.of(OAuth2AuthorizedClient.class.getName(), client));
	}

}
