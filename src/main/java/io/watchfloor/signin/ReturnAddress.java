package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a browser goes after it signed in: the page of this application that it asked
 * for.
 */
final class ReturnAddress {

	private static final int LONGEST = 4_000;

	private ReturnAddress() {
	}

	/**
	 * The address of a request, with its query, or the front page where that cannot be
	 * asked for again.
	 * @param request the request that needs a sign-in
	 * @return a path of this origin, beginning with one slash
	 */
	static String of(HttpServletRequest request) {
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		String address = request.getRequestURI() + query;
		boolean ours = address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/\\");
		return ("GET".equals(request.getMethod()) && ours && address.length() <= LONGEST) ? address
				: request.getContextPath() + "/";
	}

}
