package io.watchfloor.defender;

import java.io.IOException;
import java.net.URI;
import java.util.function.Function;

import io.micrometer.core.instrument.Timer;
import io.watchfloor.http.BoundedInputStream;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/**
 * Makes one call over HTTP, and reports to the call budget, the circuit breaker and the
 * meters how it ended.
 */
final class HttpCalls {

	/**
	 * A page of 100 incidents is commonly 1 to 20 MB.
	 */
	private static final long MAX_BYTES = 100_000_000;

	private final RestClient http;

	private final ErrorResponses errorResponses;

	private final CallBudget budget;

	private final CircuitBreaker circuitBreaker;

	private final CallMeters meters;

	HttpCalls(RestClient http, ErrorResponses errorResponses, CallBudget budget, CircuitBreaker circuitBreaker,
			CallMeters meters) {
		this.http = http;
		this.errorResponses = errorResponses;
		this.budget = budget;
		this.circuitBreaker = circuitBreaker;
		this.meters = meters;
	}

	/**
	 * Make a call.
	 * @param name what the meters call it
	 * @param uri builds the URI
	 * @param bodyReader reads the body of a response with status 200 or 206
	 * @return what the body reader returned
	 * @throws DefenderException when the call fails
	 */
	<T> T get(String name, Function<UriBuilder, URI> uri, ApiCalls.BodyReader<T> bodyReader) {
		Timer.Sample sample = this.meters.start();
		DefenderException failure = null;
		try {
			T result = exchange(uri, bodyReader);
			this.circuitBreaker.recordResponse();
			return result;
		}
		catch (DefenderException ex) {
			failure = ex;
			record(ex);
			throw ex;
		}
		finally {
			this.meters.ended(sample, name, failure);
		}
	}

	private <T> T exchange(Function<UriBuilder, URI> uri, ApiCalls.BodyReader<T> bodyReader) {
		try {
			return this.http.get()
				.uri(uri)
				.accept(MediaType.APPLICATION_JSON)
				.exchangeForRequiredValue((request, response) -> read(response, bodyReader));
		}
		catch (ResourceAccessException ex) {
			throw this.errorResponses.withoutResponse(ex);
		}
		catch (NumberFormatException | InvalidMediaTypeException ex) {
			throw new DefenderException.Malformed("The answer's headers cannot be read", ex);
		}
	}

	private <T> T read(ClientHttpResponse response, ApiCalls.BodyReader<T> bodyReader) throws IOException {
		int status = response.getStatusCode().value();
		if (status != 200 && status != 206) {
			throw this.errorResponses.toException(response);
		}
		MediaType type = response.getHeaders().getContentType();
		if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
			throw new DefenderException.Malformed("The answer is not JSON", null);
		}
		return bodyReader.read(new BoundedInputStream(response.getBody(), MAX_BYTES), status == 206);
	}

	private void record(DefenderException failure) {
		if (failure instanceof DefenderException.Unavailable) {
			this.circuitBreaker.recordFailure();
			return;
		}
		this.circuitBreaker.recordResponse();
		if (failure instanceof DefenderException.Throttled throttled) {
			this.budget.pause(throttled.waitTime());
		}
	}

}
