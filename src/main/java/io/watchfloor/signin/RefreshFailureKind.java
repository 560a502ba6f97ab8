package io.watchfloor.signin;

import java.util.Set;

import io.watchfloor.signin.advice.SignInFailure;

import org.springframework.security.oauth2.client.ClientAuthorizationException;

/**
 * Classifies failed token refreshes by what can be done. Only the OAuth error decides, as
 * Microsoft asks: AADSTS numbers change.
 */
enum RefreshFailureKind {

	/**
	 * A new sign-in resolves it.
	 */
	SIGN_IN_REQUIRED,

	/**
	 * It passes: a later refresh may succeed, so the stored tokens are kept.
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
	 * Return the kind of a failure.
	 * @param failure the exception of the authorized client manager
	 * @return its kind
	 */
	static RefreshFailureKind of(ClientAuthorizationException failure) {
		String error = SignInFailure.of(failure).error();
		if (SIGN_IN_ERRORS.contains(error)) {
			return SIGN_IN_REQUIRED;
		}
		return TEMPORARY_ERRORS.contains(error) ? TEMPORARY : PERMANENT;
	}

}
