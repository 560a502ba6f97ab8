package io.watchfloor.sandbox.entra;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Refusals of the token endpoint in Entra's JSON.
 */
final class TokenErrors implements AuthenticationFailureHandler {

	/** What the claims challenge of a refused refresh asks for. */
	private static final String CLAIMS = "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"55555555-aaaa-4000-8000-000000000000\"]}}}";

	private final JsonMapper json = new JsonMapper();

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		EntraRefusal refusal = (exception instanceof EntraRefusal ours) ? ours
				: translate(((OAuth2AuthenticationException) exception).getError());
		send(response, refusal);
	}

	void send(HttpServletResponse response, EntraRefusal refusal) throws IOException {
		if (refusal.reason() == EntraError.UNAVAILABLE) {
			EntraPages.send(response, 503, EntraPages.error("The service is unavailable."));
			return;
		}
		response.setStatus(refusal.reason().status());
		response.setContentType("application/json; charset=utf-8");
		response.setHeader("Cache-Control", "no-store, no-cache");
		response.getOutputStream().write(this.json.writeValueAsBytes(body(refusal)));
	}

	private static Map<String, Object> body(EntraRefusal refusal) {
		ErrorStamp stamp = new ErrorStamp();
		EntraError reason = refusal.reason();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", reason.error());
		body.put("error_description",
				stamp.appendTo(Objects.toString(refusal.getError().getDescription(), reason.error())));
		body.put("error_codes", List.of(reason.number()));
		body.put("timestamp", stamp.timestamp());
		body.put("trace_id", stamp.traceId());
		body.put("correlation_id", stamp.correlationId());
		body.put("error_uri", "https://login.microsoftonline.com/error?code=" + reason.number());
		if (reason == EntraError.MULTI_FACTOR) {
			body.put("suberror", "basic_action");
			body.put("claims", CLAIMS);
		}
		return body;
	}

	/** The words are those of Spring Authorization Server. */
	private static EntraRefusal translate(OAuth2Error error) {
		String description = Objects.toString(error.getDescription(), "");
		if (description.endsWith(": client_secret")) {
			return new EntraRefusal(EntraError.SECRET);
		}
		if (description.endsWith(": code_verifier")) {
			return new EntraRefusal(EntraError.VERIFIER);
		}
		return new EntraRefusal(switch (error.getErrorCode()) {
			case "invalid_grant" -> EntraError.GRANT;
			case "invalid_client" -> EntraError.SECRET;
			case "invalid_scope" -> EntraError.SCOPE;
			default -> EntraError.MALFORMED;
		});
	}

}
