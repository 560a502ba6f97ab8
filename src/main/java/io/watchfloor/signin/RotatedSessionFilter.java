package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks a browser to come again with a request that crossed the end of another tab's
 * sign-in: that one gave the session a new id, and this one came with the old. Answered
 * as it is, it would begin a session whose cookie takes the place of the signed-in one,
 * or, as an answer of Entra's, be one that nobody asked for. The browser holds the new id
 * by now. It is sent to the address that it asked for, so nobody learns anything by that.
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
