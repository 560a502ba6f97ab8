package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * When the session of the requesting analyst ends.
 *
 * @param at the time at which it ends unless it is used, never after the latest time
 * @param left how long that is from now; negative once it is past
 * @param last whether that is the latest time, which use does not postpone
 */
public record SessionEnd(Instant at, Duration left, boolean last) {

	private static final String ATTRIBUTE = SessionEnd.class.getName();

	/**
	 * Return when the session of a request ends.
	 * @param request the request
	 * @return its end, or {@code null} if nobody is signed in
	 */
	public static @Nullable SessionEnd of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof SessionEnd end) ? end : null;
	}

	void storeIn(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

}
