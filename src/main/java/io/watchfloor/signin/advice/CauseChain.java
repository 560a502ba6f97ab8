package io.watchfloor.signin.advice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.http.BodyTooLargeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.RestClientResponseException;

/**
 * Collects what an exception and its causes say about a failure. Spring Security reads
 * the body of an error only if its status is 400. Others, such as 401 for a wrong client
 * secret, become {@code invalid_token_response} with the body in the cause.
 */
final class CauseChain {

	private static final int MAX_TEXT = 16_384;

	private static final int MAX_DEPTH = 12;

	private final List<String> texts = new ArrayList<>();

	private @Nullable String oauthError;

	private @Nullable String bodyError;

	private @Nullable String claims;

	private boolean overloaded;

	private boolean disconnected;

	private CauseChain() {
	}

	static CauseChain of(OAuth2Error error) {
		CauseChain chain = new CauseChain();
		chain.add(error);
		return chain;
	}

	static CauseChain of(Throwable failure) {
		CauseChain chain = new CauseChain();
		Throwable next = failure;
		for (int depth = 0; next != null && depth < MAX_DEPTH; depth++) {
			chain.add(next);
			next = next.getCause();
		}
		return chain;
	}

	/**
	 * Return the most accurate OAuth error: the one in the response, else that the
	 * authority was busy or did not answer, else the one that Spring Security chose.
	 */
	@Nullable String error() {
		if (this.bodyError != null) {
			return this.bodyError;
		}
		if (this.overloaded) {
			return "temporarily_unavailable";
		}
		return (this.disconnected) ? SignInFailure.CONNECTION_FAILED : this.oauthError;
	}

	/**
	 * Return the claims that the authority requires, or {@code null}.
	 */
	@Nullable String claims() {
		return this.claims;
	}

	/**
	 * Return foreign texts of bounded length to search for ids.
	 */
	List<String> texts() {
		return this.texts;
	}

	private void add(Throwable failure) {
		if (failure instanceof OAuth2AuthenticationException oauth) {
			add(oauth.getError());
		}
		else if (failure instanceof OAuth2AuthorizationException oauth) {
			add(oauth.getError());
		}
		else if (failure instanceof RestClientResponseException response) {
			add(response);
		}
		else if (failure instanceof IOException && !(failure instanceof BodyTooLargeException)) {
			this.disconnected = true;
		}
	}

	private void add(OAuth2Error error) {
		if (this.oauthError == null) {
			this.oauthError = error.getErrorCode();
		}
		if (this.claims == null && error instanceof EntraError entra) {
			this.claims = entra.claims();
		}
		String description = error.getDescription();
		if (description != null) {
			this.texts.add(shortened(description));
		}
	}

	private void add(RestClientResponseException response) {
		int status = response.getStatusCode().value();
		this.overloaded = status >= 500 || status == HttpStatus.TOO_MANY_REQUESTS.value();
		byte[] body = response.getResponseBodyAsByteArray();
		String text = new String(body, 0, Math.min(body.length, MAX_TEXT), StandardCharsets.UTF_8);
		this.texts.add(text);
		readBody(text);
	}

	private void readBody(String body) {
		try {
			JsonNode json = JsonMapper.shared().readTree(body);
			this.bodyError = json.path("error").stringValue(null);
			this.claims = ClaimsRequest.parse(json.path("claims"));
		}
		catch (JacksonException ex) {
			// Not JSON, such as a gateway's page: only its text is searched
		}
	}

	private static String shortened(String text) {
		return text.substring(0, Math.min(text.length(), MAX_TEXT));
	}

}
