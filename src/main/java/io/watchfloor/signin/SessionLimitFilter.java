package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that the servlet container would keep: those that only an open page's
 * polling has kept alive, and those that have reached the time limit.
 */
final class SessionLimitFilter extends OncePerRequestFilter {

	private final RequestMatcher navigations = new NavigationRequestMatcher();

	private final AnalystSessions sessions;

	private final SessionEndHandler sessionEndHandler;

	SessionLimitFilter(AnalystSessions sessions, SessionEndHandler sessionEndHandler) {
		this.sessions = sessions;
		this.sessionEndHandler = sessionEndHandler;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null) {
			endOrRecordUse(request, session);
		}
		chain.doFilter(request, response);
	}

	private void endOrRecordUse(HttpServletRequest request, HttpSession session) {
		if (this.sessions.isOver(session)) {
			this.sessionEndHandler.expire(request, session);
			return;
		}
		if (!isPoll(request)) {
			this.sessions.recordUse(session);
		}
		SessionEnd end = this.sessions.endOf(session);
		if (end != null) {
			end.storeIn(request);
		}
	}

	/**
	 * Return whether an open page polls: its script sends the version that the page
	 * shows.
	 */
	private boolean isPoll(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null && !this.navigations.matches(request);
	}

}
