package io.watchfloor.defender;

import java.io.Serializable;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it is stored: without its cause and the calls that led to it, which are
 * for the log of the process that saw them.
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
record StoredFailure(String kind, String message, @Nullable String code, @Nullable String trackingId,
		@Nullable String claims, @Nullable Duration pause, boolean heldBack,
		DefenderException.Unavailable.@Nullable Stage stage) implements Serializable {

	static StoredFailure of(DefenderException failure) {
		DefenderException.Throttled throttled = (failure instanceof DefenderException.Throttled one) ? one : null;
		return new StoredFailure(failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()),
				failure.code(), failure.trackingId(),
				(failure instanceof DefenderException.Unauthorized refused) ? refused.claims() : null,
				(throttled != null) ? throttled.waitTime() : null, throttled != null && throttled.heldBack(),
				(failure instanceof DefenderException.Unavailable away) ? away.stage() : null);
	}

	/**
	 * Return the failure, as if it had happened here.
	 * @throws IllegalArgumentException if there is no such failure
	 */
	private Object readResolve() {
		return switch (this.kind) {
			case "Unauthorized" ->
				new DefenderException.Unauthorized(this.message, this.code, this.trackingId, this.claims);
			case "Forbidden" -> new DefenderException.Forbidden(this.message, this.code, this.trackingId);
			case "NotFound" -> new DefenderException.NotFound(this.message, this.code, this.trackingId);
			case "Rejected" -> new DefenderException.Rejected(this.message, this.code, this.trackingId);
			case "Malformed" -> new DefenderException.Malformed(this.message, null);
			case "Throttled" -> throttled();
			case "Unavailable" -> unavailable();
			default -> throw new IllegalArgumentException("There is no failure " + this.kind);
		};
	}

	private DefenderException throttled() {
		if (this.pause == null) {
			throw new IllegalArgumentException("It is not said how long to wait");
		}
		return this.heldBack ? DefenderException.Throttled.heldBack(this.pause)
				: new DefenderException.Throttled(this.message, this.code, this.trackingId, this.pause);
	}

	private DefenderException unavailable() {
		if (this.stage == null) {
			throw new IllegalArgumentException("It is not said how far the call came");
		}
		return new DefenderException.Unavailable(this.message, this.code, this.trackingId, this.stage, null);
	}

}
