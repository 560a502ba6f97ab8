package io.watchfloor.signin;

import java.io.IOException;
import java.net.URI;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.client.ResponseErrorHandler;

/**
 * Reads the errors of Entra's token endpoint whatever their HTTP status. Spring's own
 * handler reads those with status 400 and hides the others, a wrong client secret (401)
 * among them, in the text of an exception.
 */
final class EntraErrorHandler implements ResponseErrorHandler {

	private static final int LONGEST_BODY = 64 * 1024;

	private final JsonMapper json = new JsonMapper();

	@Override
	public boolean hasError(ClientHttpResponse response) throws IOException {
		return !response.getStatusCode().is2xxSuccessful();
	}

	@Override
	public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
		throw new OAuth2AuthorizationException(error(response));
	}

	private OAuth2Error error(ClientHttpResponse response) throws IOException {
		JsonNode body = body(response);
		String code = (body != null) ? text(body, "error") : null;
		if (body == null || code == null) {
			String status = "HTTP status " + response.getStatusCode().value() + " without an OAuth error";
			return new OAuth2Error(response.getStatusCode().is5xxServerError()
					? OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE : OAuth2ErrorCodes.SERVER_ERROR, status, null);
		}
		return new EntraError(code, text(body, "error_description"), text(body, "claims"));
	}

	private @Nullable JsonNode body(ClientHttpResponse response) throws IOException {
		try {
			return this.json.readTree(response.getBody().readNBytes(LONGEST_BODY));
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable String text(JsonNode body, String name) {
		JsonNode value = body.path(name);
		return value.isString() ? value.stringValue() : null;
	}

}
