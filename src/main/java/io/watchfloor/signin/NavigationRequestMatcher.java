package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches requests of a browser that navigates to a page, as opposed to a script that
 * fetches something. Only a navigation can be redirected to Entra: a script would follow
 * the redirect to another origin. Browsers send {@code Sec-Fetch-Mode: navigate}. A
 * request without that header counts as a navigation unless other headers show that a
 * script sent it.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class NavigationRequestMatcher implements RequestMatcher {

	@Override
	public boolean matches(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		if (mode != null) {
			return "navigate".equals(mode);
		}
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		boolean script = request.getHeader("X-Requested-With") != null;
		boolean wantsJson = accept != null && accept.startsWith("application/json");
		return !script && !wantsJson;
	}

}
