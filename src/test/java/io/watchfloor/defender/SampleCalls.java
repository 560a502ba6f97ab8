package io.watchfloor.defender;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Calls of an API without a token, for tests of the adapters.
 */
public final class SampleCalls {

	/**
	 * How long the circuit breaker stays open.
	 */
	public static final Duration PAUSE = CircuitBreaker.PAUSE;

	private SampleCalls() {
	}

	/**
	 * Calls of a server.
	 * @param origin its address
	 * @param timeout the time that a response may take
	 * @param budget the call budget
	 */
	public static ApiCalls of(String origin, Duration timeout, CallBudget budget, Clock clock) {
		Api api = new Api("The Defender API", URI.create(origin), Map.of(), 1, 1, true, timeout);
		return of(api, DefenderConfiguration.requestFactory(timeout), budget, clock);
	}

	/**
	 * Calls of an API, whose quota is not looked at, but that of the budget.
	 * @param requestFactory where the requests go
	 */
	public static ApiCalls of(Api api, ClientHttpRequestFactory requestFactory, CallBudget budget, Clock clock) {
		return new SampleClient(api, requestFactory, budget, clock).reads();
	}

}
