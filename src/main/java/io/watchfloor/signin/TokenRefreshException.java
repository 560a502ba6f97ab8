package io.watchfloor.signin;

import org.springframework.security.oauth2.client.ClientAuthorizationException;

/**
 * Thrown when the access token could not be refreshed and a sign-in would not help: Entra
 * cannot be reached, or it refuses the application itself.
 */
public class TokenRefreshException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TokenRefreshException(ClientAuthorizationException cause) {
		super("The access token could not be refreshed: " + cause.getError().getErrorCode(), cause);
	}

}
