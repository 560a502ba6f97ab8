package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Refuses calls while the API is down, so that people do not wait for it. It opens after
 * {@value #FAILURES} failures in a row; {@link #PAUSE} later it lets one call through as
 * a trial. A response to that call closes it again, and until then other calls are
 * refused.
 */
final class CircuitBreaker {

	/**
	 * More than the tries of one call, so that no single call opens it.
	 */
	static final int FAILURES = 5;

	static final Duration PAUSE = Duration.ofSeconds(10);

	private final Clock clock;

	private int failures;

	private Instant openUntil = Instant.MIN;

	private boolean onTrial;

	private @Nullable Instant lastResponse;

	private @Nullable Instant lastFailure;

	CircuitBreaker(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Acquire the permission for a call.
	 * @throws DefenderException.Unavailable when the circuit breaker is open
	 */
	synchronized void acquire() {
		if (this.failures < FAILURES) {
			return;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(this.openUntil)) {
			throw new DefenderException.Unavailable("The API failed a moment ago and is not asked again yet", null,
					null, DefenderException.Unavailable.Stage.NOT_ASKED, null);
		}
		this.openUntil = now.plus(PAUSE);
		this.onTrial = true;
	}

	/**
	 * Give back the permission for a call that was not made: the next one may be the
	 * trial.
	 */
	synchronized void release() {
		if (this.onTrial) {
			this.onTrial = false;
			this.openUntil = this.clock.instant();
		}
	}

	/**
	 * Record that the API sent no response, or one that says that it is down.
	 */
	synchronized void recordFailure() {
		this.onTrial = false;
		this.failures++;
		this.lastFailure = this.clock.instant();
		this.openUntil = this.lastFailure.plus(PAUSE);
	}

	/**
	 * Record that the API sent a response, be it a refusal.
	 */
	synchronized void recordResponse() {
		this.onTrial = false;
		this.failures = 0;
		this.lastResponse = this.clock.instant();
	}

	/**
	 * Return what was recorded.
	 * @return the present status
	 */
	synchronized Status status() {
		return new Status(this.failures, this.lastResponse, this.lastFailure);
	}

	/**
	 * What was recorded of the API.
	 *
	 * @param failures the number of failures since the last response, from 0
	 * @param lastResponse when it last sent a response, or {@code null}
	 * @param lastFailure when it last failed to, or {@code null}
	 */
	record Status(int failures, @Nullable Instant lastResponse, @Nullable Instant lastFailure) {
	}

}
