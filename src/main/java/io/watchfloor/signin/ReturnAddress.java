package io.watchfloor.signin;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after it signed in: the page of this application that it asked
 * for.
 */
final class ReturnAddress {

	private static final int MAX_LENGTH = 4_000;

	/**
	 * One slash, not followed by what browsers take for a second, then no blanks or
	 * controls.
	 */
	private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\s]*");

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
		return "GET".equals(request.getMethod()) ? of(request, address) : home(request);
	}

	/**
	 * An address that a page of ours names as its own, or the front page where it cannot
	 * be one.
	 * @param request the request that names it
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
