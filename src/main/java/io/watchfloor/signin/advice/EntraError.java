package io.watchfloor.signin.advice;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * An error of Entra's token endpoint with the claims that it requires, which Spring
 * Security's own error omits.
 */
public final class EntraError extends OAuth2Error {

	private static final long serialVersionUID = 1L;

	private final @Nullable String claims;

	private EntraError(String error, @Nullable String description, @Nullable String claims) {
		super(error, description, null);
		this.claims = claims;
	}

	/**
	 * Create an error from the parameters of an error response.
	 * @param parameters the members of the response's JSON object
	 * @return the error, without {@code error_uri}, which Microsoft asks not to show to
	 * people
	 * @throws IllegalArgumentException if {@code error} is missing or blank
	 */
	public static OAuth2Error of(Map<String, String> parameters) {
		return new EntraError(Objects.requireNonNullElse(parameters.get(OAuth2ParameterNames.ERROR), ""),
				parameters.get(OAuth2ParameterNames.ERROR_DESCRIPTION), ClaimsRequest.parse(parameters.get("claims")));
	}

	/**
	 * Return the claims that the next authorization request has to carry.
	 * @return a JSON object of at most 2,048 characters, or {@code null}
	 */
	@Nullable String claims() {
		return this.claims;
	}

}
