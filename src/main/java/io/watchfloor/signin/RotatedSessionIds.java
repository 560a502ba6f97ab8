package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Remembers the ids that sessions had before a recent sign-in, and the other sign-ins
 * that the same browser had begun by then. The ids give access to nothing any more, but
 * requests that were under way still carry them.
 */
final class RotatedSessionIds implements SessionAuthenticationStrategy {

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

	private final SessionAuthenticationStrategy changeId = new ChangeSessionIdAuthenticationStrategy();

	private final Clock clock;

	RotatedSessionIds(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Change the id of the session when somebody has signed in, and remember the one that
	 * it had.
	 */
	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		HttpSession before = request.getSession(false);
		String id = (before != null) ? before.getId() : null;
		this.changeId.onAuthentication(authentication, request, response);
		HttpSession after = request.getSession(false);
		if (id != null && after != null && !id.equals(after.getId())) {
			rotated(id);
		}
	}

	/**
	 * Remember an id that a session had until now.
	 */
	void rotated(String oldSessionId) {
		add(List.of(oldSessionId), MAX_REQUESTS, null);
	}

	/**
	 * Remember the sign-ins that a browser had begun when one of them succeeded.
	 * @param signIn the name of the cookie of the one that did, or {@code null}
	 * @param pendingSignIns the names of the cookies of all
	 * @param analyst who signed in
	 * @return whether it is the first: {@code false} when another one of the same analyst
	 * succeeded a moment ago, while Entra was asked about this one
	 */
	synchronized boolean signedIn(@Nullable String signIn, List<String> pendingSignIns, String analyst) {
		Rotation other = (signIn != null) ? this.rotations.get(signIn) : null;
		add(pendingSignIns, MAX_CALLBACKS, analyst);
		return other == null || !this.clock.instant().isBefore(other.expiresAt) || !analyst.equals(other.analyst);
	}

	private void add(List<String> keys, int requests, @Nullable String analyst) {
		Instant now = this.clock.instant();
		this.rotations.values().removeIf((rotation) -> !now.isBefore(rotation.expiresAt));
		Instant expiresAt = now.plus(GRACE_PERIOD);
		keys.forEach((key) -> this.rotations.put(key, new Rotation(expiresAt, new AtomicInteger(requests), analyst)));
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
	 * @param analyst who signed in, where it is a sign-in that was begun
	 */
	private record Rotation(Instant expiresAt, AtomicInteger remaining, @Nullable String analyst) {
	}

}
