package io.watchfloor.web.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.SavedViews;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * The cookie that remembers the views of an analyst in this browser. Each analyst has one
 * of their own, so that nobody sees another's views. A browser sends all of them with
 * every request, so that it keeps few.
 */
public final class SavedViewsCookie {

	private static final String PREFIX = "views-";

	/**
	 * The most cookies of other analysts that a browser keeps when views are saved.
	 */
	private static final int MOST_OTHERS = 2;

	private SavedViewsCookie() {
	}

	/**
	 * Return the views that the analyst who sent a request saved.
	 * @param analyst the analyst, or {@code null} where nobody is signed in
	 */
	public static SavedViews read(HttpServletRequest request, @Nullable Analyst analyst) {
		return (analyst != null) ? SavedViews.parse(of(analyst).read(request)) : SavedViews.NONE;
	}

	/**
	 * Answer a form that changes the views: set the cookie and redirect back.
	 * @param back the page to go back to, as the form says
	 */
	public static ResponseEntity<Void> keep(SavedViews views, String back, HttpServletRequest request,
			Analyst analyst) {
		PreferenceCookie own = of(analyst);
		return own.keep(views.equals(SavedViews.NONE) ? null : views.value(), back, request, surplus(own, request));
	}

	private static PreferenceCookie of(Analyst analyst) {
		return new PreferenceCookie(PREFIX + SignInDigest.ofAnalyst(analyst));
	}

	private static List<PreferenceCookie> surplus(PreferenceCookie own, HttpServletRequest request) {
		Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
		Stream<String> names = Arrays.stream(cookies).map((cookie) -> PreferenceCookie.plainName(cookie.getName()));
		return names.filter((name) -> name.startsWith(PREFIX) && !name.equals(own.name()))
			.distinct()
			.skip(MOST_OTHERS)
			.map(PreferenceCookie::new)
			.toList();
	}

}
