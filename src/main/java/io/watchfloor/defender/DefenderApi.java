package io.watchfloor.defender;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.watchfloor.defender.CallLedger.Call;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.web.util.UriBuilder;

/**
 * Reads incidents from the Defender API: builds the requests, and retries what failed for
 * a moment.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-incident">Microsoft
 * Defender XDR incidents APIs</a>
 */
final class DefenderApi implements IncidentSource {

	private static final Logger logger = LoggerFactory.getLogger(DefenderApi.class);

	private static final String INCIDENTS = "/api/incidents";

	/**
	 * Formats seven fractional digits: the API's own times have at most as many.
	 */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(7).toFormatter();

	private static final Duration RETRY_DELAY = Duration.ofMillis(300);

	private final HttpCalls calls;

	private final CallBudget budget;

	private final CircuitBreaker circuitBreaker;

	private final CallMeters meters;

	private final ResponseReader responseReader;

	private final RetryTemplate noRetries = new RetryTemplate(RetryPolicy.builder().maxRetries(0).build());

	private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(2)
		.delay(RETRY_DELAY)
		.jitter(RETRY_DELAY.dividedBy(2))
		.multiplier(3)
		.predicate((failure) -> failure instanceof DefenderException.Unavailable unavailable && unavailable.retryable())
		.build());

	DefenderApi(HttpCalls calls, CallBudget budget, CircuitBreaker circuitBreaker, CallMeters meters,
			ResponseReader responseReader) {
		this.calls = calls;
		this.budget = budget;
		this.circuitBreaker = circuitBreaker;
		this.meters = meters;
		this.responseReader = responseReader;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> consumer) {
		AtomicBoolean isRetry = new AtomicBoolean();
		return execute(request.retried() ? this.retries : this.noRetries, () -> {
			Call call = take(isRetry.getAndSet(true) ? request.priority().forRetry() : request.priority());
			return make(call, () -> this.calls.get("list", (uri) -> listUri(uri, request), (body) -> {
				ResponseReader.Listing listing = this.responseReader.list(body, consumer);
				return new Page(listing.size(), listing.next() || listing.size() >= request.top(),
						listing.unreadable());
			}));
		});
	}

	@Override
	public Incident get(long id, ReaderId reader) {
		return execute(this.retries, () -> make(this.budget.takeSingle(reader), () -> this.calls.get("get",
				(uri) -> uri.path(INCIDENTS + "/{id}").build(id), this.responseReader::get)));
	}

	@Override
	public boolean gives(SourceDetail detail) {
		return detail != SourceDetail.SUPPLEMENT;
	}

	private <T> T make(Call taken, Supplier<T> call) {
		try {
			T result = call.get();
			this.budget.ended(taken);
			return result;
		}
		catch (DefenderException ex) {
			this.budget.ended(taken);
			throw ex;
		}
		catch (RuntimeException ex) {
			// There is no token: somebody has to sign in first, or Entra does not answer
			this.budget.giveBack(taken);
			throw ex;
		}
	}

	private Call take(CallPriority priority) {
		try {
			return this.budget.take(priority);
		}
		catch (DefenderException.Throttled ex) {
			this.meters.heldBack(priority.urgency());
			throw ex;
		}
	}

	/**
	 * Make a call through the circuit breaker, and retry it when that may help and is
	 * asked for. A call that fails for good is one line in the log.
	 */
	private <T> T execute(RetryTemplate tries, Supplier<T> call) {
		this.circuitBreaker.acquire();
		try {
			return tries.invoke(call);
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

	private static URI listUri(UriBuilder uri, PageRequest request) {
		uri.path(INCIDENTS).queryParam("$top", request.top());
		if (request.skip() > 0) {
			uri.queryParam("$skip", request.skip());
		}
		List<String> conditions = new ArrayList<>();
		addCondition(conditions, "lastUpdateTime ge ", request.updatedSince());
		addCondition(conditions, "createdTime le ", request.createdUntil());
		if (request.status() != null) {
			conditions.add("status eq '" + request.status() + "'");
		}
		if (!conditions.isEmpty()) {
			return uri.queryParam("$filter", "{filter}").build(String.join(" and ", conditions));
		}
		return uri.build();
	}

	private static void addCondition(List<String> conditions, String comparison, @Nullable Instant time) {
		if (time != null) {
			conditions.add(comparison + TIME.format(time));
		}
	}

}
