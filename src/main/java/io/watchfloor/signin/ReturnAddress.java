package io.watchfloor.signin;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Determines the address to return to after a sign-in: the requested page of this
 * application.
 */
final class ReturnAddress {

	/**
	 * Addresses are kept in cookies, of which a browser with many tabs sends many.
	 */
	private static final int MAX_LENGTH = 500;

	/**
	 * One slash, not followed by what browsers take for a second one, and no whitespace
	 * or control characters.
	 */
	private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\s]*");

	private ReturnAddress() {
	}

	/**
	 * Return the address to return to after a sign-in that a request needs, or the front
	 * page if it cannot be requested again.
	 * @param request the request that needs a sign-in
	 * @return a path of this origin, beginning with one slash
	 */
	static String of(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) ? of(request, own(request)) : home(request);
	}

	/**
	 * Return the address that one of our pages sent as its own, without its query if that
	 * is too long, or the front page if it cannot be one.
	 * @param request the request that sent it
	 * @param address a path with its query
	 * @return a path of this origin, beginning with one slash
	 */
	static String of(HttpServletRequest request, @Nullable String address) {
		if (address == null || !PATH.matcher(address).matches()) {
			return home(request);
		}
		String kept = (address.length() <= MAX_LENGTH) ? address : address.replaceFirst("\\?.*", "");
		return (kept.length() <= MAX_LENGTH) ? kept : home(request);
	}

	/**
	 * Return a request's own address with its query, however long.
	 */
	static String own(HttpServletRequest request) {
		return request.getRequestURI() + ((request.getQueryString() != null) ? "?" + request.getQueryString() : "");
	}

	/**
	 * Return the address that leads to the page which the analyst wants first, after a
	 * sign-in that was asked for no page.
	 */
	static String start(HttpServletRequest request) {
		return request.getContextPath() + "/start";
	}

	/**
	 * Return the address of the front page.
	 */
	static String home(HttpServletRequest request) {
		return request.getContextPath() + "/";
	}

}
