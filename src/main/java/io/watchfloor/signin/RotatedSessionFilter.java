package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Redirects a request to its own address if another tab's sign-in changed the session's
 * id while the request was under way with the old one. Handled as it is, it would create
 * a session whose cookie replaces the signed-in one or, as a callback from Entra, match
 * no pending sign-in. By now the browser has the new id. The redirect leads to the
 * requested address, so it discloses nothing.
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
			response.sendRedirect(ReturnAddress.of(request));
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean hasRotatedId(HttpServletRequest request) {
		String id = request.getRequestedSessionId();
		return "GET".equals(request.getMethod()) && id != null && !request.isRequestedSessionIdValid()
				&& this.rotatedIds.allowsRedirect(id);
	}

}
