package io.watchfloor.signin.refusal;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nothing but the end of a sign-in create a session, so that requests of people who
 * are not signed in cost no memory, and a request under way while the analyst signs out
 * in another tab leaves nothing behind.
 */
public final class SessionCreationFilter extends OncePerRequestFilter {

	private final String callbackPath;

	/**
	 * Create the filter.
	 * @param callbackPath the path, within the application, at which a sign-in ends
	 */
	public SessionCreationFilter(String callbackPath) {
		this.callbackPath = callbackPath;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean callback = this.callbackPath.equals(request.getServletPath());
		chain.doFilter(callback ? request : new WithoutNewSession(request), response);
	}

	private static final class WithoutNewSession extends HttpServletRequestWrapper {

		WithoutNewSession(HttpServletRequest request) {
			super(request);
		}

		/**
		 * Return the session of the request.
		 * @throws AuthenticationCredentialsNotFoundException if it has none, or no longer
		 */
		@Override
		public HttpSession getSession() {
			HttpSession session = super.getSession(false);
			if (session == null) {
				throw new AuthenticationCredentialsNotFoundException("The session is over");
			}
			return session;
		}

		@Override
		public @Nullable HttpSession getSession(boolean create) {
			return create ? getSession() : super.getSession(false);
		}

	}

}
