package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;

/**
 * The ids that sessions had until somebody signed in to them a moment ago. They open
 * nothing any more; requests that were on their way then still bring them.
 */
final class RotatedSessionIds implements HttpSessionIdListener {

	/**
	 * How long the answer that bears the new id may be on its way to the browser.
	 */
	static final Duration CROSSING = Duration.ofSeconds(10);

	/**
	 * How many requests of a session may cross: two for each of twenty tabs. A browser
	 * that never got the new id is not sent round for longer.
	 */
	static final int MOST = 40;

	private final ConcurrentMap<String, Former> ids = new ConcurrentHashMap<>();

	private final Clock clock;

	RotatedSessionIds(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		Instant now = this.clock.instant();
		this.ids.values().removeIf((former) -> !now.isBefore(former.until));
		this.ids.put(oldSessionId, new Former(now.plus(CROSSING), new AtomicInteger(MOST)));
	}

	/**
	 * Whether a request that brings this id crossed the end of a sign-in.
	 */
	boolean crossed(String id) {
		Former former = this.ids.get(id);
		return former != null && this.clock.instant().isBefore(former.until) && former.left.getAndDecrement() > 0;
	}

	/**
	 * What is known of a former id.
	 *
	 * @param until when nothing with it is on its way any more
	 * @param left how many more requests may bring it
	 */
	private record Former(Instant until, AtomicInteger left) {
	}

}
