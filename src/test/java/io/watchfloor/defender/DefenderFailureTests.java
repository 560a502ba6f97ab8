package io.watchfloor.defender;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.HeldClock;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see while the Defender API fails, and that it works again at once when the
 * API does.
 */
@Import(HeldClock.class)
@TestPropertySource(properties = { "watchfloor.defender.timeout=4s", "watchfloor.freshness=1m" })
@IntegrationTest
class DefenderFailureTests extends SandboxTest {

	private static final String INCIDENT = "/incidents/924565";

	private static final String INCIDENT_CALL = "/api/incidents/924565";

	private static final String NO_ANSWER = "Defender does not answer";

	private static final String NOT_READABLE = "Defender's answer cannot be read";

	private static final String TOO_MANY = "Too many calls for the moment";

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@Autowired
	private MutableClock clock;

	@Autowired
	private MeterRegistry meters;

	/**
	 * Let what earlier tests left behind pass: pauses, and a circuit that is open.
	 */
	@BeforeEach
	void letTimePass() {
		this.clock.advance(Duration.ofHours(1));
		this.log.start();
		watchfloorsLog().addAppender(this.log);
	}

	@AfterEach
	void listenNoMore() {
		watchfloorsLog().detachAppender(this.log);
	}

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of("cut off", Fault.cutOff(), 503, NO_ANSWER),
				Arguments.of("hangs before the headers", Fault.delayed(Duration.ofSeconds(30)), 503, NO_ANSWER),
				Arguments.of("a byte a second", Fault.dripping(), 503, NO_ANSWER),
				Arguments.of("truncated", Fault.truncated(), 502, NOT_READABLE),
				Arguments.of("HTML", Fault.html(200), 502, NOT_READABLE),
				Arguments.of("content type", Fault.contentType("text/plain"), 502, NOT_READABLE),
				Arguments.of("broken gzip", Fault.brokenGzip(), 502, NOT_READABLE),
				Arguments.of("gateway", Fault.html(502).times(3), 503, NO_ANSWER),
				Arguments.of("fails for long", Fault.status(503).times(3), 503, NO_ANSWER),
				Arguments.of("refuses the question", Fault.status(400), 502,
						"Defender did not understand the question"),
				Arguments.of("permission", Fault.status(403), 403, "Defender does not let you see this"),
				Arguments.of("not found", Fault.status(404), 404, "No such incident"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void anIncidentThatCannotBeReadIsAPageAndTheNextTryWorks(String name, Fault fault, int status, String heading) {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(fault.onPath(INCIDENT_CALL));
		Page page = visitor.open(INCIDENT);
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.heading()).isEqualTo(heading);
		assertThat(page.text()).doesNotContain("Exception").doesNotContain("Our services");
		assertThat(lines()).hasSize((status != 404) ? failedCalls(name) : 0);
		assertThat(visitor.open(INCIDENT).status()).isEqualTo(200);
	}

	/**
	 * Return how many calls fail for an incident's page that says so.
	 */
	int failedCalls(String fault) {
		return 1;
	}

	static Stream<Arguments> listFaults() {
		return Stream.concat(
				faults().filter((fault) -> !fault.get()[0].equals("not found") && !fault.get()[0].equals("permission")),
				Stream.of(Arguments.of("endless", Fault.endless(), 502, NOT_READABLE),
						Arguments.of("no value", Fault.withoutValue(), 502, NOT_READABLE),
						Arguments.of("value null", Fault.nullValue(), 502, NOT_READABLE)));
	}

	@Test
	void aQueueThatCannotBeReadAtAllIsAPageAndTheNextTryWorks() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.endless());
		Page page = visitor.open("/incidents");
		assertThat(page.status()).isEqualTo(502);
		assertThat(page.heading()).isEqualTo(NOT_READABLE);
		assertThat(lines()).hasSize(1);
		assertThat(visitor.open("/incidents").html().select("tbody tr")).isNotEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("listFaults")
	void whatAQueueHoldsStaysVisibleWithItsAgeAndWhy(String name, Fault fault, int status, String heading) {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Page before = visitor.open("/incidents");
		String asOf = before.html().select(".page-head time[data-clock]").text();
		this.clock.advance(Duration.ofMinutes(2));
		defender().fail(fault);
		Page page = visitor.open("/incidents");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html().select("tbody tr")).hasSameSizeAs(before.html().select("tbody tr"));
		assertThat(page.html().select("[role=alert]:not([hidden])").text()).contains(heading).contains(asOf);
		assertThat(lines()).hasSize(1);
		assertThat(visitor.open("/incidents").html().select("[role=alert]:not([hidden])")).isEmpty();
	}

	@Test
	void aStepFurtherBackThatFailsLeavesWhatWasReadAndIsMadeLater() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents?range=180d");
		defender().fail(Fault.status(503).times(3));
		Page page = visitor.open("/incidents?range=180d");
		assertThat(page.html().select("[role=alert]:not([hidden])").text()).contains(NO_ANSWER);
		assertThat(page.html().select("tbody tr")).isNotEmpty();
		assertThat(page.html().select("[data-reading]")).isNotEmpty();
		this.clock.advance(Duration.ofMinutes(1));
		Page later = visitor.open("/incidents?range=180d");
		assertThat(later.html().select("[role=alert]:not([hidden])")).isEmpty();
		Awaitility.await()
			.atMost(Duration.ofSeconds(40))
			.until(() -> visitor.open("/incidents?range=180d").html().select("[data-reading]").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void aFailureThatPassesIsNotSeen(int status) {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.status(status));
		assertThat(visitor.open(INCIDENT).status()).isEqualTo(200);
		assertThat(lines()).isEmpty();
	}

	@Test
	void keepsTheTrackingIdForSupport() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.status(403));
		Page page = visitor.open(INCIDENT);
		String id = page.html().select(".message-details .id").text();
		assertThat(id).matches("[0-9a-f-]{36}");
		assertThat(lines()).singleElement().asString().contains(id);
		assertThat(page.text()).contains("Incident.Read").contains("role");
	}

	@ParameterizedTest
	@CsvSource({ "17, 17, 17", ", 61, 66" })
	void aRefusalForTooManyCallsStopsEveryoneUntilTheTimeItNames(@Nullable String retryAfter, long least, long most) {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Visitor other = signedIn(SandboxAccount.ANALYST);
		defender().fail((retryAfter != null) ? Fault.statusWithRetryAfter(429, retryAfter) : Fault.status(429));
		Page page = visitor.open(INCIDENT);
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.heading()).isEqualTo(TOO_MANY);
		assertThat(page.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(least, most);
		long calls = defender().callCount();
		assertThat(other.open("/incidents").status()).isEqualTo(429);
		assertThat(other.open(INCIDENT).status()).isEqualTo(429);
		assertThat(defender().callCount()).isEqualTo(calls);
		assertThat(lines()).hasSize(1);
		this.clock.advance(Duration.ofSeconds(most));
		assertThat(other.open("/incidents").status()).isEqualTo(200);
	}

	@Test
	void aCallThatHasToWaitIsNoFailureOnThePage() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents");
		defender().fail(Fault.statusWithRetryAfter(429, "600"));
		visitor.open(INCIDENT);
		this.clock.advance(Duration.ofMinutes(5));
		Page page = visitor.open("/incidents");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.html().select("tbody tr")).isNotEmpty();
		assertThat(page.html().select("[role=alert]:not([hidden])")).isEmpty();
	}

	@Test
	void aRedirectIsNotFollowed() throws IOException {
		try (Elsewhere elsewhere = new Elsewhere()) {
			Visitor visitor = signedIn(SandboxAccount.LEAD);
			defender().fail(Fault.redirectTo(elsewhere.uri()));
			assertThat(visitor.open(INCIDENT).status()).isEqualTo(503);
			assertThat(elsewhere.requests).isEmpty();
			assertThat(visitor.open(INCIDENT).status()).isEqualTo(200);
		}
	}

	@Test
	void aNextPageElsewhereIsNotAsked() throws IOException {
		try (Elsewhere elsewhere = new Elsewhere()) {
			Visitor visitor = signedIn(SandboxAccount.LEAD);
			defender().fail(Fault.nextLinkTo(elsewhere.uri()).times(100));
			for (int poll = 0; poll < 4; poll++) {
				assertThat(visitor.open("/incidents").status()).isEqualTo(200);
			}
			assertThat(elsewhere.requests).isEmpty();
			assertThat(defender().callCount()).isGreaterThan(1);
		}
	}

	@Test
	void afterManyFailuresNobodyWaitsAndThenItIsTriedAgain() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents");
		defender().fail(Fault.status(503).times(6));
		visitor.open(INCIDENT);
		visitor.open(INCIDENT);
		long calls = defender().callCount();
		Page page = visitor.open(INCIDENT);
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo(NO_ANSWER);
		assertThat(visitor.open("/incidents").status()).isEqualTo(200);
		assertThat(defender().callCount()).isEqualTo(calls);
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(visitor.open(INCIDENT).status()).isEqualTo(200);
	}

	@Test
	void anIncidentsPageAskedForAgainAtOnceCostsNoCall() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Page page = visitor.open(INCIDENT);
		long calls = defender().callCount();
		assertThat(visitor.open(INCIDENT).heading()).isEqualTo(page.heading());
		assertThat(visitor.open(INCIDENT + "?story=none").heading()).isEqualTo(page.heading());
		assertThat(defender().callCount()).isEqualTo(calls);
		assertThat(signedIn(SandboxAccount.LEAD).open(INCIDENT).status()).isEqualTo(200);
		assertThat(defender().callCount()).isEqualTo(calls + 1);
	}

	@Test
	void countsCallsByOutcomeAndNamesNobody() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		double before = count("get", "success");
		visitor.open(INCIDENT);
		this.clock.advance(Duration.ofMinutes(1));
		defender().fail(Fault.status(403));
		visitor.open(INCIDENT);
		assertThat(count("get", "success") - before).isEqualTo(1);
		assertThat(count("get", "forbidden")).isGreaterThanOrEqualTo(1);
		assertThat(this.meters.get("watchfloor.defender.calls.left").tag("window", "minute").gauge().value())
			.isBetween(9_000.0, 10_000.0);
		assertThat(this.meters.getMeters()).filteredOn((meter) -> meter.getId().getName().startsWith("watchfloor."))
			.flatExtracting((meter) -> meter.getId().getTags())
			.extracting((tag) -> tag.getKey())
			.isSubsetOf("call", "outcome", "window", "urgency", "action");
	}

	private double count(String call, String outcome) {
		return this.meters.find("watchfloor.defender.calls")
			.tags("call", call, "outcome", outcome)
			.timers()
			.stream()
			.mapToLong((timer) -> timer.count())
			.sum();
	}

	private List<String> lines() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static Logger watchfloorsLog() {
		return (Logger) LoggerFactory.getLogger("io.watchfloor");
	}

	/**
	 * Somebody else, who would like to have a token.
	 */
	private static final class Elsewhere implements AutoCloseable {

		private final List<URI> requests = new CopyOnWriteArrayList<>();

		private final HttpServer server;

		Elsewhere() throws IOException {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext("/", (exchange) -> {
				this.requests.add(exchange.getRequestURI());
				exchange.sendResponseHeaders(404, -1);
				exchange.close();
			});
			this.server.start();
		}

		URI uri() {
			return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/api/incidents");
		}

		@Override
		public void close() {
			this.server.stop(0);
		}

	}

}
