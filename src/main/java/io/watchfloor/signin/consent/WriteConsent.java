package io.watchfloor.signin.consent;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.signin.advice.SignInAdvice;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.session.SessionDataKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether analysts may write back, and whether an analyst's token permits it. There
 * is none unless {@code WATCHFLOOR_TRIAGE} is on.
 */
public final class WriteConsent {

	/**
	 * Where a form (POST, with {@code _csrf} and {@code back}, the address of the page to
	 * return to) asks Entra ID for the permission.
	 */
	public static final String PATH = "/sign-in/triage";

	private static final String ATTRIBUTE = WriteConsent.class.getName();

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

	private final GrantedScopes granted;

	private final ApiAccess access;

	private final SignInAdvisor advisor;

	private final SessionDataKeys keys;

	private final Clock clock;

	/**
	 * Create the consent of an installation.
	 * @param granted tells the scopes of analysts' tokens
	 * @param access the API that incidents are read from
	 * @param advisor tells who has to do what after a refusal
	 * @param keys tell whether a refusal is that of the analyst who is signed in
	 * @param clock tells the time
	 */
	public WriteConsent(GrantedScopes granted, ApiAccess access, SignInAdvisor advisor, SessionDataKeys keys,
			Clock clock) {
		this.granted = granted;
		this.access = access;
		this.advisor = advisor;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Return whether the analyst who sent a request may write.
	 */
	public WriteAccess of(HttpServletRequest request) {
		String permission = this.access.api().writePermission();
		if (this.access.permitsWriting(this.granted.of(request))) {
			return new WriteAccess(WriteAccess.State.GRANTED, permission, null, Instant.EPOCH);
		}
		Refusal refusal = refusal(request.getSession(false));
		if (refusal == null) {
			return new WriteAccess(WriteAccess.State.NOT_ASKED, permission, null, Instant.EPOCH);
		}
		Instant next = refusal.advice().retry() ? refusal.at().plus(BETWEEN_ATTEMPTS) : null;
		return new WriteAccess(WriteAccess.State.REFUSED, permission, refusal.advice(), next);
	}

	/**
	 * Return whether Entra ID may be asked for the permission now: it is not there, and
	 * asking was not in vain in the last minute, nor for a reason that only an
	 * administrator can remove.
	 */
	public boolean mayAsk(HttpServletRequest request) {
		WriteAccess current = of(request);
		return !current.isGranted() && current.next() != null && !this.clock.instant().isBefore(current.next());
	}

	/**
	 * Return the key of the data of the session in which the permission is asked for.
	 * @return the key, or {@code null} where nobody is signed in
	 */
	public @Nullable String askedIn(HttpServletRequest request) {
		return this.keys.current(request.getSession(false));
	}

	/**
	 * Return whether an answer is for the analyst who is signed in now: meanwhile another
	 * one may have signed in, or the session may have ended.
	 * @param request the callback
	 * @param askedIn what {@link #askedIn} returned when the permission was asked for
	 */
	public boolean concerns(HttpServletRequest request, @Nullable String askedIn) {
		return askedIn != null && askedIn.equals(askedIn(request));
	}

	/**
	 * Remember that Entra ID refused the permission, for as long as this analyst is
	 * signed in.
	 * @param request the callback
	 * @param failure what Entra ID answered
	 * @return whether it was a refusal; other failures say nothing about the permission
	 */
	public boolean refused(HttpServletRequest request, SignInFailure failure) {
		SignInAdvice advice = this.advisor.adviseOnWriting(failure);
		HttpSession session = request.getSession(false);
		String key = this.keys.current(session);
		if (advice == null || session == null || key == null) {
			return false;
		}
		session.setAttribute(ATTRIBUTE, new Refusal(key, this.clock.instant(), advice));
		return true;
	}

	private @Nullable Refusal refusal(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof Refusal refusal
				&& refusal.key().equals(this.keys.current(session))) ? refusal : null;
	}

	/**
	 * A refusal of the permission.
	 *
	 * @param key the key of the data of the session in which it was asked for
	 * @param at when it was refused
	 * @param advice who has to do what
	 */
	private record Refusal(String key, Instant at, SignInAdvice advice) implements Serializable {
	}

}
