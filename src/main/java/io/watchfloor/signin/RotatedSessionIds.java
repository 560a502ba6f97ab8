package io.watchfloor.signin;

import java.util.List;

import io.watchfloor.signin.session.RecentIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Remembers the ids that sessions had before a recent sign-in, and the other sign-ins
 * that the same browser had begun by then. The ids give access to nothing any more, but
 * requests that were under way still carry them.
 */
final class RotatedSessionIds implements SessionAuthenticationStrategy {

	/**
	 * How many requests may carry an old id: two for each of twenty tabs. A browser that
	 * never received the new id is not redirected for longer.
	 */
	static final int MAX_REQUESTS = 40;

	/**
	 * How many callbacks of one sign-in may come.
	 */
	private static final int MAX_CALLBACKS = 2;

	private final SessionAuthenticationStrategy changeId = new ChangeSessionIdAuthenticationStrategy();

	private final RecentIds recentIds;

	RotatedSessionIds(RecentIds recentIds) {
		this.recentIds = recentIds;
	}

	/**
	 * Change the id of the session when somebody has signed in, and remember the one that
	 * it had.
	 */
	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		HttpSession before = request.getSession(false);
		String id = (before != null) ? before.getId() : null;
		this.changeId.onAuthentication(authentication, request, response);
		HttpSession after = request.getSession(false);
		if (id != null && after != null && !id.equals(after.getId())) {
			rotated(id);
		}
	}

	/**
	 * Remember an id that a session had until now.
	 */
	void rotated(String oldSessionId) {
		this.recentIds.add(oldSessionId, MAX_REQUESTS);
	}

	/**
	 * Remember the sign-ins that a browser had begun when one of them succeeded.
	 * @param signIn the name of the cookie of the one that did, or {@code null}
	 * @param pendingSignIns the names of the cookies of all
	 * @param analyst who signed in
	 * @return whether it is the first: {@code false} when another one of the same analyst
	 * succeeded a moment ago, while Entra was asked about this one
	 */
	boolean signedIn(@Nullable String signIn, List<String> pendingSignIns, String analyst) {
		return this.recentIds.signedIn(signIn, pendingSignIns, MAX_CALLBACKS, analyst);
	}

	/**
	 * Return whether a request with this session id, or a callback of this sign-in, may
	 * be redirected, and count it.
	 */
	boolean allowsRedirect(String id) {
		return this.recentIds.use(id);
	}

}
