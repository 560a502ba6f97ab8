package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.consent.WriteAudit;
import io.watchfloor.signin.consent.WriteAudit.Change;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2Error;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody fills the audit log without being signed in.
 */
class AuditLogTests {

	private static final SignInFailure FOREIGN = SignInFailure.of(new OAuth2Error("authorization_request_not_found"));

	private static final SignInFailure BLOCKED = SignInFailure
		.of(new OAuth2Error("access_denied", "AADSTS53003: blocked", null));

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AuditLog audit = new AuditLog(this.meters, this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private AuditTrail trail;

	@BeforeEach
	void listen() {
		this.trail = AuditTrail.open();
	}

	@AfterEach
	void stopListening() {
		this.trail.close();
	}

	@Test
	void aFloodOfForeignCallbacksIsAHundredLinesAMinuteAndHowManyWereLeftOut() {
		repeat(5_000, () -> this.audit.signInRefused(this.request, FOREIGN));
		assertThat(this.trail.events()).hasSize(104);
		assertThat(leftOut()).containsExactly("1", "10", "100", "1000");
		this.clock.advance(Duration.ofMinutes(1));
		this.audit.signInRefused(this.request, FOREIGN);
		assertThat(leftOut()).containsExactly("1", "10", "100", "1000", "4900");
		assertThat(this.trail.events()).hasSize(106);
		assertThat(this.meters.get("watchfloor.audit.events").counter().count()).isEqualTo(5_001);
	}

	@Test
	void aFloodOfForeignCallbacksHidesNoRefusalOfEntra() {
		repeat(5_000, () -> this.audit.signInRefused(this.request, FOREIGN));
		this.trail.clear();
		this.audit.signInRefused(this.request, BLOCKED);
		assertThat(this.trail.events()).singleElement()
			.satisfies((event) -> assertThat(event).containsEntry("event.code", "AADSTS53003"));
	}

	@Test
	void aFloodOfRefusedRequestsHidesNoneOfAnAnalyst() {
		repeat(5_000, () -> this.audit.requestRefused(this.request, null, "csrf"));
		assertThat(this.trail.events()).hasSize(104);
		this.trail.clear();
		repeat(200, () -> this.audit.requestRefused(this.request, Analysts.of(SandboxAccount.ANALYST), "csrf"));
		assertThat(this.trail.events()).hasSize(200);
	}

	@Test
	void lessThanAFloodIsLoggedWhole() {
		for (int minute = 0; minute < 10; minute++) {
			repeat(100, () -> this.audit.signInRefused(this.request, FOREIGN));
			this.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(this.trail.events()).hasSize(1_000);
		assertThat(leftOut()).isEmpty();
	}

	@Test
	void aWriteIsOneLineWithTheOldAndTheNewValues() {
		Map<String, Change> fields = new LinkedHashMap<>();
		fields.put("status", new Change("Active", "Resolved"));
		fields.put("tags", new Change("", "VIP, \"quoted\"\nevent.action=forged"));
		this.audit.triaged(this.request, Analysts.of(SandboxAccount.ANALYST),
				new WriteAudit(924565, fields, 17, WriteAudit.Result.SUCCESS, "done", null));
		assertThat(this.trail.events()).singleElement()
			.satisfies((event) -> assertThat(event).containsEntry("event.action", "incident-changed")
				.containsEntry("event.outcome", "success")
				.containsEntry("event.reason", "done")
				.containsEntry("watchfloor.incident", "924565")
				.containsEntry("watchfloor.change.status.before", "Active")
				.containsEntry("watchfloor.change.status.after", "Resolved")
				.containsEntry("watchfloor.change.tags.before", "")
				.containsEntry("watchfloor.comment.length", "17")
				.containsKeys("user.id", "client.ip")
				.doesNotContainKey("defender.tracking_id"));
		assertThat(this.trail.texts()).singleElement()
			.asString()
			.contains("watchfloor.change.tags.after=\"VIP, \\\"quoted\\\"event.action=forged\"")
			.doesNotContainPattern("\\p{Cntrl}");
	}

	@ParameterizedTest
	@EnumSource(value = WriteAudit.Result.class, names = { "FAILURE", "UNKNOWN" })
	void aWriteThatWasNotDoneSaysWhatBecameOfIt(WriteAudit.Result result) {
		this.audit.triaged(this.request, Analysts.of(SandboxAccount.ANALYST),
				new WriteAudit(924565, Map.of(), 0, result, "forbidden", "8a5f-1"));
		assertThat(this.trail.events()).singleElement()
			.satisfies(
					(event) -> assertThat(event).containsEntry("event.outcome", result.name().toLowerCase(Locale.ROOT))
						.containsEntry("event.reason", "forbidden")
						.containsEntry("defender.tracking_id", "8a5f-1")
						.doesNotContainKey("watchfloor.comment.length"));
	}

	private List<String> leftOut() {
		return this.trail.events()
			.stream()
			.filter((event) -> "too-many".equals(event.get("event.reason")))
			.map((Map<String, String> event) -> event.get("watchfloor.left_out"))
			.toList();
	}

	private static void repeat(int times, Runnable what) {
		for (int i = 0; i < times; i++) {
			what.run();
		}
	}

}
