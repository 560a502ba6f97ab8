package io.watchfloor.defender;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.HeldClock;
import io.watchfloor.support.LogLines;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Outages of the Defender API that last or come late, and what they leave behind:
 * nothing.
 */
@Import(HeldClock.class)
@TestPropertySource(properties = { "watchfloor.defender.timeout=4s", "watchfloor.freshness=1m" })
class DefenderOutageTests extends SandboxTest {

	private static final String INCIDENT = "/incidents/924565";

	private static final String ALERT = "[role=alert]:not([hidden])";

	@RegisterExtension
	private final LogLines log = new LogLines();

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void letTimePass() {
		this.clock.advance(Duration.ofHours(1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void aFailureOfTheThirdPageOnlyLosesNothing(int status) {
		List<Long> added = LongStream.range(0, 250).map((i) -> defender().add()).boxed().toList();
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents.json?range=180d");
		visitor.open("/incidents.json?range=180d");
		defender().fail(Fault.status(status).times(3));
		Page failed = visitor.open("/incidents?range=180d");
		assertThat(failed.status()).isEqualTo(200);
		assertThat(failed.html().select(ALERT).text()).contains("Defender does not answer");
		assertThat(failed.html().select("tbody tr")).isNotEmpty();
		assertThat(this.log.lines()).hasSize(1);
		this.clock.advance(Duration.ofMinutes(2));
		Page read = visitor.open("/incidents?range=180d");
		for (int step = 0; step < 20 && !read.html().select("[data-reading]").isEmpty(); step++) {
			read = visitor.open("/incidents?range=180d");
		}
		assertThat(read.html().select(ALERT)).isEmpty();
		String exported = visitor.open("/incidents.csv?range=180d").text();
		assertThat(added).filteredOn(defender().visibleTo(SandboxAccount.LEAD)::contains)
			.hasSizeGreaterThan(200)
			.allSatisfy((id) -> assertThat(exported).contains(id.toString()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void anOutageThatLastsIsAPageWithATimeToTryAgainAndEndsByItself(int status) {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.status(status).times(Integer.MAX_VALUE));
		for (int minute = 0; minute < 5; minute++) {
			Page page = visitor.open("/incidents");
			assertThat(page.status()).isEqualTo(503);
			assertThat(page.text()).contains("Try again in a minute");
			this.clock.advance(Duration.ofMinutes(1));
		}
		// One for each, and one for an incident further back that might have been
		// answered
		assertThat(this.log.lines()).hasSizeBetween(5, 6);
		defender().reset();
		assertThat(visitor.open("/incidents").html().select("tbody tr")).isNotEmpty();
	}

	@Test
	void ofAnIncidentThatCannotBeReadTheQueueTellsWhatItKnows() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		long id = defender().add((incident) -> incident.put("incidentName", "Odd <b>mail</b>").put("severity", "High"));
		visitor.open("/incidents");
		this.clock.advance(Duration.ofMinutes(3));
		defender().fail(Fault.status(503).times(Integer.MAX_VALUE));
		Page page = visitor.open("/incidents/" + id);
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("Defender does not answer");
		assertThat(page.html().select("section:has(#known)").text()).contains("Name Odd <b>mail</b>", "Severity High",
				"UTC, 3 min ago");
		defender().recover();
		defender().fail(Fault.status(403).times(Integer.MAX_VALUE));
		this.clock.advance(Duration.ofMinutes(3));
		Page refused = visitor.open("/incidents/" + id);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text()).doesNotContain("Odd");
	}

	@Test
	void anIncidentThatWentBetweenListAndPageIsGoneFromTheListToo() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		long id = defender().add();
		assertThat(visitor.open("/incidents").html().select("tbody a[href^=/incidents/" + id + "]")).isNotEmpty();
		defender().remove(id);
		Page page = visitor.open("/incidents/" + id);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.heading()).isEqualTo("No such incident");
		assertThat(visitor.open("/incidents").html().select("tbody a[href^=/incidents/" + id + "]")).isEmpty();
		assertThat(this.log.lines()).isEmpty();
	}

	@Test
	void whoHasNoPermissionReadsWhichOneAndWhoGrantsIt() {
		Visitor visitor = signedIn(SandboxAccount.NO_PERMISSION);
		for (String address : List.of("/incidents", "/", INCIDENT)) {
			Page page = visitor.open(address);
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text()).contains("Incident.Read", "administrator of Microsoft Entra", "grant consent",
					"administrator of Microsoft Defender", "role");
		}
		assertThat(this.log.lines()).hasSize(6)
			.filteredOn((line) -> line.contains("event.action=access-refused"))
			.hasSize(3);
	}

	@Test
	void faultsOfEveryKindLeaveNoConnectionAndNoThreadBehind() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents");
		int before = Thread.activeCount();
		for (int round = 0; round < 5; round++) {
			for (Fault fault : List.of(Fault.cutOff(), Fault.truncated(), Fault.html(200), Fault.brokenGzip(),
					Fault.endless(), Fault.withoutValue(), Fault.nullValue(), Fault.contentType("text/plain"),
					Fault.html(502).times(3), Fault.status(403), Fault.status(401), Fault.status(429))) {
				defender().fail(fault);
				visitor.open("/incidents");
				this.clock.advance(Duration.ofMinutes(2));
			}
		}
		defender().fail(Fault.delayed(Duration.ofSeconds(30)));
		visitor.open("/incidents");
		await().atMost(Duration.ofSeconds(40))
			.untilAsserted(
					() -> assertThat(Thread.getAllStackTraces().values()).noneMatch(DefenderOutageTests::answers));
		await().untilAsserted(() -> assertThat(Thread.activeCount()).isLessThan(before + 15));
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(visitor.open("/incidents").html().select(ALERT)).isEmpty();
	}

	/**
	 * Whether a thread of the sandbox is still about to answer: somebody keeps the
	 * connection.
	 */
	private static boolean answers(StackTraceElement[] stack) {
		return List.of(stack)
			.stream()
			.anyMatch((frame) -> frame.getClassName().startsWith("io.watchfloor.sandbox.defender.D"));
	}

}
