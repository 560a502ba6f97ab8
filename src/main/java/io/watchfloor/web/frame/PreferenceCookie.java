package io.watchfloor.web.frame;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.WebUtils;

/**
 * A cookie with a preference for how pages look. Over https its name has the prefix
 * {@code __Host-}, so that only this host can have set it.
 *
 * @param name its name over plain http
 */
public record PreferenceCookie(String name) {

	private static final String HOST_ONLY = "__Host-";

	private static final Duration REMEMBERED = Duration.ofDays(365);

	/**
	 * Return the value of the cookie, or {@code null} if the request has none.
	 */
	public @Nullable String read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, nameFor(request));
		return (cookie != null) ? cookie.getValue() : null;
	}

	/**
	 * Answer a form that sets the preference: set the cookie and redirect back.
	 * @param value the new value, or {@code null} to forget it
	 * @param back the page to go back to, as the form says
	 */
	public ResponseEntity<Void> keep(@Nullable String value, String back, HttpServletRequest request) {
		return keep(value, back, request, List.of());
	}

	/**
	 * Answer a form as {@link #keep(String, String, HttpServletRequest)}, and forget
	 * other cookies.
	 */
	ResponseEntity<Void> keep(@Nullable String value, String back, HttpServletRequest request,
			List<PreferenceCookie> forgotten) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(HttpHeaders.SET_COOKIE, header(value, request));
		forgotten.forEach((cookie) -> headers.add(HttpHeaders.SET_COOKIE, cookie.header(null, request)));
		URI page = ReturnPath.of(back, request);
		return ResponseEntity.status(HttpStatus.SEE_OTHER).headers(headers).location(page).build();
	}

	private String header(@Nullable String value, HttpServletRequest request) {
		return ResponseCookie.from(nameFor(request), (value != null) ? value : "")
			.path("/")
			.maxAge((value != null) ? REMEMBERED : Duration.ZERO)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build()
			.toString();
	}

	private String nameFor(HttpServletRequest request) {
		return request.isSecure() ? HOST_ONLY + this.name : this.name;
	}

	/**
	 * Return the name over plain http of a cookie.
	 */
	static String plainName(String name) {
		return name.startsWith(HOST_ONLY) ? name.substring(HOST_ONLY.length()) : name;
	}

}
