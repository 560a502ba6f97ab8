package io.watchfloor.signin.redis;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Reads and writes the session cookie by the rules that the servlet container has for its
 * own.
 */
final class SessionCookies implements CookieSerializer {

	/**
	 * The form of the ids that Spring Session makes. Redis is not asked for others.
	 */
	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	@Override
	public void writeCookieValue(CookieValue cookieValue) {
		String value = cookieValue.getCookieValue();
		if (value.isEmpty()) {
			// Like the servlet container's, a cookie stays when its session has ended:
			// the
			// front page says so to who still has it, and another tab may have got a
			// newer
			// one meanwhile
			return;
		}
		SessionCookieConfig rules = rules(cookieValue.getRequest());
		ResponseCookie cookie = ResponseCookie.from(rules.getName(), value)
			.path("/")
			.secure(rules.isSecure())
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(-1)
			.build();
		cookieValue.getResponse().addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		String name = rules(request).getName();
		return Stream.ofNullable(request.getCookies())
			.flatMap(Stream::of)
			.filter((cookie) -> cookie.getName().equals(name))
			.map(Cookie::getValue)
			.filter((value) -> ID.matcher(value).matches())
			.toList();
	}

	private static SessionCookieConfig rules(HttpServletRequest request) {
		return request.getServletContext().getSessionCookieConfig();
	}

}
