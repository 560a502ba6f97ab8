package io.watchfloor.defender;

import java.time.Duration;

/**
 * Failures of the Defender API for tests of what is made of them.
 */
public final class SampleFailures {

	/**
	 * The tracking id of every failure here that has one.
	 */
	public static final String TRACKING_ID = "d3b0c2f4-0000-4000-8000-00000000beef";

	/**
	 * The message of every failure here, which is for logs.
	 */
	public static final String MESSAGE = "words for the log";

	private static final String CODE = "SomeCode";

	private SampleFailures() {
	}

	public static DefenderException unauthorized() {
		return new DefenderException.Unauthorized(MESSAGE, CODE, TRACKING_ID, null);
	}

	public static DefenderException forbidden() {
		return new DefenderException.Forbidden(MESSAGE, CODE, TRACKING_ID);
	}

	public static DefenderException notFound() {
		return new DefenderException.NotFound(MESSAGE, CODE, TRACKING_ID);
	}

	public static DefenderException throttled(long waitMillis) {
		return new DefenderException.Throttled(MESSAGE, CODE, TRACKING_ID, Duration.ofMillis(waitMillis));
	}

	public static DefenderException heldBack() {
		return DefenderException.Throttled.heldBack(Duration.ofSeconds(3));
	}

	public static DefenderException rejected() {
		return new DefenderException.Rejected(MESSAGE, CODE, TRACKING_ID);
	}

	public static DefenderException unavailable() {
		return new DefenderException.Unavailable(MESSAGE, CODE, TRACKING_ID, DefenderException.Unavailable.Stage.FAILED,
				null);
	}

	public static DefenderException overloaded() {
		return new DefenderException.Unavailable(MESSAGE, CODE, TRACKING_ID,
				DefenderException.Unavailable.Stage.OVERLOADED, null);
	}

	public static DefenderException unreachable() {
		return new DefenderException.Unavailable(MESSAGE, null, null, DefenderException.Unavailable.Stage.NOT_REACHED,
				null);
	}

	public static DefenderException malformed() {
		return new DefenderException.Malformed(MESSAGE, null);
	}

}
