package io.watchfloor.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/**
 * A refusal of an API: a status, and what its body tells.
 */
public final class ApiError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * How a 401 names where tokens come from.
	 */
	private static final String CHALLENGE = "Bearer realm=\"\", "
			+ "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"";

	private final int status;

	private final String code;

	private final transient Map<String, String> headers;

	/**
	 * Refuse a call.
	 * @param status the HTTP status
	 * @param code the word by which programs know the reason
	 * @param message the reason in a sentence
	 * @param headers headers besides the content's own
	 */
	public ApiError(int status, String code, String message, Map<String, String> headers) {
		super(message);
		this.status = status;
		this.code = code;
		this.headers = headers;
	}

	/**
	 * The HTTP status.
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The word by which programs know the reason.
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Headers besides the content's own.
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	static ApiError odata(String message) {
		return new ApiError(400, "ODataError", message, Map.of());
	}

	static ApiError badRequest(String message) {
		return new ApiError(400, "BadRequest", message, Map.of());
	}

	static ApiError invalidInput(String message) {
		return new ApiError(400, "InvalidInput", message, Map.of());
	}

	static ApiError missingToken() {
		return new ApiError(401, "Unauthorized", "The request has no bearer token",
				Map.of("WWW-Authenticate", CHALLENGE));
	}

	/**
	 * A token that is not good for the API.
	 * @param reason such as {@code audience}
	 */
	static ApiError invalidToken(String reason) {
		return new ApiError(401, "Unauthorized", "The access token is invalid or has expired (" + reason + ")",
				Map.of("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
	}

	/**
	 * A claims challenge of Conditional Access.
	 * @param claims the challenge as JSON; it travels in Base64
	 */
	static ApiError insufficientClaims(String claims) {
		String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		return new ApiError(401, "Unauthorized", "The access token lacks claims that a policy requires",
				Map.of("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_claims\", claims=\"" + encoded + '"'));
	}

	static ApiError forbidden() {
		return new ApiError(403, "Forbidden",
				"The application does not have any of the required delegated permissions (Incident.Read, Incident.ReadWrite)",
				Map.of());
	}

	/**
	 * A token without the permission to change incidents.
	 */
	static ApiError forbiddenToWrite() {
		return new ApiError(403, "Forbidden",
				"The application does not have any of the required delegated permissions (Incident.ReadWrite)",
				Map.of());
	}

	/**
	 * A user who could not change the incident in the portal either. How the real APIs
	 * put it is not documented.
	 */
	static ApiError withoutRole() {
		return new ApiError(403, "Forbidden", "The user does not have permission to update incidents", Map.of());
	}

	static ApiError unsupportedMediaType() {
		return new ApiError(415, "UnsupportedMediaType", "The content type must be application/json", Map.of());
	}

	static ApiError incidentNotFound(long id) {
		return new ApiError(404, "NotFound", "Incident " + id + " was not found", Map.of());
	}

	static ApiError noSuchResource() {
		return new ApiError(404, "ResourceNotFound", "There is no such resource", Map.of());
	}

	/**
	 * A method that the resource does not have.
	 * @param allowed those that it has, such as {@code GET, PATCH}
	 */
	public static ApiError methodNotAllowed(String allowed) {
		return new ApiError(405, "MethodNotAllowed", "The resource answers " + allowed + " only",
				Map.of("Allow", allowed));
	}

	static ApiError quotaExceeded(String message, Map<String, String> headers) {
		return new ApiError(429, "429", message, headers);
	}

	/**
	 * Some error that a test asked for.
	 */
	static ApiError ofStatus(int status, Map<String, String> headers) {
		return new ApiError(status, (status == 500) ? "InternalServerError" : String.valueOf(status),
				"The service could not answer", headers);
	}

	/**
	 * The refusal as the Defender API sends it.
	 */
	Answer answer() {
		ObjectNode body = Json.object();
		body.putObject("error")
			.put("code", this.code)
			.put("message", getMessage())
			.put("target", UUID.randomUUID().toString());
		return new Answer(this.status, this.headers, Answer.JSON, Json.body(body));
	}

}
