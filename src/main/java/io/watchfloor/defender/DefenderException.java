package io.watchfloor.defender;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The Defender API did not answer as it should. Each way it fails has a name, and each
 * failure keeps the tracking id that Microsoft's support asks for. Messages are for logs:
 * they never hold a token nor the body of the answer.
 */
public abstract sealed class DefenderException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String code;

	private final @Nullable String trackingId;

	private DefenderException(String message, @Nullable String code, @Nullable String trackingId,
			@Nullable Throwable cause) {
		super(message, cause);
		this.code = code;
		this.trackingId = trackingId;
	}

	/**
	 * The API's own word for the failure, such as {@code ODataError}.
	 * @return the code, or {@code null} when the answer has none
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * The id under which Microsoft's support finds the call.
	 * @return the answer's {@code error.target}, or {@code null} when it has none
	 */
	public @Nullable String trackingId() {
		return this.trackingId;
	}

	/**
	 * The API refused the token (401), even a fresh one.
	 */
	public static final class Unauthorized extends DefenderException {

		private static final long serialVersionUID = 1L;

		private final @Nullable String claims;

		Unauthorized(String message, @Nullable String code, @Nullable String trackingId, @Nullable String claims) {
			super(message, code, trackingId, null);
			this.claims = claims;
		}

		/**
		 * What Conditional Access wants of the next sign-in.
		 * @return the decoded JSON of the claims challenge, or {@code null} when the
		 * answer was no such challenge
		 */
		public @Nullable String claims() {
			return this.claims;
		}

	}

	/**
	 * The token is good but a permission or a role is missing (403).
	 */
	public static final class Forbidden extends DefenderException {

		private static final long serialVersionUID = 1L;

		Forbidden(String message, @Nullable String code, @Nullable String trackingId) {
			super(message, code, trackingId, null);
		}

	}

	/**
	 * There is no such incident, or none that this analyst may see (404).
	 */
	public static final class NotFound extends DefenderException {

		private static final long serialVersionUID = 1L;

		NotFound(String message, @Nullable String code, @Nullable String trackingId) {
			super(message, code, trackingId, null);
		}

	}

	/**
	 * The call budget is used up, the API's (429) or this installation's own.
	 */
	public static final class Throttled extends DefenderException {

		private static final long serialVersionUID = 1L;

		private final Duration wait;

		private final boolean heldBack;

		Throttled(String message, @Nullable String code, @Nullable String trackingId, Duration wait) {
			this(message, code, trackingId, wait, false);
		}

		private Throttled(String message, @Nullable String code, @Nullable String trackingId, Duration wait,
				boolean heldBack) {
			super(message, code, trackingId, null);
			this.wait = wait;
			this.heldBack = heldBack;
		}

		static Throttled heldBack(Duration wait) {
			return new Throttled("The call was held back to keep within the budget", null, null, wait, true);
		}

		/**
		 * Whether this installation held the call back, so that the API never saw it:
		 * nothing failed, the call only has to wait for its turn.
		 * @return {@code false} when the API itself refused it
		 */
		public boolean heldBack() {
			return this.heldBack;
		}

		/**
		 * How long to wait before the next call.
		 * @return the time to wait, more than zero
		 */
		public Duration waitTime() {
			return this.wait;
		}

	}

	/**
	 * The API refused the question (any other 4xx).
	 */
	public static final class Rejected extends DefenderException {

		private static final long serialVersionUID = 1L;

		Rejected(String message, @Nullable String code, @Nullable String trackingId) {
			super(message, code, trackingId, null);
		}

	}

	/**
	 * The API cannot be reached, does not answer in time, or fails (5xx, redirects).
	 */
	public static final class Unavailable extends DefenderException {

		private static final long serialVersionUID = 1L;

		private final boolean passing;

		Unavailable(String message, @Nullable String code, @Nullable String trackingId, boolean passing,
				@Nullable Throwable cause) {
			super(message, code, trackingId, cause);
			this.passing = passing;
		}

		/**
		 * Whether another try a moment later may well succeed.
		 */
		boolean passing() {
			return this.passing;
		}

	}

	/**
	 * The API answered 200 with something that is no such answer.
	 */
	public static final class Malformed extends DefenderException {

		private static final long serialVersionUID = 1L;

		Malformed(String message, @Nullable Throwable cause) {
			super(message, null, null, cause);
		}

	}

}
