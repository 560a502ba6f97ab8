package io.watchfloor.web.frame;

import java.net.URI;
import java.time.Duration;

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
		ResponseCookie cookie = ResponseCookie.from(nameFor(request), (value != null) ? value : "")
			.path("/")
			.maxAge((value != null) ? REMEMBERED : Duration.ZERO)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		URI page = ReturnPath.of(back, request);
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.location(page)
			.build();
	}

	private String nameFor(HttpServletRequest request) {
		return request.isSecure() ? "__Host-" + this.name : this.name;
	}

}
