package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of an analyst who signs out at Entra or in another application: Entra
 * loads this address in a hidden frame of its sign-out page. The browser sends no cookie
 * with it, so the sessions are found by the claim {@code sid}, which nobody else knows
 * and which the administrator has to add as an optional claim of the ID token.
 *
 * @see <a href="https://openid.net/specs/openid-connect-frontchannel-1_0.html">OpenID
 * Connect Front-Channel Logout 1.0</a>
 */
final class FrontChannelLogoutFilter extends OncePerRequestFilter {

	/**
	 * The path of the front-channel logout URL to register.
	 */
	static final String PATH = "/logout/front-channel";

	private final SessionEndHandler sessionEndHandler;

	private final HeaderWriter headers;

	FrontChannelLogoutFilter(SessionEndHandler sessionEndHandler, HeaderWriter headers) {
		this.sessionEndHandler = sessionEndHandler;
		this.headers = headers;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !PATH.equals(request.getServletPath()) || !"GET".equals(request.getMethod());
	}

	/**
	 * Answer the same whether there was a session or not.
	 */
	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String signIn = request.getParameter("sid");
		if (signIn != null) {
			this.sessionEndHandler.end(request, (session) -> signIn.equals(session.signIn()), "signed-out-elsewhere");
		}
		this.headers.writeHeaders(request, response);
		response.setStatus(HttpStatus.NO_CONTENT.value());
	}

}
