package io.watchfloor.defender.xdr;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.defender.CallBudget;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.defender.SampleCalls;
import io.watchfloor.defender.Urgency;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What no well-behaved sandbox does: a server that is gone, and bodies too large.
 */
@IntegrationTest
class DefenderApiTests {

	private final AtomicInteger calls = new AtomicInteger();

	private final HttpServer server = server();

	private final List<String> upgrades = new CopyOnWriteArrayList<>();

	private final List<String> encodings = new CopyOnWriteArrayList<>();

	private final List<InetSocketAddress> connections = new CopyOnWriteArrayList<>();

	private volatile boolean fails;

	private volatile boolean gzip;

	private volatile Body body = (out) -> {
	};

	@BeforeEach
	void listen() {
		this.server.createContext("/api/incidents", this::answer);
		this.server.start();
	}

	@AfterEach
	void listenNoMore() {
		this.server.stop(0);
	}

	@Test
	void asksForNoHttp2() {
		this.body = (out) -> out.write("{\"value\":[]}".getBytes(StandardCharsets.US_ASCII));
		read(api());
		assertThat(this.upgrades).containsExactly("none");
	}

	@Test
	void aServerThatIsGoneIsTriedThreeTimesAndThenUnavailable() {
		IncidentSource api = api();
		this.server.stop(0);
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> read(api))
			.withMessageContaining("ConnectException");
	}

	@Test
	void manyBytesThatSayLittleAreNoPage() {
		this.body = (out) -> {
			byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
			for (int megabyte = 0; megabyte < 200; megabyte++) {
				out.write(blanks);
			}
			out.write("{\"value\":[]}".getBytes(StandardCharsets.US_ASCII));
		};
		IncidentSource api = api();
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> read(api))
			.withMessageContaining("larger");
		this.body = (out) -> out.write("{\"value\":[]}".getBytes(StandardCharsets.US_ASCII));
		assertThat(read(api).size()).isZero();
	}

	@Test
	void anIncidentWithoutEndIsNoPage() {
		this.body = (out) -> {
			byte[] name = "a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
			out.write("{\"value\":[{\"incidentName\":\"".getBytes(StandardCharsets.US_ASCII));
			for (int megabyte = 0; megabyte < 200; megabyte++) {
				out.write(name);
			}
		};
		IncidentSource api = api();
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> read(api));
	}

	@Test
	void fewCompressedBytesThatBecomeVeryManyAreNoPage() {
		this.body = (out) -> {
			try (OutputStream zipped = new GZIPOutputStream(out)) {
				zipped.write("{\"value\":[{\"incidentId\":1,\"tags\":[".getBytes(StandardCharsets.US_ASCII));
				byte[] tags = "\"\",".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
				for (int megabytes = 0; megabytes < 90; megabytes += 3) {
					zipped.write(tags);
				}
				zipped.write("\"\"]}]}".getBytes(StandardCharsets.US_ASCII));
			}
		};
		this.gzip = true;
		IncidentSource api = api();
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> read(api))
			.withMessageContaining("200 times");
		assertThatExceptionOfType(DefenderException.Malformed.class).isThrownBy(() -> api.get(1, new ReaderId()))
			.withMessageContaining("200 times");
	}

	@Test
	void asksForCompressionAndUsesTheConnectionAgain() {
		this.body = (out) -> {
			try (OutputStream zipped = new GZIPOutputStream(out)) {
				zipped.write("{\"value\":[]} ".getBytes(StandardCharsets.US_ASCII));
			}
		};
		this.gzip = true;
		IncidentSource api = api();
		int calls = 20;
		for (int call = 0; call < calls; call++) {
			assertThat(read(api).size()).isZero();
		}
		assertThat(this.encodings).containsOnly("gzip");
		// The JDK's client gives a connection back just after the end of the body, so on
		// a busy machine many a call comes too early for it
		assertThat(Set.copyOf(this.connections)).hasSizeLessThan(calls);
	}

	@Test
	void aCompressedAnswerThatTakesTooLongIsUnavailable() {
		this.body = (out) -> {
			OutputStream zipped = new GZIPOutputStream(out, true);
			zipped.write("{\"value\":[{\"tags\":[".getBytes(StandardCharsets.US_ASCII));
			byte[] tags = new Random(1).ints(1_000)
				.mapToObj((number) -> "\"" + number + "\",")
				.collect(Collectors.joining())
				.getBytes(StandardCharsets.US_ASCII);
			for (int chunk = 0; chunk < 1_000_000; chunk++) {
				zipped.write(tags);
				zipped.flush();
				LockSupport.parkNanos(2_000_000);
			}
		};
		this.gzip = true;
		IncidentSource api = api(Duration.ofSeconds(1));
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> read(api));
	}

	@Test
	void asksThreeTimesAndNoMore() {
		this.fails = true;
		IncidentSource api = api();
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> read(api));
		assertThat(this.calls).hasValue(3);
	}

	@Test
	void aCallThatTheBudgetHoldsBackDoesNotKeepOthersFromTryingAnApiThatFailed() {
		MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
		IncidentSource api = api(Duration.ofSeconds(30), SampleBudget.of(5, 1500, clock), clock);
		this.fails = true;
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> read(api));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> read(api));
		assertThatExceptionOfType(DefenderException.Unavailable.class).isThrownBy(() -> api.get(1, new ReaderId()));
		this.fails = false;
		this.body = (out) -> out.write("{\"incidentId\":1}".getBytes(StandardCharsets.US_ASCII));
		clock.advance(SampleCalls.PAUSE);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> read(api));
		assertThat(api.get(1, new ReaderId()).id()).isEqualTo(1);
	}

	private static HttpServer server() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static IncidentSource.Page read(IncidentSource api) {
		return api.list(new PageRequest(null, null, null, 0, 100, new CallPriority(new ReaderId(), Urgency.FIRST)),
				(incident) -> {
				});
	}

	private IncidentSource api() {
		return api(Duration.ofSeconds(30));
	}

	private IncidentSource api(Duration timeout) {
		Clock clock = Clock.systemUTC();
		return api(timeout, SampleBudget.of(50, 1500, clock), clock);
	}

	private IncidentSource api(Duration timeout, CallBudget budget, Clock clock) {
		String origin = "http://127.0.0.1:" + this.server.getAddress().getPort();
		return new DefenderApi(SampleCalls.of(origin, timeout, budget, clock), clock);
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		this.upgrades.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Upgrade"), "none"));
		this.encodings
			.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept-Encoding"), "none"));
		this.connections.add(exchange.getRemoteAddress());
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		if (this.gzip) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		}
		try (exchange) {
			if (this.fails) {
				exchange.sendResponseHeaders(503, -1);
				return;
			}
			exchange.sendResponseHeaders(200, 0);
			this.body.writeTo(exchange.getResponseBody());
		}
	}

	/**
	 * Writes a body.
	 */
	@FunctionalInterface
	private interface Body {

		void writeTo(OutputStream out) throws IOException;

	}

}
