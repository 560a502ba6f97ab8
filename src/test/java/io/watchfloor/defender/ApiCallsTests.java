package io.watchfloor.defender;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only so many answers are read at once; the others wait, and all come.
 */
class ApiCallsTests {

	private static final int AT_ONCE = 3;

	private final ExecutorService people = Executors.newCachedThreadPool();

	private final AtomicInteger reading = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	private final ApiCalls calls = calls();

	private ApiCalls calls() {
		Clock clock = Clock.systemUTC();
		CallBudget budget = new CallBudget(50, 1500, clock);
		CircuitBreaker breaker = new CircuitBreaker(clock);
		CallMeters meters = new CallMeters(new SimpleMeterRegistry(), budget);
		Api api = new Api("The API", URI.create("http://api"), Map.of(), 50, 1500, true, Duration.ofSeconds(1));
		ClientHttpRequestFactory answers = ApiCallsTests::request;
		HttpCalls http = DefenderConfiguration.httpCalls(RestClient.builder(), api, answers, breaker, meters, clock);
		return new ApiCalls(http, budget, breaker, meters, AT_ONCE);
	}

	private static ClientHttpRequest request(URI uri, HttpMethod method) {
		MockClientHttpResponse response = new MockClientHttpResponse("{}".getBytes(StandardCharsets.UTF_8),
				HttpStatus.OK);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
		request.setResponse(response);
		return request;
	}

	@AfterEach
	void end() {
		this.people.shutdownNow();
	}

	@Test
	void readsAsManyAnswersAsItMayAtOnceAndNoMore() throws Exception {
		// None goes on before as many as may are read, so that a lower limit shows
		CyclicBarrier full = new CyclicBarrier(AT_ONCE);
		List<Future<Boolean>> answers = new ArrayList<>();
		for (int i = 0; i < 4 * AT_ONCE; i++) {
			answers.add(this.people.submit(() -> list(() -> {
				this.most.accumulateAndGet(this.reading.incrementAndGet(), Math::max);
				await(full);
				this.reading.decrementAndGet();
			})));
		}
		for (Future<Boolean> answer : answers) {
			assertThat(answer.get()).isTrue();
		}
		assertThat(this.most).hasValue(AT_ONCE);
	}

	@Test
	void answersThatCannotBeReadKeepNobodyWaiting() throws Exception {
		for (int i = 0; i <= AT_ONCE; i++) {
			Future<Boolean> answer = this.people.submit(() -> list(() -> {
				throw new IOException("A connection that breaks");
			}));
			assertThat(answer).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.havingCause()
				.isInstanceOf(DefenderException.Unavailable.class);
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean list(Reading reading) {
		return this.calls.list("list", new CallPriority(new ReaderId(), Urgency.FIRST), false,
				(uri) -> uri.path("/incidents").build(), (body, partial) -> {
					reading.run();
					return true;
				});
	}

	/**
	 * What is done while an answer is read.
	 */
	private interface Reading {

		void run() throws IOException;

	}

}
