package io.watchfloor.signin;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Determines the address to return to after a sign-in: the requested page of this
 * application.
 */
final class ReturnAddress {

	private static final int MAX_LENGTH = 4_000;

	/**
	 * One slash, not followed by what browsers take for a second one, and no whitespace
	 * or control characters.
	 */
	private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\s]*");

	private ReturnAddress() {
	}

	/**
	 * Return the address of a request with its query, or the front page if it cannot be
	 * requested again.
	 * @param request the request that needs a sign-in
	 * @return a path of this origin, beginning with one slash
	 */
	static String of(HttpServletRequest request) {
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		String address = request.getRequestURI() + query;
		return "GET".equals(request.getMethod()) ? of(request, address) : home(request);
	}

	/**
	 * Return the address that one of our pages sent as its own, or the front page if it
	 * cannot be one.
	 * @param request the request that sent it
	 * @param address a path with its query
	 * @return a path of this origin, beginning with one slash
	 */
	static String of(HttpServletRequest request, @Nullable String address) {
		return (address != null && address.length() <= MAX_LENGTH && PATH.matcher(address).matches()) ? address
				: home(request);
	}

	private static String home(HttpServletRequest request) {
		return request.getContextPath() + "/";
	}

}
