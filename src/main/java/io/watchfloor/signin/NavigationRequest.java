package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * Tells a person going to a page from a script fetching something. Only the former can be
 * sent to Entra's pages; a script that follows such a redirect ends at another origin.
 */
final class NavigationRequest {

	private NavigationRequest() {
	}

	/**
	 * Whether a request is a browser going to a page.
	 * @param request the request; browsers say {@code Sec-Fetch-Mode: navigate}, and what
	 * says nothing is taken for a browser unless it says that it is a script
	 * @return whether a redirect to the authority makes sense
	 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request
	 * Headers</a>
	 */
	static boolean is(HttpServletRequest request) {
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
