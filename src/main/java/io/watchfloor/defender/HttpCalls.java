package io.watchfloor.defender;

import java.io.IOException;
import java.net.URI;
import java.util.function.Function;

import io.micrometer.core.instrument.Timer;
import io.watchfloor.http.BoundedInputStream;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/**
 * Makes one call over HTTP, and reports to the circuit breaker and the meters how it
 * ended.
 */
final class HttpCalls {

	/**
	 * A page of 100 incidents is commonly 1 to 20 MB.
	 */
	private static final long MAX_BYTES = 100_000_000;

	private final RestClient http;

	private final ErrorResponses errorResponses;

	private final CircuitBreaker circuitBreaker;

	private final CallMeters meters;

	HttpCalls(RestClient http, ErrorResponses errorResponses, CircuitBreaker circuitBreaker, CallMeters meters) {
		this.http = http;
		this.errorResponses = errorResponses;
		this.circuitBreaker = circuitBreaker;
		this.meters = meters;
	}

	/**
	 * Make a call that reads.
	 * @param name what the meters call it
	 * @param uri builds the URI
	 * @param bodyReader reads the body of a response with status 200, 201 or 206
	 * @return what the body reader returned
	 * @throws DefenderException when the call fails
	 */
	<T> T get(String name, Function<UriBuilder, URI> uri, ApiCalls.BodyReader<T> bodyReader) {
		return call(name, this.http.get().uri(uri), bodyReader);
	}

	/**
	 * Make a call that changes something. The JDK's client repeats it only where no
	 * connection could be established: a request other than GET and HEAD never, though a
	 * kept connection was closed under it.
	 * @param name what the meters call it
	 * @param method how it changes
	 * @param uri builds the URI
	 * @param json the body of the request
	 * @param bodyReader reads the body of a response with status 200, 201 or 206
	 * @return what the body reader returned
	 * @throws DefenderException when the call fails
	 */
	<T> T write(String name, HttpMethod method, Function<UriBuilder, URI> uri, byte[] json,
			ApiCalls.BodyReader<T> bodyReader) {
		return call(name, this.http.method(method).uri(uri).contentType(MediaType.APPLICATION_JSON).body(json),
				bodyReader);
	}

	private <T> T call(String name, RestClient.RequestHeadersSpec<?> request, ApiCalls.BodyReader<T> bodyReader) {
		Timer.Sample sample = this.meters.start();
		DefenderException failure = null;
		try {
			T result = exchange(request, bodyReader);
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

	private <T> T exchange(RestClient.RequestHeadersSpec<?> request, ApiCalls.BodyReader<T> bodyReader) {
		try {
			return request.accept(MediaType.APPLICATION_JSON)
				.exchangeForRequiredValue((sent, response) -> read(response, bodyReader));
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
		if (status != 200 && status != 201 && status != 206) {
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
		}
		else {
			this.circuitBreaker.recordResponse();
		}
	}

}
