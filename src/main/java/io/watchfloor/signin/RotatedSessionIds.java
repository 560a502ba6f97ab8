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
 * The ids that sessions had expiresAt somebody signed in to them a moment ago. They open
 * nothing any more; requests that were on their way then still bring them.
 */
final class RotatedSessionIds implements HttpSessionIdListener {

	/**
	 * How long the answer that bears the new id may be on its way to the browser.
	 */
	static final Duration GRACE_PERIOD = Duration.ofSeconds(10);

	/**
	 * How many requests of a session may cross: two for each of twenty tabs. A browser
	 * that never got the new id is not sent round for longer.
	 */
	static final int MAX_REQUESTS = 40;

	private final ConcurrentMap<String, Rotation> rotations = new ConcurrentHashMap<>();

	private final Clock clock;

	RotatedSessionIds(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		Instant now = this.clock.instant();
		this.rotations.values().removeIf((rotation) -> !now.isBefore(rotation.expiresAt));
		this.rotations.put(oldSessionId, new Rotation(now.plus(GRACE_PERIOD), new AtomicInteger(MAX_REQUESTS)));
	}

	/**
	 * Whether a request that brings this id crossed the end of a sign-in.
	 */
	boolean allowsRedirect(String id) {
		Rotation rotation = this.rotations.get(id);
		return rotation != null && this.clock.instant().isBefore(rotation.expiresAt)
				&& rotation.remaining.getAndDecrement() > 0;
	}

	/**
	 * What is known of a rotation id.
	 *
	 * @param expiresAt when nothing with it is on its way any more
	 * @param remaining how many more requests may bring it
	 */
	private record Rotation(Instant expiresAt, AtomicInteger remaining) {
	}

}
