package io.watchfloor.signin;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Stores the sign-ins that a browser has begun and not finished, by their {@code state}.
 * Several tabs may sign in at once, so a session holds the newest 32, where Spring's own
 * repository holds one.
 */
final class PendingSignInRepository implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final String ATTRIBUTE = PendingSignInRepository.class.getName();

	private static final int MAX_PENDING = 32;

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		String state = request.getParameter("state");
		HttpSession session = request.getSession(false);
		return (state != null && session != null) ? pending(session).get(state) : null;
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest authorizationRequest,
			HttpServletRequest request, HttpServletResponse response) {
		if (authorizationRequest == null) {
			removeAuthorizationRequest(request, response);
			return;
		}
		HttpSession session = request.getSession();
		synchronized (WebUtils.getSessionMutex(session)) {
			Pending pending = new Pending(pending(session));
			pending.put(authorizationRequest.getState(), authorizationRequest);
			session.setAttribute(ATTRIBUTE, pending);
		}
	}

	/**
	 * Remove and return the sign-in that a callback belongs to, so that it can be
	 * finished only once.
	 */
	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		String state = request.getParameter("state");
		HttpSession session = request.getSession(false);
		if (state == null || session == null) {
			return null;
		}
		synchronized (WebUtils.getSessionMutex(session)) {
			Pending pending = new Pending(pending(session));
			OAuth2AuthorizationRequest removed = pending.remove(state);
			session.setAttribute(ATTRIBUTE, pending);
			if (removed != null) {
				request.setAttribute(SignInRequestResolver.RETURN_ADDRESS,
						removed.getAttribute(SignInRequestResolver.RETURN_ADDRESS));
			}
			return removed;
		}
	}

	private static Map<String, OAuth2AuthorizationRequest> pending(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof Pending pending) ? pending : Map.of();
	}

	/**
	 * A bounded map that drops its oldest entry. It is replaced rather than changed, so
	 * that no reader sees it half changed.
	 */
	private static final class Pending extends LinkedHashMap<String, OAuth2AuthorizationRequest>
			implements Serializable {

		private static final long serialVersionUID = 1L;

		Pending(Map<String, OAuth2AuthorizationRequest> earlier) {
			super(earlier);
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, OAuth2AuthorizationRequest> eldest) {
			return size() > MAX_PENDING;
		}

		/** Leave out the states and code verifiers. */
		@Override
		public String toString() {
			return "Pending[" + size() + "]";
		}

	}

}
