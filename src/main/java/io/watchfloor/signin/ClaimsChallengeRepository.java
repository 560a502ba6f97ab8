package io.watchfloor.signin;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * What Conditional Access asked of the next sign-in. It is kept in the session until new
 * tokens arrive. One automatic sign-in a minute is granted to it, so that a policy that
 * cannot be satisfied ends on a page and not in a loop.
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
	 * Ask for the claims at the next sign-in.
	 * @param request a request of the session
	 * @param claims the claims request as JSON, or {@code null} where only a new sign-in
	 * is wanted
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
	 * The claims to ask for.
	 * @param request a request of the session
	 * @return the claims request as JSON, or {@code null} when none is pending
	 */
	@Nullable String pendingClaims(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Challenge challenge = (session != null) ? challenge(session) : null;
		return (challenge != null) ? challenge.claims() : null;
	}

	/**
	 * Forget the claims, because a sign-in satisfied them. When it was is remembered.
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
