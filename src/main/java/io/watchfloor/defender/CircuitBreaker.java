package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Spares people the wait for an API that is down. After so many failures in a row nothing
 * is sent for a while, then one call tries it out: its success lets everybody through
 * again, and until it is known the others keep being turned away.
 */
final class CircuitBreaker {

	/**
	 * More than the tries of one call, so that no single one opens it.
	 */
	static final int FAILURES = 5;

	static final Duration PAUSE = Duration.ofSeconds(10);

	private final Clock clock;

	private int failures;

	private Instant openUntil = Instant.MIN;

	private boolean trying;

	private @Nullable Instant lastAnswer;

	private @Nullable Instant lastFailure;

	CircuitBreaker(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Ask whether to make a call.
	 * @throws DefenderException.Unavailable when the API failed too often a moment ago
	 */
	synchronized void enter() {
		if (this.failures < FAILURES) {
			return;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(this.openUntil)) {
			throw new DefenderException.Unavailable("The Defender API failed a moment ago and is not asked again yet",
					null, null, false, null);
		}
		this.openUntil = now.plus(PAUSE);
		this.trying = true;
	}

	/**
	 * A call that was let through was not made after all: whoever comes next may try.
	 */
	synchronized void notAsked() {
		if (this.trying) {
			this.trying = false;
			this.openUntil = this.clock.instant();
		}
	}

	/**
	 * The API did not answer, or said that it cannot.
	 */
	synchronized void failed() {
		this.trying = false;
		this.failures++;
		this.lastFailure = this.clock.instant();
		this.openUntil = this.lastFailure.plus(PAUSE);
	}

	/**
	 * The API answered, be it with a refusal.
	 */
	synchronized void answered() {
		this.trying = false;
		this.failures = 0;
		this.lastAnswer = this.clock.instant();
	}

	/**
	 * What was seen of the API lately.
	 */
	synchronized Sight sight() {
		return new Sight(this.failures, this.lastAnswer, this.lastFailure);
	}

	/**
	 * What was seen of the API.
	 *
	 * @param failures how often it failed since it last answered
	 * @param lastAnswer when it last answered, or {@code null}
	 * @param lastFailure when it last failed to, or {@code null}
	 */
	record Sight(int failures, @Nullable Instant lastAnswer, @Nullable Instant lastFailure) {
	}

}
