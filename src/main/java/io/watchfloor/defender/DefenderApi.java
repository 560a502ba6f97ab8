package io.watchfloor.defender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/**
 * The Defender API over HTTP.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/api-incident">Microsoft
 * Defender XDR incidents APIs</a>
 */
final class DefenderApi implements IncidentSource {

	private static final String INCIDENTS = "/api/incidents";

	/**
	 * With the seven fractional digits that the API's own times have at most.
	 */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(7).toFormatter();

	private final RestClient http;

	private final Failures failures;

	private final Answers answers = new Answers();

	private final RetryTemplate retries;

	private final CallBudget budget;

	DefenderApi(RestClient http, Failures failures, CallBudget budget, Duration retryDelay) {
		this.http = http;
		this.failures = failures;
		this.budget = budget;
		this.retries = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(2)
			.delay(retryDelay)
			.jitter(retryDelay.dividedBy(2))
			.multiplier(3)
			.predicate(
					(failure) -> failure instanceof DefenderException.Unavailable unavailable && unavailable.passing())
			.build());
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> reader) {
		return this.retries.invoke(() -> call((uri) -> listing(uri, request), (body) -> {
			Answers.Listing listing = this.answers.list(body, reader);
			return new Page(listing.size(), listing.next() || listing.size() >= request.top());
		}));
	}

	@Override
	public Incident get(long id) {
		return this.retries.invoke(() -> call((uri) -> uri.path(INCIDENTS + "/{id}").build(id), this.answers::get));
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

	private <T> T call(Function<UriBuilder, URI> address, BodyReader<T> reader) {
		this.budget.take();
		try {
			return this.http.get()
				.uri(address)
				.accept(MediaType.APPLICATION_JSON)
				.exchangeForRequiredValue((request, response) -> read(response, reader));
		}
		catch (ResourceAccessException ex) {
			throw this.failures.unreachable(ex);
		}
		catch (DefenderException.Throttled ex) {
			this.budget.pause(ex.waitTime());
			throw ex;
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

	/**
	 * Reads the body of a good answer.
	 */
	@FunctionalInterface
	private interface BodyReader<T> {

		T read(InputStream body) throws IOException;

	}

}
