package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;

/**
 * Remembers the ids that sessions had before a recent sign-in, and the other sign-ins
 * that the same browser had begun by then. The ids give access to nothing any more, but
 * requests that were under way still carry them.
 */
final class RotatedSessionIds implements HttpSessionIdListener {

	/**
	 * How long the response with the new id may take to reach the browser.
	 */
	static final Duration GRACE_PERIOD = Duration.ofSeconds(10);

	/**
	 * How many requests may carry an old id: two for each of twenty tabs. A browser that
	 * never received the new id is not redirected for longer.
	 */
	static final int MAX_REQUESTS = 40;

	/**
	 * How many callbacks of one sign-in may come.
	 */
	private static final int MAX_CALLBACKS = 2;

	private final ConcurrentMap<String, Rotation> rotations = new ConcurrentHashMap<>();

	private final Clock clock;

	RotatedSessionIds(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		add(List.of(oldSessionId), MAX_REQUESTS);
	}

	/**
	 * Remember the sign-ins that a browser had begun when one of them succeeded.
	 * @param pendingSignIns the names of their cookies
	 */
	void signedIn(List<String> pendingSignIns) {
		add(pendingSignIns, MAX_CALLBACKS);
	}

	private void add(List<String> keys, int requests) {
		Instant now = this.clock.instant();
		this.rotations.values().removeIf((rotation) -> !now.isBefore(rotation.expiresAt));
		keys.forEach(
				(key) -> this.rotations.put(key, new Rotation(now.plus(GRACE_PERIOD), new AtomicInteger(requests))));
	}

	/**
	 * Return whether a request with this session id, or a callback of this sign-in, may
	 * be redirected, and count it.
	 */
	boolean allowsRedirect(String id) {
		Rotation rotation = this.rotations.get(id);
		return rotation != null && this.clock.instant().isBefore(rotation.expiresAt)
				&& rotation.remaining.getAndDecrement() > 0;
	}

	/**
	 * An id that was replaced at a sign-in.
	 *
	 * @param expiresAt when no request with it is under way any more
	 * @param remaining how many more requests may carry it
	 */
	private record Rotation(Instant expiresAt, AtomicInteger remaining) {
	}

}
