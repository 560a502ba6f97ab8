package io.watchfloor.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionStore;
import io.watchfloor.support.MutableClock;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLimitFilterTests {

	private static final SessionStore HALF_A_MINUTE = new SessionStore() {

		@Override
		public Duration idleTolerance() {
			return Duration.ofSeconds(30);
		}

	};

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final SessionDataKeys dataKeys = new SessionDataKeys((event) -> {
	}, this.clock);

	private final AnalystSessions sessions = sessions(SessionStore.IN_MEMORY);

	private final SessionLimitFilter limits = new SessionLimitFilter(this.sessions,
			new SessionEndHandler(this.sessions, this.dataKeys, new AuditLog(this.meters, this.clock)));

	private final MockHttpSession session = new MockHttpSession();

	@BeforeEach
	void signIn() {
		this.session.setMaxInactiveInterval((int) Duration.ofMinutes(30).toSeconds());
		this.sessions.begin(this.session, Analysts.of(SandboxAccount.ANALYST));
	}

	private AnalystSessions sessions(SessionStore store) {
		return sessions(store, this.clock);
	}

	private AnalystSessions sessions(SessionStore store, Clock clock) {
		return new AnalystSessions(Duration.ofHours(10), store, this.dataKeys, clock, new SimpleMeterRegistry());
	}

	@Test
	void pollingDoesNotKeepASessionAlive() throws ServletException, IOException {
		for (int minute = 0; minute < 29; minute++) {
			this.clock.advance(Duration.ofMinutes(1));
			request("cors", "\"1\"");
			assertThat(this.session.isInvalid()).isFalse();
		}
		this.clock.advance(Duration.ofMinutes(1));
		request("cors", "\"1\"");
		assertThat(this.session.isInvalid()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "navigate", "cors" })
	void usingPagesKeepsASessionAliveUpToTheLongestTime(String mode) throws ServletException, IOException {
		for (int minute = 0; minute < 10 * 60 - 1; minute++) {
			this.clock.advance(Duration.ofMinutes(1));
			request(mode, null);
			assertThat(this.session.isInvalid()).isFalse();
		}
		this.clock.advance(Duration.ofMinutes(1));
		request(mode, null);
		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void whereUseIsStoredElsewhereAnIdleEndComesUpToTheToleranceLateButNeverEarly() {
		AnalystSessions tolerant = sessions(HALF_A_MINUTE);
		this.clock.advance(Duration.ofSeconds(29));
		tolerant.recordUse(this.session);
		assertThat(leftBy(tolerant)).isEqualTo(Duration.ofMinutes(30).plusSeconds(1));
		this.clock.advance(Duration.ofSeconds(1));
		tolerant.recordUse(this.session);
		assertThat(leftBy(tolerant)).isEqualTo(Duration.ofMinutes(30).plusSeconds(30));
	}

	@Test
	void aNodeWhoseClockIsAMinuteBehindDoesNotTakeBackWhatAnotherOneHasRecorded() {
		MutableClock behind = new MutableClock(this.clock.instant().minus(Duration.ofMinutes(1)));
		AnalystSessions other = sessions(HALF_A_MINUTE, behind);
		other.recordUse(this.session);
		assertThat(leftBy(sessions(HALF_A_MINUTE))).isEqualTo(Duration.ofMinutes(30).plusSeconds(30));
		assertThat(leftBy(other)).isEqualTo(Duration.ofMinutes(31).plusSeconds(30));
	}

	private Duration leftBy(AnalystSessions sessions) {
		return Objects.requireNonNull(sessions.endOf(this.session)).left();
	}

	private void request(String mode, @Nullable String version) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/incidents");
		request.addHeader("Sec-Fetch-Mode", mode);
		if (version != null) {
			request.addHeader("If-None-Match", version);
		}
		request.setSession(this.session);
		this.limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
	}

}
