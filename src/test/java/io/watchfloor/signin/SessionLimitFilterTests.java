package io.watchfloor.signin;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final AnalystSessions sessions = new AnalystSessions(Duration.ofHours(10), SessionStore.IN_MEMORY,
			this.clock, this.meters);

	private final SessionLimitFilter limits = new SessionLimitFilter(this.sessions,
			new SessionEndHandler(this.sessions, new SessionDataKeys((event) -> {
			}, this.clock), new AuditLog(this.meters, this.clock)));

	private final MockHttpSession session = new MockHttpSession();

	@BeforeEach
	void signIn() {
		this.session.setMaxInactiveInterval((int) Duration.ofMinutes(30).toSeconds());
		this.sessions.begin(this.session, null);
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
