package io.watchfloor.signin;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.signin.session.SessionLocks;
import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * Stores the claims that Conditional Access requires of the next sign-in in the session.
 * It permits one automatic sign-in a minute, so that a policy that cannot be satisfied
 * ends on a page and not in a loop.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge">Claims
 * challenges, claims requests, and client capabilities</a>
 */
final class ClaimsChallengeRepository {

	private static final String ATTRIBUTE = ClaimsChallengeRepository.class.getName();

	private static final Duration BETWEEN_SIGN_INS = Duration.ofMinutes(1);

	/**
	 * How long a node that died may keep others waiting: much longer than it takes to
	 * read and store a challenge.
	 */
	private static final Duration LONGEST = Duration.ofSeconds(1);

	private final SessionLocks locks = new SessionLocks();

	private final SessionStore store;

	private final Clock clock;

	ClaimsChallengeRepository(SessionStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Store the claims to request at the next sign-in, unless an automatic sign-in was
	 * permitted within the last minute, on whichever node.
	 * @param request a request of the session
	 * @param claims the claims request as JSON, or {@code null} if only a new sign-in is
	 * required
	 * @return whether an automatic sign-in may be tried now
	 */
	boolean accept(HttpServletRequest request, @Nullable String claims) {
		HttpSession session = request.getSession(false);
		return session == null || this.locks.call(session,
				() -> this.store.alone(session, "claims", LONGEST, () -> accept(session, claims)));
	}

	private boolean accept(HttpSession session, @Nullable String claims) {
		Instant now = this.clock.instant();
		if (this.store.read(session, ATTRIBUTE) instanceof Challenge last
				&& now.isBefore(last.acceptedAt().plus(BETWEEN_SIGN_INS))) {
			return false;
		}
		this.store.write(session, ATTRIBUTE, new Challenge(now, claims));
		return true;
	}

	/**
	 * Return the claims to request at the next sign-in.
	 * @param request a request of the session
	 * @return the claims request as JSON, or {@code null} if none are pending
	 */
	@Nullable String pendingClaims(HttpServletRequest request) {
		Challenge challenge = challenge(request);
		return (challenge != null) ? challenge.claims() : null;
	}

	/**
	 * Remove the claims after a sign-in that satisfied them. The time of the challenge is
	 * kept.
	 * @param request a request of the session
	 */
	void removeClaims(HttpServletRequest request) {
		Challenge challenge = challenge(request);
		if (challenge != null) {
			// Only this request has the session yet, under its new id
			request.getSession().setAttribute(ATTRIBUTE, new Challenge(challenge.acceptedAt(), null));
		}
	}

	private static @Nullable Challenge challenge(HttpServletRequest request) {
		return (WebUtils.getSessionAttribute(request, ATTRIBUTE) instanceof Challenge challenge) ? challenge : null;
	}

	private record Challenge(Instant acceptedAt, @Nullable String claims) implements Serializable {
	}

}
