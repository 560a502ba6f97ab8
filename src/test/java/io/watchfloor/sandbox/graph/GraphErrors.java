package io.watchfloor.sandbox.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.defender.Answer;
import io.watchfloor.sandbox.defender.ApiError;
import io.watchfloor.sandbox.defender.Json;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refusals in Graph's words, and what every answer of Graph says about the call.
 */
final class GraphErrors {

	static final String JSON = "application/json;odata.metadata=minimal;odata.streaming=true;"
			+ "IEEE754Compatible=false;charset=utf-8";

	private static final Pattern CLAIMS = Pattern.compile("claims=\"([^\"]*)\"");

	/**
	 * What is wrong with a token, by a word of what the Defender API says of it.
	 */
	private static final Map<String, String> TOKEN_MESSAGES = Map.of("(audience)",
			"Access token validation failure. Invalid audience.", "(expired)",
			"Lifetime validation failed, the token is expired.", "lacks claims",
			"Continuous access evaluation resulted in challenge with result: InteractionRequired.", "no bearer token",
			"Access token is empty.");

	private GraphErrors() {
	}

	static ApiError badRequest(String message) {
		return new ApiError(400, "BadRequest", message, Map.of());
	}

	static ApiError noSuchSegment(String path) {
		return badRequest("Resource not found for the segment '" + path.substring(path.lastIndexOf('/') + 1) + "'.");
	}

	static ApiError noSuchIncident() {
		return new ApiError(404, "ResourceNotFound", "The incident was not found.", Map.of());
	}

	static ApiError forbidden(String scope) {
		return new ApiError(403, "Forbidden", "Missing application scopes. The call requires one of: " + scope + ", "
				+ scope.replace("Read", "ReadWrite") + '.', Map.of());
	}

	static ApiError forbiddenToWrite() {
		return new ApiError(403, "Forbidden",
				"Missing application scopes. The call requires one of: " + SandboxApi.GRAPH.writeScope() + '.',
				Map.of());
	}

	static ApiError internal() {
		return new ApiError(500, "InternalServerError", "The request could not be completed.", Map.of());
	}

	/**
	 * Put a refusal in Graph's words, those of the Defender API included.
	 */
	static Answer answer(ApiError error, HttpServletRequest request) {
		Map<String, String> headers = headers(request);
		headers.putAll(error.headers());
		if (error.status() == 401) {
			headers.put("WWW-Authenticate", challenge(error));
		}
		ObjectNode body = Json.object();
		body.putObject("error")
			.put("code", code(error))
			.put("message", message(error))
			.putObject("innerError")
			.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""))
			.put("request-id", headers.get("request-id"))
			.put("client-request-id", headers.get("client-request-id"));
		return new Answer(error.status(), headers, JSON, Json.body(body));
	}

	/**
	 * What every answer says about the call.
	 */
	static Map<String, String> headers(HttpServletRequest request) {
		String id = UUID.randomUUID().toString();
		String ofClient = request.getHeader("client-request-id");
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("request-id", id);
		headers.put("client-request-id", (ofClient != null) ? ofClient : id);
		headers.put("Strict-Transport-Security", "max-age=31536000");
		return headers;
	}

	private static String code(ApiError error) {
		return switch (error.status()) {
			case 400 -> "BadRequest";
			case 401 -> "InvalidAuthenticationToken";
			case 403 -> "Forbidden";
			case 404 -> "ResourceNotFound";
			case 405 -> "Request_BadRequest";
			case 429 -> "TooManyRequests";
			case 503 -> "ServiceUnavailable";
			case 504 -> "UnknownError";
			default -> error.code();
		};
	}

	private static String message(ApiError error) {
		String told = String.valueOf(error.getMessage());
		return switch (error.status()) {
			case 401 -> ofToken(told);
			case 429 -> "Too many requests.";
			case 504 -> "";
			default -> told;
		};
	}

	private static String ofToken(String told) {
		return TOKEN_MESSAGES.entrySet()
			.stream()
			.filter((message) -> told.contains(message.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("Access token validation failure.");
	}

	/**
	 * Where tokens come from, and which claims they lack.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge">Claims
	 * challenges</a>
	 */
	private static String challenge(ApiError error) {
		String origin = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\""
				+ SandboxApi.GRAPH.id() + '"';
		Matcher claims = CLAIMS.matcher(error.headers().getOrDefault("WWW-Authenticate", ""));
		return claims.find() ? origin + ", errorDescription=\"" + message(error) + "\", error=\"insufficient_claims\", "
				+ claims.group() : origin;
	}

}
