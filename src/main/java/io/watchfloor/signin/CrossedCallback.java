package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * A browser's answer from Entra that crossed the end of another tab's sign-in: that one
 * gave the session a new id, and this one came with the old. The browser holds the new
 * one by now, so it is asked to bring the answer once more.
 */
final class CrossedCallback {

	private static final String AGAIN = "again";

	private static final int LONGEST = 4_000;

	private CrossedCallback() {
	}

	/**
	 * Where the same answer is to be brought again. That exposes its code to nobody: the
	 * browser shows no page in between, and without the session's verifier the code is
	 * worth nothing.
	 * @param request the callback
	 * @param failure why it signed nobody in
	 * @return an address with the same query, or {@code null} when it came with no cookie
	 * or with that of a session which is there, or was brought again already
	 */
	static @Nullable String address(HttpServletRequest request, AuthenticationException failure) {
		boolean unknown = failure instanceof OAuth2AuthenticationException oauth
				&& "authorization_request_not_found".equals(oauth.getError().getErrorCode());
		String query = request.getQueryString();
		if (!unknown || query == null || query.length() > LONGEST || request.getParameter("error") != null
				|| request.getParameter(AGAIN) != null) {
			return null;
		}
		boolean crossed = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
		return crossed ? request.getContextPath() + EntraRegistration.REDIRECT_PATH + "?" + query + "&" + AGAIN + "=1"
				: null;
	}

}
