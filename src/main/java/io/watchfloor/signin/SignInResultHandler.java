package io.watchfloor.signin;

import java.io.IOException;

import io.watchfloor.signin.advice.SignInFailure;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Redirects to the requested page after a successful sign-in, and forwards to a page that
 * explains the failure after a failed one. The forwarded request holds the exception as
 * {@link WebAttributes#AUTHENTICATION_EXCEPTION}.
 */
public final class SignInResultHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	/**
	 * The path of the page that explains a failed sign-in, reached by forwarding only.
	 */
	public static final String FAILURE_PATH = "/sign-in/failed";

	private final ClaimsChallengeRepository claimsChallenges;

	private final AnalystSessions sessions;

	private final AuditLog audit;

	SignInResultHandler(ClaimsChallengeRepository claimsChallenges, AnalystSessions sessions, AuditLog audit) {
		this.claimsChallenges = claimsChallenges;
		this.sessions = sessions;
		this.audit = audit;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		this.claimsChallenges.removeClaims(request);
		this.sessions.begin(request.getSession());
		Analyst analyst = Analyst.of(authentication);
		if (analyst != null) {
			this.audit.signedIn(request, analyst);
		}
		Object address = request.getAttribute(SignInRequestResolver.RETURN_ADDRESS);
		response.sendRedirect((address instanceof String path) ? path : request.getContextPath() + "/");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		this.audit.signInRefused(request, SignInFailure.of(failure));
		request.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, failure);
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		request.getRequestDispatcher(FAILURE_PATH).forward(request, response);
	}

}
