package io.watchfloor.signin.advice;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.util.StringUtils;
import org.springframework.web.client.ResponseErrorHandler;

/**
 * Reads the errors of Entra's token endpoint whatever their HTTP status. Spring's own
 * handler reads only those with status 400; others, such as 401 for a wrong client
 * secret, end up in the text of an exception.
 */
public final class EntraErrorHandler implements ResponseErrorHandler {

	private static final int MAX_BODY_BYTES = 64 * 1024;

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
		if (body != null && StringUtils.hasText(body.path("error").stringValue(""))) {
			return EntraError.of(parameters(body));
		}
		return new OAuth2Error(
				response.getStatusCode().is5xxServerError() ? OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE
						: OAuth2ErrorCodes.SERVER_ERROR,
				"HTTP status " + response.getStatusCode().value() + " without an OAuth error", null);
	}

	private @Nullable JsonNode body(ClientHttpResponse response) throws IOException {
		try {
			return this.json.readTree(response.getBody().readNBytes(MAX_BODY_BYTES));
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static Map<String, String> parameters(JsonNode body) {
		Map<String, String> parameters = new HashMap<>();
		body.forEachEntry(
				(name, value) -> parameters.put(name, value.isString() ? value.stringValue() : value.toString()));
		return parameters;
	}

}
