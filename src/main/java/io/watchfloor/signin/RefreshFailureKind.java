package io.watchfloor.signin;

import java.util.Set;

import io.watchfloor.signin.advice.SignInFailure;

import org.springframework.security.oauth2.client.ClientAuthorizationException;

/**
 * What can be done when Entra does not renew an access token. It goes by the OAuth error
 * alone, as Microsoft asks: AADSTS numbers change.
 */
enum RefreshFailureKind {

	/**
	 * A new sign-in settles it.
	 */
	SIGN_IN_REQUIRED,

	/**
	 * It passes: the token may be renewed later, and what is stored has to stay.
	 */
	TEMPORARY,

	/**
	 * A new sign-in would fail for the same reason: an administrator has to act.
	 */
	PERMANENT;

	private static final Set<String> SIGN_IN_ERRORS = Set.of("invalid_grant", "interaction_required",
			"consent_required", "login_required", "account_selection_required", "invalid_token", "invalid_id_token",
			"client_authorization_required");

	private static final Set<String> TEMPORARY_ERRORS = Set.of("temporarily_unavailable", "server_error",
			"invalid_token_response", SignInFailure.CONNECTION_FAILED);

	/**
	 * Judge a failure.
	 * @param failure what the authorized-client manager threw
	 * @return what can be done
	 */
	static RefreshFailureKind of(ClientAuthorizationException failure) {
		String error = SignInFailure.of(failure).error();
		if (SIGN_IN_ERRORS.contains(error)) {
			return SIGN_IN_REQUIRED;
		}
		return TEMPORARY_ERRORS.contains(error) ? TEMPORARY : PERMANENT;
	}

}
