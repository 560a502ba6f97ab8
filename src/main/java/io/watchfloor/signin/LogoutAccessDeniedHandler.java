package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Redirects to the front page when somebody signs out of a session that is already over,
 * which is no mistake. All other denials are left to Spring Security.
 */
final class LogoutAccessDeniedHandler implements AccessDeniedHandler {

	private final AccessDeniedHandler delegate = new AccessDeniedHandlerImpl();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException, ServletException {
		boolean signedOut = SecurityContextHolder.getContext().getAuthentication() == null;
		if (failure instanceof CsrfException && signedOut && "/logout".equals(request.getServletPath())) {
			response.sendRedirect(request.getContextPath() + "/");
			return;
		}
		this.delegate.handle(request, response, failure);
	}

}
