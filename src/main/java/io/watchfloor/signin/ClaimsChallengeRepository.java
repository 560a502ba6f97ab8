package io.watchfloor.signin;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

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

	private final Clock clock;

	ClaimsChallengeRepository(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Store the claims to request at the next sign-in, unless an automatic sign-in was
	 * permitted within the last minute.
	 * @param request a request of the session
	 * @param claims the claims request as JSON, or {@code null} if only a new sign-in is
	 * required
	 * @return whether an automatic sign-in may be tried now
	 */
	boolean accept(HttpServletRequest request, @Nullable String claims) {
		HttpSession session = request.getSession();
		Instant now = this.clock.instant();
		Challenge challenge = challenge(session);
		if (challenge != null && now.isBefore(challenge.acceptedAt().plus(BETWEEN_SIGN_INS))) {
			return false;
		}
		session.setAttribute(ATTRIBUTE, new Challenge(now, claims));
		return true;
	}

	/**
	 * Return the claims to request at the next sign-in.
	 * @param request a request of the session
	 * @return the claims request as JSON, or {@code null} if none are pending
	 */
	@Nullable String pendingClaims(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Challenge challenge = (session != null) ? challenge(session) : null;
		return (challenge != null) ? challenge.claims() : null;
	}

	/**
	 * Remove the claims after a sign-in that satisfied them. The time of the challenge is
	 * kept.
	 * @param request a request of the session
	 */
	void removeClaims(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Challenge challenge = (session != null) ? challenge(session) : null;
		if (session != null && challenge != null) {
			session.setAttribute(ATTRIBUTE, new Challenge(challenge.acceptedAt(), null));
		}
	}

	private static @Nullable Challenge challenge(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof Challenge challenge) ? challenge : null;
	}

	private record Challenge(Instant acceptedAt, @Nullable String claims) implements Serializable {
	}

}
