package io.watchfloor.defender;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.watchfloor.defender.ApiCalls.BodyReader;
import io.watchfloor.defender.shared.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriBuilder;

/**
 * Makes the calls of an API that change incidents: within a budget of their own, through
 * the circuit breaker of all calls, and each at most once. Nothing repeats one: a comment
 * would be there twice.
 */
public final class WriteCalls {

	/**
	 * Escapes what is no ASCII, so that also half a surrogate pair, which the API may
	 * have sent in a tag, goes back as it came.
	 */
	private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private final ApiCalls calls;

	private final HttpCalls http;

	private final WriteBudget budget;

	private final CallMeters meters;

	WriteCalls(ApiCalls calls, HttpCalls http, WriteBudget budget, CallMeters meters) {
		this.calls = calls;
		this.http = http;
		this.budget = budget;
		this.meters = meters;
	}

	/**
	 * Update an incident (PATCH).
	 * @param before the incident as it was read a moment ago
	 * @param reader the reader that makes the call
	 * @param uri builds the URI
	 * @param fields the fields that change, {@code null} for one that is cleared
	 * @param bodyReader reads the incident in the response
	 * @return the incident as it is now
	 * @throws DefenderException.Malformed when the response has another incident than the
	 * one that was to change, or says that it was merged into another
	 * @throws DefenderException when the call fails
	 */
	public Incident update(Incident before, ReaderId reader, Function<UriBuilder, URI> uri,
			Map<String, @Nullable Object> fields, BodyReader<Incident> bodyReader) {
		return make("update", reader, HttpMethod.PATCH, uri, fields,
				(body, partial) -> after(before, bodyReader.read(body, partial)));
	}

	/**
	 * Add something to an incident (POST).
	 * @param name what the meters call it
	 * @param reader the reader that makes the call
	 * @param uri builds the URI
	 * @param fields the fields of what is added
	 * @param bodyReader reads the body of the response
	 * @return what the body reader returned
	 * @throws DefenderException when the call fails
	 */
	public <T> T add(String name, ReaderId reader, Function<UriBuilder, URI> uri, Map<String, @Nullable Object> fields,
			BodyReader<T> bodyReader) {
		return make(name, reader, HttpMethod.POST, uri, fields, bodyReader);
	}

	/**
	 * Check that a reader could make a call now, so that nothing else is spent on one
	 * that could not be made.
	 * @param reader the reader
	 * @throws DefenderException.Throttled when the call would have to wait
	 */
	public void requireRoom(ReaderId reader) {
		heldBackIsCounted(() -> {
			this.budget.requireRoom(reader);
			return reader;
		});
	}

	private <T> T make(String name, ReaderId reader, HttpMethod method, Function<UriBuilder, URI> uri,
			Map<String, @Nullable Object> fields, BodyReader<T> bodyReader) {
		byte[] json = JSON.writeValueAsBytes(fields);
		return this.calls.once(() -> {
			Entry<Call> taken = take(reader);
			try {
				T result = this.http.write(name, method, uri, json, bodyReader);
				this.budget.ended(taken);
				return result;
			}
			catch (DefenderException ex) {
				this.budget.ended(taken);
				if (ex instanceof DefenderException.Throttled throttled) {
					this.budget.pause(throttled.waitTime());
				}
				throw ex;
			}
			catch (RuntimeException ex) {
				// There is no token: somebody has to sign in first, or Entra does not
				// answer
				this.budget.giveBack(taken);
				throw ex;
			}
		});
	}

	private Entry<Call> take(ReaderId reader) {
		return heldBackIsCounted(() -> this.budget.take(reader));
	}

	private <T> T heldBackIsCounted(Supplier<T> taking) {
		try {
			return taking.get();
		}
		catch (DefenderException.Throttled ex) {
			this.meters.heldBack("write");
			throw ex;
		}
	}

	private static Incident after(Incident before, Incident answer) {
		if (answer.id() != before.id()) {
			throw new DefenderException.Malformed("The answer is of another incident", null);
		}
		if (answer.redirectedTo() != null || "Redirected".equalsIgnoreCase(answer.status())) {
			throw new DefenderException.Malformed("The answer is of an incident that was merged into another", null);
		}
		return answer.with(alerts(before, answer), before.supplement().alertsMissing());
	}

	/**
	 * Return the alerts in the order in which they were read, each as it is in the
	 * answer, and then what is new.
	 */
	private static List<Alert> alerts(Incident before, Incident answer) {
		Map<Object, Alert> alerts = new LinkedHashMap<>();
		before.alerts().forEach((alert) -> alerts.put(key(alert), alert));
		answer.alerts().forEach((alert) -> alerts.put(key(alert), alert));
		return List.copyOf(alerts.values());
	}

	private static Object key(Alert alert) {
		return Objects.requireNonNullElse(alert.id(), alert);
	}

}
