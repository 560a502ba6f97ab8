package io.watchfloor.defender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;

import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/**
 * Makes one call over HTTP, and tells the call budget, the circuit and the meters how it
 * ended.
 */
final class HttpCalls {

	private final RestClient http;

	private final ErrorResponses failures;

	private final CallBudget budget;

	private final CircuitBreaker circuit;

	private final CallMeters meters;

	HttpCalls(RestClient http, ErrorResponses failures, CallBudget budget, CircuitBreaker circuit, CallMeters meters) {
		this.http = http;
		this.failures = failures;
		this.budget = budget;
		this.circuit = circuit;
		this.meters = meters;
	}

	/**
	 * Make a call.
	 * @param kind what it reads, as the meters call it
	 * @param address where it goes
	 * @param reader reads the body of a good answer
	 * @throws DefenderException when there is no such answer
	 */
	<T> T get(String kind, Function<UriBuilder, URI> address, BodyReader<T> reader) {
		Timer.Sample sample = this.meters.start();
		DefenderException failure = null;
		try {
			T answer = exchange(address, reader);
			this.circuit.answered();
			return answer;
		}
		catch (DefenderException ex) {
			failure = ex;
			failed(ex);
			throw ex;
		}
		finally {
			this.meters.ended(sample, kind, failure);
		}
	}

	private <T> T exchange(Function<UriBuilder, URI> address, BodyReader<T> reader) {
		try {
			return this.http.get()
				.uri(address)
				.accept(MediaType.APPLICATION_JSON)
				.exchangeForRequiredValue((request, response) -> read(response, reader));
		}
		catch (ResourceAccessException ex) {
			throw this.failures.withoutAnswer(ex);
		}
		catch (NumberFormatException | InvalidMediaTypeException ex) {
			throw new DefenderException.Malformed("The answer's headers cannot be read", ex);
		}
	}

	private <T> T read(ClientHttpResponse response, BodyReader<T> reader) throws IOException {
		if (response.getStatusCode().value() != 200) {
			throw this.failures.of(response);
		}
		MediaType type = response.getHeaders().getContentType();
		if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
			throw new DefenderException.Malformed("The answer is not JSON", null);
		}
		return reader.read(new BoundedBody(response.getBody()));
	}

	private void failed(DefenderException ex) {
		if (ex instanceof DefenderException.Unavailable) {
			this.circuit.failed();
			return;
		}
		this.circuit.answered();
		if (ex instanceof DefenderException.Throttled throttled) {
			this.budget.pause(throttled.waitTime());
		}
	}

	/**
	 * Reads the body of a good answer.
	 */
	@FunctionalInterface
	interface BodyReader<T> {

		T read(InputStream body) throws IOException;

	}

}
