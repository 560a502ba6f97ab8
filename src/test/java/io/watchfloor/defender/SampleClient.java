package io.watchfloor.defender;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * A client of an API that reads and writes without a token, for tests of the adapters.
 */
public final class SampleClient {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ApiCalls reads;

	private final WriteCalls writes;

	/**
	 * A client of the Defender API at an address.
	 * @param timeout the time that a response may take
	 */
	public SampleClient(String origin, Duration timeout, CallBudget budget, Clock clock) {
		this(new Api("The Defender API", URI.create(origin), Map.of(), 50, 1500, true, timeout), timeout, budget,
				clock);
	}

	/**
	 * A client of an API over HTTP.
	 * @param timeout the time that a response may take
	 */
	public SampleClient(Api api, Duration timeout, CallBudget budget, Clock clock) {
		this(api, DefenderConfiguration.requestFactory(timeout), budget, clock);
	}

	/**
	 * A client of an API.
	 * @param requestFactory where the requests go
	 * @param budget the budget for reading
	 */
	public SampleClient(Api api, ClientHttpRequestFactory requestFactory, CallBudget budget, Clock clock) {
		CircuitBreaker circuitBreaker = new CircuitBreaker(clock);
		CallMeters callMeters = new CallMeters(this.meters, budget);
		HttpCalls http = DefenderConfiguration.httpCalls(RestClient.builder(), api, requestFactory, circuitBreaker,
				callMeters, clock);
		this.reads = new ApiCalls(http, budget, circuitBreaker, callMeters);
		this.writes = new WriteCalls(this.reads, http, new WriteBudget(api, budget), callMeters);
	}

	/**
	 * The calls that read.
	 */
	public ApiCalls reads() {
		return this.reads;
	}

	/**
	 * The calls that write.
	 */
	public WriteCalls writes() {
		return this.writes;
	}

	/**
	 * How often a call ended in a way.
	 * @param call what the meters call it
	 * @param outcome what they call its end
	 */
	public long count(String call, String outcome) {
		return this.meters.get("watchfloor.defender.calls").tags("call", call, "outcome", outcome).timer().count();
	}

}
