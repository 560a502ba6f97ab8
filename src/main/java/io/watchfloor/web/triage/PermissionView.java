package io.watchfloor.web.triage;

import java.time.Instant;

import io.watchfloor.signin.advice.SignInAdvice;
import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.signin.consent.WriteConsent;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Whether the analyst may write, and how to ask for it.
 *
 * @param state whether the token permits it
 * @param permission the name of the permission
 * @param action where a form asks for it, without the path of the application
 * @param askable whether asking is possible now
 * @param next when it is possible again, such as {@code 14:03:10 UTC}; {@code null} where
 * it is now, or not in this session
 * @param advice why asking was in vain and who has to do what, where it was
 */
record PermissionView(WriteAccess.State state, String permission, String action, boolean askable, @Nullable String next,
		@Nullable SignInAdvice advice) {

	static PermissionView of(WriteAccess access, Instant now) {
		Instant next = access.next();
		boolean askable = next != null && !next.isAfter(now);
		return new PermissionView(access.state(), access.permission(), WriteConsent.PATH, askable,
				(next != null && !askable) ? Times.clock(next) : null, access.refusal());
	}

	/**
	 * Return whether the token permits writing.
	 */
	public boolean granted() {
		return this.state == WriteAccess.State.GRANTED;
	}

}
