package io.watchfloor.defender;

import java.io.Serializable;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call of the API that has the incidents fails, with a subclass for each
 * kind of failure. It keeps the tracking id that Microsoft's support asks for. Messages
 * are for logs: they never hold a token nor the body of the response.
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
	 * Return the API's error code, such as {@code ODataError}.
	 * @return the code, or {@code null} when the response has none
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * Return the id under which Microsoft's support finds the call.
	 * @return the response's {@code error.target} or {@code request-id}, or {@code null}
	 * when it has none
	 */
	public @Nullable String trackingId() {
		return this.trackingId;
	}

	/**
	 * Return whether the API refused the analyst: the token, or what the token may see.
	 * @return whether this is {@link Unauthorized} or {@link Forbidden}
	 */
	public boolean isRefusal() {
		return this instanceof Unauthorized || this instanceof Forbidden;
	}

	/**
	 * Return whether a call that was to change something may have done so all the same.
	 * @return {@code true} when the call was sent and its answer did not come, could not
	 * be read or was a 5xx; {@code false} when it was refused, or never reached the API
	 */
	public boolean mayHaveTakenEffect() {
		return this instanceof Malformed || (this instanceof Unavailable unavailable && unavailable.stage.sent);
	}

	/**
	 * Return whether the request itself may be the cause, so that one for fewer incidents
	 * may succeed.
	 * @return {@code true} for an answer that cannot be read, breaks off or does not come
	 * in time, and for most 5xx; {@code false} for 503, which means overload or
	 * maintenance, and when the API cannot be reached, is not asked, or refuses
	 */
	public boolean isOfRequest() {
		return this instanceof Malformed || (this instanceof Unavailable unavailable && unavailable.stage.ofRequest);
	}

	/**
	 * Store it without what is for the log of this process.
	 */
	final Object writeReplace() {
		return Stored.of(this);
	}

	/**
	 * Thrown when the API refuses the token (401), even a fresh one.
	 */
	public static final class Unauthorized extends DefenderException {

		private static final long serialVersionUID = 1L;

		private final @Nullable String claims;

		Unauthorized(String message, @Nullable String code, @Nullable String trackingId, @Nullable String claims) {
			super(message, code, trackingId, null);
			this.claims = claims;
		}

		/**
		 * Return the claims that Conditional Access requires of the next sign-in.
		 * @return the decoded JSON of the claims challenge, or {@code null} when the
		 * response was no such challenge
		 */
		public @Nullable String claims() {
			return this.claims;
		}

	}

	/**
	 * Thrown when the token is valid but a permission or a role is missing (403).
	 */
	public static final class Forbidden extends DefenderException {

		private static final long serialVersionUID = 1L;

		Forbidden(String message, @Nullable String code, @Nullable String trackingId) {
			super(message, code, trackingId, null);
		}

	}

	/**
	 * Thrown when there is no such incident, or none that this analyst may see (404).
	 */
	public static final class NotFound extends DefenderException {

		private static final long serialVersionUID = 1L;

		NotFound(String message, @Nullable String code, @Nullable String trackingId) {
			super(message, code, trackingId, null);
		}

	}

	/**
	 * Thrown when a call has to wait: for the API's quota (429), or for this
	 * installation's own call budget.
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

		/**
		 * Create the failure of a call that the call budget did not let through.
		 * @param wait the time to wait, more than zero
		 */
		static Throttled heldBack(Duration wait) {
			return new Throttled("The call was held back to keep within the budget", null, null, wait, true);
		}

		/**
		 * Return whether the call budget held the call back, so that the API never saw
		 * it: nothing failed, the call only has to wait for its turn.
		 * @return {@code false} when the API itself refused the call
		 */
		public boolean heldBack() {
			return this.heldBack;
		}

		/**
		 * Return the time to wait before the next call.
		 * @return the time to wait, more than zero
		 */
		public Duration waitTime() {
			return this.wait;
		}

	}

	/**
	 * Thrown when the API rejects the request (any other 4xx).
	 */
	public static final class Rejected extends DefenderException {

		private static final long serialVersionUID = 1L;

		Rejected(String message, @Nullable String code, @Nullable String trackingId) {
			super(message, code, trackingId, null);
		}

	}

	/**
	 * Thrown when the API cannot be reached, does not respond in time, or fails (5xx,
	 * redirects).
	 */
	public static final class Unavailable extends DefenderException {

		private static final long serialVersionUID = 1L;

		private final Stage stage;

		Unavailable(String message, @Nullable String code, @Nullable String trackingId, Stage stage,
				@Nullable Throwable cause) {
			super(message, code, trackingId, cause);
			this.stage = stage;
		}

		/**
		 * Return how far the call came.
		 */
		Stage stage() {
			return this.stage;
		}

		/**
		 * Return whether a retry a moment later may well succeed.
		 */
		boolean retryable() {
			return this.stage.retryable;
		}

		/**
		 * How far a call came, and what follows from it.
		 */
		enum Stage {

			/** It was not made. */
			NOT_ASKED(false, false, false),
			/** No connection was established. */
			NOT_REACHED(true, false, false),
			/** The answer was that there is overload or maintenance (503). */
			OVERLOADED(true, false, true),
			/** The answer was a failure that may pass in a moment. */
			FAILED(true, true, true),
			/** No whole answer came, or one that is a failure for good. */
			NO_ANSWER(false, true, true),
			/**
			 * The answer has a status that was not to be expected, such as a redirect.
			 */
			UNEXPECTED(false, false, true);

			private final boolean retryable;

			private final boolean ofRequest;

			private final boolean sent;

			Stage(boolean retryable, boolean ofRequest, boolean sent) {
				this.retryable = retryable;
				this.ofRequest = ofRequest;
				this.sent = sent;
			}

		}

	}

	/**
	 * Thrown when a response with status 200 or 206 cannot be read: it is cut off, too
	 * large, or not what was requested.
	 */
	public static final class Malformed extends DefenderException {

		private static final long serialVersionUID = 1L;

		/**
		 * Create the failure.
		 * @param message what is wrong, without anything of the body
		 * @param cause what the reader threw, or {@code null}
		 */
		public Malformed(String message, @Nullable Throwable cause) {
			super(message, null, null, cause);
		}

	}

	/**
	 * A failure as it is stored: without its cause and the calls that led to it, which
	 * are for the log of the process that saw them.
	 *
	 * @param kind the simple name of its class
	 * @param message its message
	 * @param code the API's error code, or {@code null}
	 * @param trackingId the id for Microsoft's support, or {@code null}
	 * @param claims what Conditional Access requires, or {@code null}
	 * @param pause how long to wait, or {@code null}
	 * @param heldBack whether the call budget held the call back
	 * @param stage how far the call came, or {@code null}
	 */
	private record Stored(String kind, String message, @Nullable String code, @Nullable String trackingId,
			@Nullable String claims, @Nullable Duration pause, boolean heldBack,
			Unavailable.@Nullable Stage stage) implements Serializable {

		static Stored of(DefenderException failure) {
			Throttled throttled = (failure instanceof Throttled one) ? one : null;
			return new Stored(failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()), failure.code(),
					failure.trackingId(), (failure instanceof Unauthorized refused) ? refused.claims() : null,
					(throttled != null) ? throttled.waitTime() : null, throttled != null && throttled.heldBack(),
					(failure instanceof Unavailable away) ? away.stage() : null);
		}

		/**
		 * Return the failure, as if it had happened here.
		 * @throws IllegalArgumentException if there is no such failure
		 */
		private Object readResolve() {
			return switch (this.kind) {
				case "Unauthorized" -> new Unauthorized(this.message, this.code, this.trackingId, this.claims);
				case "Forbidden" -> new Forbidden(this.message, this.code, this.trackingId);
				case "NotFound" -> new NotFound(this.message, this.code, this.trackingId);
				case "Rejected" -> new Rejected(this.message, this.code, this.trackingId);
				case "Malformed" -> new Malformed(this.message, null);
				case "Throttled" -> throttled();
				case "Unavailable" -> unavailable();
				default -> throw new IllegalArgumentException("There is no failure " + this.kind);
			};
		}

		private DefenderException throttled() {
			if (this.pause == null) {
				throw new IllegalArgumentException("It is not said how long to wait");
			}
			return this.heldBack ? Throttled.heldBack(this.pause)
					: new Throttled(this.message, this.code, this.trackingId, this.pause);
		}

		private DefenderException unavailable() {
			if (this.stage == null) {
				throw new IllegalArgumentException("It is not said how far the call came");
			}
			return new Unavailable(this.message, this.code, this.trackingId, this.stage, null);
		}

	}

}
