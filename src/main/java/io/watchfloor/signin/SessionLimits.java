package io.watchfloor.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that the servlet container would keep: those that only an open page's own
 * polling has kept alive, and those that have lasted for the longest time allowed.
 */
final class SessionLimits extends OncePerRequestFilter {

	private static final String SIGNED_IN = SessionLimits.class.getName() + ".signedIn";

	private static final String LAST_USED = SessionLimits.class.getName() + ".lastUsed";

	private final Duration longest;

	private final Clock clock;

	SessionLimits(Duration longest, Clock clock) {
		this.longest = longest;
		this.clock = clock;
	}

	/**
	 * Note that somebody signed in to a session just now.
	 */
	void begin(HttpSession session) {
		session.setAttribute(SIGNED_IN, this.clock.millis());
		session.setAttribute(LAST_USED, this.clock.millis());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && isOver(session)) {
			session.invalidate();
		}
		else if (session != null && !isPoll(request)) {
			session.setAttribute(LAST_USED, this.clock.millis());
		}
		chain.doFilter(request, response);
	}

	/**
	 * An open page that asks whether it is still current says which version it has; a
	 * person who goes somewhere has none.
	 */
	private static boolean isPoll(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null && !Navigation.is(request);
	}

	private boolean isOver(HttpSession session) {
		Duration idle = Duration.ofSeconds(session.getMaxInactiveInterval());
		return isPast(session, SIGNED_IN, this.longest) || (idle.toSeconds() > 0 && isPast(session, LAST_USED, idle));
	}

	private boolean isPast(HttpSession session, String attribute, Duration limit) {
		return session.getAttribute(attribute) instanceof Long since && this.clock.millis() - since >= limit.toMillis();
	}

}
