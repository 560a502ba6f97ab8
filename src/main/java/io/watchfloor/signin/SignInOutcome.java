package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * What follows a sign-in: the address that the analyst asked for, or a page that says why
 * it failed.
 */
final class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final ClaimsChallenge challenge;

	private final SessionLimits limits;

	SignInOutcome(ClaimsChallenge challenge, SessionLimits limits) {
		this.challenge = challenge;
		this.limits = limits;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		this.challenge.satisfied(request);
		this.limits.begin(request.getSession());
		Object address = request.getAttribute(SignInRequests.RETURN_ADDRESS);
		response.sendRedirect((address instanceof String path) ? path : request.getContextPath() + "/");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		request.setAttribute(FailedSignIn.ATTRIBUTE, failure);
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		request.getRequestDispatcher(FailedSignIn.PATH).forward(request, response);
	}

}
