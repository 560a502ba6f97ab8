package io.watchfloor.defender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import io.watchfloor.defender.shared.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.web.util.UriBuilder;

/**
 * Makes the calls of an API: within the call budget, through the circuit breaker, and
 * with retries of what failed for a moment.
 */
public final class ApiCalls {

	private static final Logger logger = LoggerFactory.getLogger(ApiCalls.class);

	private static final Duration RETRY_DELAY = Duration.ofMillis(300);

	private final HttpCalls http;

	private final CallBudget budget;

	private final CircuitBreaker circuitBreaker;

	private final CallMeters meters;

	private final RetryTemplate noRetries = new RetryTemplate(RetryPolicy.builder().maxRetries(0).build());

	private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(2)
		.delay(RETRY_DELAY)
		.jitter(RETRY_DELAY.dividedBy(2))
		.multiplier(3)
		.predicate((failure) -> failure instanceof DefenderException.Unavailable unavailable && unavailable.retryable())
		.build());

	ApiCalls(HttpCalls http, CallBudget budget, CircuitBreaker circuitBreaker, CallMeters meters) {
		this.http = http;
		this.budget = budget;
		this.circuitBreaker = circuitBreaker;
		this.meters = meters;
	}

	/**
	 * Read a list.
	 * @param name what the meters call it
	 * @param priority the reader that makes the call and its urgency
	 * @param retried whether to try again at once what failed and may succeed a moment
	 * later
	 * @param uri builds the URI
	 * @param bodyReader reads the body of the response
	 * @return what the body reader returned
	 * @throws DefenderException when the call fails
	 */
	public <T> T list(String name, CallPriority priority, boolean retried, Function<UriBuilder, URI> uri,
			BodyReader<T> bodyReader) {
		AtomicBoolean isRetry = new AtomicBoolean();
		return execute(retried ? this.retries : this.noRetries, () -> {
			Entry<Call> call = take(isRetry.getAndSet(true) ? priority.forRetry() : priority);
			return make(call, () -> this.http.get(name, uri, bodyReader));
		});
	}

	/**
	 * Read a single incident that somebody opens.
	 * @param name what the meters call it
	 * @param reader the reader that makes the call
	 * @param uri builds the URI
	 * @param bodyReader reads the body of the response
	 * @return what the body reader returned
	 * @throws DefenderException when the call fails
	 */
	public <T> T single(String name, ReaderId reader, Function<UriBuilder, URI> uri, BodyReader<T> bodyReader) {
		return execute(this.retries,
				() -> make(this.budget.takeSingle(reader), () -> this.http.get(name, uri, bodyReader)));
	}

	private <T> T make(Entry<Call> taken, Supplier<T> call) {
		try {
			T result = call.get();
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
			// There is no token: somebody has to sign in first, or Entra does not answer
			this.budget.giveBack(taken);
			throw ex;
		}
	}

	private Entry<Call> take(CallPriority priority) {
		try {
			return this.budget.take(priority);
		}
		catch (DefenderException.Throttled ex) {
			this.meters.heldBack(priority.urgency().name().toLowerCase(Locale.ROOT));
			throw ex;
		}
	}

	/**
	 * Make a call through the circuit breaker, and retry it when that may help and is
	 * asked for.
	 */
	private <T> T execute(RetryTemplate tries, Supplier<T> call) {
		return once(() -> tries.invoke(call));
	}

	/**
	 * Make a call through the circuit breaker, without retries. A call that fails for
	 * good is one line in the log.
	 */
	<T> T once(Supplier<T> call) {
		this.circuitBreaker.acquire();
		try {
			return call.get();
		}
		catch (DefenderException ex) {
			if (isHeldBack(ex)) {
				this.circuitBreaker.release();
			}
			else if (!(ex instanceof DefenderException.NotFound)) {
				logger.warn(ex.getMessage());
			}
			throw ex;
		}
		catch (RuntimeException ex) {
			// There is no token: somebody has to sign in first
			this.circuitBreaker.release();
			throw ex;
		}
	}

	private static boolean isHeldBack(DefenderException ex) {
		return ex instanceof DefenderException.Throttled throttled && throttled.heldBack();
	}

	/**
	 * Reads the body of a response.
	 */
	@FunctionalInterface
	public interface BodyReader<T> {

		/**
		 * Read a body.
		 * @param body the body, of bounded size
		 * @param partial whether some of the services behind the API did not answer
		 * (status 206), so that something may be missing
		 * @return what was read
		 * @throws DefenderException.Malformed when it cannot be read
		 * @throws IOException when the connection breaks
		 */
		T read(InputStream body, boolean partial) throws IOException;

	}

}
