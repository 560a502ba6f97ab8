package io.watchfloor.signin.consent;

import java.time.Instant;

import io.watchfloor.signin.advice.SignInAdvice;
import org.jspecify.annotations.Nullable;

/**
 * Whether an analyst's token permits writing.
 *
 * @param state whether it does
 * @param permission the name of the permission, such as {@code Incident.ReadWrite}
 * @param refusal why asking was in vain and who has to do what, where it was
 * @param next when asking again is possible: in the past when it is now, {@code null}
 * when it is not in this session
 */
public record WriteAccess(State state, String permission, @Nullable SignInAdvice refusal, @Nullable Instant next) {

	/**
	 * Return whether the token permits writing. Whether the analyst's role does as well,
	 * only a write tells.
	 */
	public boolean isGranted() {
		return this.state == State.GRANTED;
	}

	/**
	 * Whether a token permits writing.
	 */
	public enum State {

		/** It does. */
		GRANTED,
		/** It does not, and asking may help. */
		NOT_ASKED,
		/** It does not, and was asked for in vain in this session. */
		REFUSED

	}

}
