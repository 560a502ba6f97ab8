package io.watchfloor.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * An error of Entra's token endpoint with the one thing that Spring's own error leaves
 * out: the claims that the next sign-in has to bring.
 */
final class EntraError extends OAuth2Error {

	private static final long serialVersionUID = 1L;

	private final @Nullable String claims;

	EntraError(String code, @Nullable String description, @Nullable String claims) {
		super(code, description, null);
		this.claims = claims;
	}

	/**
	 * What Conditional Access wants of the next sign-in.
	 * @return the claims request as JSON, or {@code null} when Entra named none
	 */
	@Nullable String claims() {
		return this.claims;
	}

}
