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
 * The Defender API: what is asked of it, and how often.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-incident">Microsoft
 * Defender XDR incidents APIs</a>
 */
final class DefenderApi implements IncidentSource {

	private static final Logger logger = LoggerFactory.getLogger(DefenderApi.class);

	private static final String INCIDENTS = "/api/incidents";

	/**
	 * With the seven fractional digits that the API's own times have at most.
	 */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(7).toFormatter();

	private static final Duration RETRY_DELAY = Duration.ofMillis(300);

	private final HttpCalls calls;

	private final CallBudget budget;

	private final CircuitBreaker circuit;

	private final CallMeters meters;

	private final ResponseReader answers = new ResponseReader();

	private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(2)
		.delay(RETRY_DELAY)
		.jitter(RETRY_DELAY.dividedBy(2))
		.multiplier(3)
		.predicate((failure) -> failure instanceof DefenderException.Unavailable unavailable && unavailable.passing())
		.build());

	DefenderApi(HttpCalls calls, CallBudget budget, CircuitBreaker circuit, CallMeters meters) {
		this.calls = calls;
		this.budget = budget;
		this.circuit = circuit;
		this.meters = meters;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> reader) {
		AtomicBoolean isRetry = new AtomicBoolean();
		return ask(() -> {
			Call call = take(isRetry.getAndSet(true) ? request.priority().forRetry() : request.priority());
			return make(call, () -> this.calls.get("list", (uri) -> listing(uri, request), (body) -> {
				ResponseReader.Listing listing = this.answers.list(body, reader);
				return new Page(listing.size(), listing.next() || listing.size() >= request.top());
			}));
		});
	}

	@Override
	public Incident get(long id) {
		return ask(() -> make(this.budget.takeSingle(),
				() -> this.calls.get("get", (uri) -> uri.path(INCIDENTS + "/{id}").build(id), this.answers::get)));
	}

	private <T> T make(Call taken, Supplier<T> call) {
		try {
			T answer = call.get();
			this.budget.ended(taken);
			return answer;
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
	 * Ask until there is an answer, within reason. A question that stays without one
	 * leaves one line in the log.
	 */
	private <T> T ask(Supplier<T> question) {
		this.circuit.enter();
		try {
			return this.retries.invoke(question);
		}
		catch (DefenderException ex) {
			if (isHeldBack(ex)) {
				this.circuit.notAsked();
			}
			else if (!(ex instanceof DefenderException.NotFound)) {
				logger.warn(ex.getMessage());
			}
			throw ex;
		}
		catch (RuntimeException ex) {
			// There is no token: somebody has to sign in first
			this.circuit.notAsked();
			throw ex;
		}
	}

	private static boolean isHeldBack(DefenderException ex) {
		return ex instanceof DefenderException.Throttled throttled && throttled.heldBack();
	}

	private static URI listing(UriBuilder uri, PageRequest request) {
		uri.path(INCIDENTS).queryParam("$top", request.top());
		if (request.skip() > 0) {
			uri.queryParam("$skip", request.skip());
		}
		List<String> bounds = new ArrayList<>();
		bound(bounds, "lastUpdateTime ge ", request.updatedSince());
		bound(bounds, "createdTime le ", request.createdUntil());
		if (!bounds.isEmpty()) {
			return uri.queryParam("$filter", "{filter}").build(String.join(" and ", bounds));
		}
		return uri.build();
	}

	private static void bound(List<String> bounds, String comparison, @Nullable Instant time) {
		if (time != null) {
			bounds.add(comparison + TIME.format(time));
		}
	}

}
