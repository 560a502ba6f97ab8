package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Redirects a request to its own address if another tab's sign-in changed the session's
 * id, or made the session, while the request was under way without it. Handled as it is,
 * a page would need another sign-in, and a callback from Entra would create a session
 * whose cookie replaces the other one. By now the browser has the new id. The redirect
 * leads to the requested address, so it discloses nothing.
 */
final class RotatedSessionFilter extends OncePerRequestFilter {

	private final RotatedSessionIds rotatedIds;

	RotatedSessionFilter(RotatedSessionIds rotatedIds) {
		this.rotatedIds = rotatedIds;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (hasRotatedId(request)) {
			response.sendRedirect(ReturnAddress.own(request));
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean hasRotatedId(HttpServletRequest request) {
		if (!"GET".equals(request.getMethod()) || request.isRequestedSessionIdValid()) {
			return false;
		}
		String id = request.getRequestedSessionId();
		String signIn = PendingSignInRepository.cookieOf(request);
		return (id != null && this.rotatedIds.allowsRedirect(id))
				|| (signIn != null && this.rotatedIds.allowsRedirect(signIn));
	}

}
