package io.watchfloor.soak;

import java.time.Duration;
import java.util.Set;
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
enum FaultKind {

	STATUS_500("500", ErrorPageKind.UNANSWERED, () -> Fault.status(500)),

	STATUS_503("503", ErrorPageKind.UNANSWERED, () -> Fault.status(503)),

	GATEWAY("HTML with 502", ErrorPageKind.UNANSWERED, () -> Fault.html(502)),

	RESET("reset in mid-body", ErrorPageKind.UNANSWERED, Fault::cutOff),

	HANG("hangs before the headers", ErrorPageKind.UNANSWERED, () -> Fault.delayed(Duration.ofMinutes(1))),

	DRIP("a byte a second", ErrorPageKind.UNANSWERED, Fault::dripping),

	TRUNCATED("truncated JSON", ErrorPageKind.UNREADABLE, Fault::truncated),

	HTML("HTML with 200", ErrorPageKind.UNREADABLE, () -> Fault.html(200)),

	GZIP("broken gzip", ErrorPageKind.UNREADABLE, Fault::brokenGzip),

	RETRY_AFTER("429 with Retry-After", ErrorPageKind.THROTTLED, () -> Fault.statusWithRetryAfter(429, "5")),

	NO_RETRY_AFTER("429 without", ErrorPageKind.THROTTLED, () -> Fault.status(429)),

	WRITE_BROKEN_BEFORE("write broken off before", ErrorPageKind.UNANSWERED, () -> Fault.brokenOff().onWrites()),

	WRITE_BROKEN_AFTER("write broken off after", ErrorPageKind.UNANSWERED, () -> Fault.brokenOffAfter().onWrites()),

	WRITE_500("write answers 500", ErrorPageKind.UNANSWERED, () -> Fault.status(500).onWrites()),

	WRITE_504_AFTER("write done, answers 504", ErrorPageKind.UNANSWERED, () -> Fault.statusAfter(504).onWrites()),

	WRITE_429("write answers 429", ErrorPageKind.THROTTLED, () -> Fault.status(429).onWrites()),

	TOKEN("401", ErrorPageKind.TOKEN_REFUSED, () -> Fault.status(401)),

	CLAIMS("401, claims challenge", ErrorPageKind.TOKEN_REFUSED,
			() -> Fault.claimsChallenge("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}")),

	REVOKED("refresh refused: revoked", (entra) -> entra.refuseRefresh(EntraError.REVOKED)),

	MULTI_FACTOR("refresh refused: MFA", (entra) -> entra.refuseRefresh(EntraError.MULTI_FACTOR)),

	CREDENTIAL("credential refused", (entra) -> entra.refuseTokens(EntraError.ASSERTION_SIGNATURE)),

	ENTRA_503("Entra 503", (entra) -> entra.refuseTokens(EntraError.UNAVAILABLE)),

	ENTRA_SLOW("Entra takes 3 s", (entra) -> entra.delayTokens(Duration.ofSeconds(3))),

	ENTRA_HANGS("Entra takes 12 s", (entra) -> entra.delayTokens(Duration.ofSeconds(12))),

	/**
	 * Without Redis each node keeps to its share of the calls. Forms of pages that were
	 * open before belong to sessions that are gone.
	 */
	REDIS_RESTARTED("Redis restarted, empty", ErrorPageKind.SESSIONS_AWAY, ErrorPageKind.THROTTLED,
			ErrorPageKind.SESSION_GONE),

	REDIS_FROZEN("Redis frozen", ErrorPageKind.SESSIONS_AWAY, ErrorPageKind.THROTTLED),

	/** Costs nobody a page. */
	NODE_RESTARTED("node restarted");

	/**
	 * How long Watchfloor waits for the API during the soak: two thirds of the usual
	 * time. In half of that two nodes that have just started cannot read fifty queues,
	 * where they and the API share two processors.
	 */
	static final Duration API_TIMEOUT = Duration.ofSeconds(20);

	/**
	 * A last call may begin just before a fault ends, be tried three times with pauses of
	 * up to 1.8 s in all, and open the circuit for 10 s. A second is for the machine.
	 */
	private static final Duration CIRCUIT = API_TIMEOUT.plusMillis(12_800);

	/**
	 * Without {@code Retry-After} Watchfloor pauses for the window that the API names, a
	 * minute, and up to 6 s that spread the return. A second is for the machine.
	 */
	private static final Duration WINDOW = Duration.ofSeconds(67);

	private final String label;

	private final Set<ErrorPageKind> errorPages;

	private final @Nullable Supplier<Fault> fault;

	private final @Nullable Consumer<EntraControls> order;

	FaultKind(String label, ErrorPageKind errorPage, Supplier<Fault> fault) {
		this.label = label;
		this.errorPages = Set.of(errorPage);
		this.fault = fault;
		this.order = null;
	}

	FaultKind(String label, Consumer<EntraControls> order) {
		this.label = label;
		this.errorPages = Set.of(ErrorPageKind.SIGN_IN_REFUSED);
		this.fault = null;
		this.order = order;
	}

	FaultKind(String label, ErrorPageKind... errorPages) {
		this.label = label;
		this.errorPages = Set.of(errorPages);
		this.fault = null;
		this.order = null;
	}

	String label() {
		return this.label;
	}

	/**
	 * The error pages that people may see.
	 */
	Set<ErrorPageKind> errorPages() {
		return this.errorPages;
	}

	/**
	 * Whether people may have to sign in again, who are signed in.
	 */
	boolean signsOut() {
		return this == REDIS_RESTARTED || this.errorPages.contains(ErrorPageKind.TOKEN_REFUSED)
				|| this.errorPages.contains(ErrorPageKind.SIGN_IN_REFUSED);
	}

	/**
	 * The API's fault, or {@code null} for a fault elsewhere.
	 */
	@Nullable Supplier<Fault> fault() {
		return this.fault;
	}

	/**
	 * How Entra is told of its fault, or {@code null} for a fault elsewhere.
	 */
	@Nullable Consumer<EntraControls> order() {
		return this.order;
	}

	/**
	 * How long people may see something of it after it is over; a request that was under
	 * way then counts as one during it.
	 */
	Duration aftermath() {
		return switch (this) {
			case RETRY_AFTER -> Duration.ofSeconds(6);
			case NO_RETRY_AFTER, REDIS_RESTARTED, REDIS_FROZEN -> WINDOW;
			default -> this.errorPages.contains(ErrorPageKind.UNANSWERED) ? CIRCUIT : underWay();
		};
	}

	/**
	 * A tab may wait for the call of another one that began before the fault ended.
	 */
	private Duration underWay() {
		return (this.fault != null) ? API_TIMEOUT : Duration.ZERO;
	}

}
