package io.watchfloor.defender.xdr;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.CallBudget;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.defender.SampleClient;
import io.watchfloor.defender.Urgency;
import io.watchfloor.defender.support.SampleWrites;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Connections that break, and answers that are no HTTP or have no end: each is a failure
 * by its name in bounded time, leaves no connection and no thread behind, and the next
 * call works.
 */
@Timeout(60)
@IntegrationTest
class BrokenConnectionTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	private static final String HALF = OK + "Content-Length: 2000\r\n\r\n{\"value\":[{\"incidentId\":1},";

	private final RawServer server = new RawServer();

	private final MutableClock clock = new MutableClock(Objects.requireNonNull(Instant.now()));

	private final CallBudget budget = SampleBudget.of(10_000, 10_000, this.clock);

	private final SampleClient client = new SampleClient(this.server.origin(), TIMEOUT, this.budget, this.clock);

	private final IncidentSource api = new DefenderApi(this.client.reads(), this.clock);

	private final DefenderWriter writer = new DefenderWriter(this.client.writes(), this.clock);

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	static Stream<Arguments> answers() {
		return Stream.of(Arguments.of("reset at once", RawServer.resettingAfter("")),
				Arguments.of("closed at once", RawServer.closingAfter("")),
				Arguments.of("reset in the headers", RawServer.resettingAfter(OK)),
				Arguments.of("closed in the headers", RawServer.closingAfter(OK)),
				Arguments.of("reset in mid-body", RawServer.resettingAfter(HALF)),
				Arguments.of("closed in mid-body", RawServer.closingAfter(HALF)),
				Arguments.of("silent before the headers", RawServer.saying("")),
				Arguments.of("silent in the headers", RawServer.saying(OK)),
				Arguments.of("silent in mid-body", RawServer.saying(HALF)),
				Arguments.of("silent after a 404's headers",
						RawServer.saying("HTTP/1.1 404 \r\nContent-Length: 9\r\n\r\n")),
				Arguments.of("blanks without end", RawServer.without(OK + "\r\n", " ".repeat(100_000))),
				Arguments.of("an error's text without end",
						RawServer.without("HTTP/1.1 500 \r\n\r\n", "x".repeat(100_000))),
				Arguments.of("a chunk of no size", RawServer.saying(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{")),
				Arguments.of("a chunk that breaks off",
						RawServer.closingAfter(OK + "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"value\":[")),
				Arguments.of("a chunk of 8 EB",
						RawServer.closingAfter(OK + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n{")),
				Arguments.of("a length below zero", RawServer.saying(OK + "Content-Length: -5\r\n\r\n{}")),
				Arguments.of("two lengths",
						RawServer.closingAfter(OK + "Content-Length: 2\r\nContent-Length: 12\r\n\r\n{\"value\":[]}")),
				Arguments.of("status 999", RawServer.closingAfter("HTTP/1.1 999 \r\n\r\n")),
				Arguments.of("status 101", RawServer.closingAfter("HTTP/1.1 101 \r\nUpgrade: x\r\n\r\n")),
				Arguments.of("status 204", RawServer.closingAfter("HTTP/1.1 204 \r\n\r\n")),
				Arguments.of("status 206",
						RawServer.closingAfter("HTTP/1.1 206 \r\nContent-Type: application/json\r\n\r\n{")),
				Arguments.of("status 304", RawServer.closingAfter("HTTP/1.1 304 \r\n\r\n")),
				Arguments.of("no content type", RawServer.closingAfter("HTTP/1.1 200 \r\n\r\n{\"value\":[]}")),
				Arguments.of("a content type that is none",
						RawServer.closingAfter("HTTP/1.1 200 \r\nContent-Type: ;;/x\r\n\r\n{\"value\":[]}")),
				Arguments.of("a compression that is none",
						RawServer.closingAfter(OK + "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n")),
				Arguments.of("a compression that nobody knows",
						RawServer.closingAfter(OK + "Content-Encoding: br\r\n\r\n\u00f5\u0001\u0002")),
				Arguments.of("no body", RawServer.closingAfter(OK + "Content-Length: 0\r\n\r\n")));
	}

	/**
	 * After these the JDK's client, of versions 17 and 25 alike, leaves it to the other
	 * side to close the connection.
	 */
	static Stream<Arguments> unreadableHeads() {
		return Stream.of(
				Arguments.of("a length that is no number", RawServer.saying(OK + "Content-Length: many\r\n\r\n{}")),
				Arguments.of("no HTTP", RawServer.closingAfter("SSH-2.0-OpenSSH_9.2\r\n")),
				Arguments.of("HTTP/9", RawServer.closingAfter("HTTP/9.9 200 OK\r\n\r\n{}")),
				Arguments.of("no status", RawServer.closingAfter("HTTP/1.1 abc\r\n\r\n")),
				Arguments.of("status 000", RawServer.closingAfter("HTTP/1.1 000 \r\n\r\n")),
				Arguments.of("headers without end", RawServer.without(OK, "X-More: and more\r\n")),
				Arguments.of("a header without end", RawServer.without(OK + "X-More: ", "and more")),
				Arguments.of("a status line without end", RawServer.without("HTTP/1.1 200 ", "and more")),
				Arguments.of("interim answers without end", RawServer.without("", "HTTP/1.1 103 Early\r\n\r\n")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answers")
	void isAFailureInBoundedTimeThatLeavesNoConnection(String name, RawServer.Talk talk) {
		isAFailureInBoundedTimeAndTheNextCallWorks(name, talk);
		await().untilAsserted(() -> assertThat(this.server.open()).isZero());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("unreadableHeads")
	void isAFailureInBoundedTimeAndTheNextCallWorks(String name, RawServer.Talk talk) {
		this.server.says(talk);
		long start = System.nanoTime();
		assertThatExceptionOfType(DefenderException.class).isThrownBy(this::read)
			.satisfies((failure) -> assertThat(failure).isInstanceOfAny(DefenderException.Unavailable.class,
					DefenderException.Malformed.class, DefenderException.NotFound.class))
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("\n").hasSizeLessThan(200));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(5));
		this.clock.advance(Duration.ofMinutes(1));
		this.server.saysWhatIsRight();
		assertThat(read().size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aKeptConnectionThatTheServerClosesUnderARequestIsNoFailure(boolean reset) {
		this.server.says(this.server.keepingForOneMoreRequest(reset));
		assertThat(read().size()).isZero();
		assertThat(read().size()).isZero();
		assertThat(this.server.requests()).isEqualTo(2);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "answers", "unreadableHeads" })
	void aWriteWhoseAnswerDoesNotComeIsSentOnceAndMayHaveTakenEffect(String name, RawServer.Talk talk) {
		this.server.says(talk);
		assertThatExceptionOfType(DefenderException.class).isThrownBy(this::write)
			.satisfies((failure) -> assertThat(failure.mayHaveTakenEffect()).as(name).isTrue());
		assertThat(this.server.requests()).isOne();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aWriteUnderWhichAKeptConnectionIsClosedIsNotSentAgain(boolean reset) {
		this.server.says(this.server.keepingForOneMoreRequest(reset));
		assertThat(read().size()).isZero();
		assertThatExceptionOfType(DefenderException.class).isThrownBy(this::write)
			.satisfies((failure) -> assertThat(failure.mayHaveTakenEffect()).isTrue());
		// The read and the write, be it on the kept connection or, where that is not free
		// yet, on another
		assertThat(this.server.requests() + this.server.furtherRequests()).isEqualTo(2);
	}

	@Test
	void hundredFailuresLeaveNoThreadAndNoCallBehind() {
		read();
		int threads = Thread.activeCount();
		for (int i = 0; i < 100; i++) {
			this.server.says(RawServer.resettingAfter(HALF));
			assertThatExceptionOfType(DefenderException.class).isThrownBy(this::read);
			this.clock.advance(Duration.ofMinutes(1));
		}
		await().untilAsserted(() -> assertThat(Thread.activeCount()).isLessThan(threads + 10));
		await().untilAsserted(() -> assertThat(this.server.open()).isZero());
		this.clock.advance(Duration.ofHours(2));
		this.server.saysWhatIsRight();
		for (int i = 0; i < 40; i++) {
			read();
		}
	}

	private IncidentSource.Page read() {
		return this.api.list(new PageRequest(null, null, null, 0, 100, new CallPriority(new ReaderId(), Urgency.FIRST)),
				(incident) -> {
				});
	}

	private void write() {
		this.writer.write(SampleWrites.before(7), SampleWrites.comment("A word"), new ReaderId());
	}

}
