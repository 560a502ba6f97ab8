package io.watchfloor.soak;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraControls;
import io.watchfloor.sandbox.entra.EntraError;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong around Watchfloor, with what people may see of it and for how long
 * after it is over.
 */
enum Trouble {

	STATUS_500("500", Effect.UNANSWERED, () -> Fault.status(500)),

	STATUS_503("503", Effect.UNANSWERED, () -> Fault.status(503)),

	GATEWAY("HTML with 502", Effect.UNANSWERED, () -> Fault.html(502)),

	RESET("reset in mid-body", Effect.UNANSWERED, Fault::cutOff),

	HANG("hangs before the headers", Effect.UNANSWERED, () -> Fault.delayed(Duration.ofMinutes(1))),

	DRIP("a byte a second", Effect.UNANSWERED, Fault::dripping),

	TRUNCATED("truncated JSON", Effect.UNREADABLE, Fault::truncated),

	HTML("HTML with 200", Effect.UNREADABLE, () -> Fault.html(200)),

	GZIP("broken gzip", Effect.UNREADABLE, Fault::brokenGzip),

	RETRY_AFTER("429 with Retry-After", Effect.THROTTLED, () -> Fault.statusWithRetryAfter(429, "5")),

	NO_RETRY_AFTER("429 without", Effect.THROTTLED, () -> Fault.status(429)),

	TOKEN("401", Effect.TOKEN_REFUSED, () -> Fault.status(401)),

	CLAIMS("401, claims challenge", Effect.TOKEN_REFUSED,
			() -> Fault.claimsChallenge("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}")),

	REVOKED("refresh refused: revoked", (entra) -> entra.refuseRefresh(EntraError.REVOKED)),

	MULTI_FACTOR("refresh refused: MFA", (entra) -> entra.refuseRefresh(EntraError.MULTI_FACTOR)),

	CREDENTIAL("credential refused", (entra) -> entra.refuseTokens(EntraError.ASSERTION_SIGNATURE)),

	ENTRA_503("Entra 503", (entra) -> entra.refuseTokens(EntraError.UNAVAILABLE)),

	ENTRA_SLOW("Entra takes 3 s", (entra) -> entra.delayTokens(Duration.ofSeconds(3))),

	ENTRA_HANGS("Entra takes 12 s", (entra) -> entra.delayTokens(Duration.ofSeconds(12)));

	/**
	 * How long Watchfloor waits for the API during the soak.
	 */
	static final Duration API_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * A last call may begin just before a trouble ends, be tried three times with pauses
	 * of up to 1.8 s in all, and open the circuit for 10 s. A second is for the machine.
	 */
	private static final Duration CIRCUIT = API_TIMEOUT.plusMillis(12_800);

	/**
	 * Without {@code Retry-After} Watchfloor pauses for the window that the API names, a
	 * minute, and up to 6 s that spread the return. A second is for the machine.
	 */
	private static final Duration WINDOW = Duration.ofSeconds(67);

	private final String label;

	private final Effect effect;

	private final @Nullable Supplier<Fault> fault;

	private final Consumer<EntraControls> order;

	Trouble(String label, Effect effect, Supplier<Fault> fault) {
		this.label = label;
		this.effect = effect;
		this.fault = fault;
		this.order = (entra) -> {
		};
	}

	Trouble(String label, Consumer<EntraControls> order) {
		this.label = label;
		this.effect = Effect.SIGN_IN_REFUSED;
		this.fault = null;
		this.order = order;
	}

	String label() {
		return this.label;
	}

	Effect effect() {
		return this.effect;
	}

	/**
	 * The API's fault, or {@code null} for a trouble of Entra's.
	 */
	@Nullable Supplier<Fault> fault() {
		return this.fault;
	}

	void order(EntraControls entra) {
		this.order.accept(entra);
	}

	/**
	 * How long people may see something of it after it is over; a request that was under
	 * way then counts as one during it.
	 */
	Duration aftermath() {
		return switch (this) {
			case RETRY_AFTER -> Duration.ofSeconds(6);
			case NO_RETRY_AFTER -> WINDOW;
			default -> (this.effect == Effect.UNANSWERED) ? CIRCUIT : underWay();
		};
	}

	/**
	 * A tab may wait for the call of another one that began before the trouble ended.
	 */
	private Duration underWay() {
		return (this.fault != null) ? API_TIMEOUT : Duration.ZERO;
	}

}
