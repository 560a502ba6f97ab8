package io.watchfloor.web.analyst;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import java.util.Set;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.Analysts;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.signin.session.SessionDataEnded;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.StubIncidents;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnalystQueuesTests {

	private static final Instant NOW = QueueIncidents.NOW;

	private final SessionDataKeys keys = new SessionDataKeys((event) -> this.queues.forget((SessionDataEnded) event),
			Clock.systemUTC());

	private final AnalystQueues queues = new AnalystQueues(new StubIncidents(QueueIncidents.incidents(3)), this.keys,
			new WatchfloorSettings(Duration.ofSeconds(30), Duration.ofHours(4), Duration.ofHours(24),
					Duration.ofDays(7), Duration.ofDays(30), Set.of(), null),
			Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry(),
			new AuditLog(new SimpleMeterRegistry(), Clock.systemUTC()));

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private IncidentQueue queue;

	@BeforeEach
	void adaHasAQueue() {
		signIn(SandboxAccount.ANALYST);
		this.queue = this.queues.of(this.request);
	}

	@AfterEach
	void nobodyIsSignedIn() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theQueueStaysWithTheSession() {
		assertThat(this.queues.of(this.request)).isSameAs(this.queue);
	}

	@Test
	void theQueueGoesWithTheSession() {
		this.keys.sessionDestroyed(new HttpSessionEvent(session()));
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
	}

	@Test
	void theQueueStaysWhenTheSameAnalystSignsInAgainAlthoughTheSessionsIdChanges() {
		signIn(SandboxAccount.ANALYST);
		assertThat(this.queues.of(this.request)).isSameAs(this.queue);
	}

	@Test
	void somebodyWhoSignsInToTheSessionFindsNothingOfWhoWasThereBefore() {
		signIn(SandboxAccount.LEAD);
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
	}

	@Test
	void whoWasThereBeforeFindsNothingOfTheirsAfterSomebodyElse() {
		signIn(SandboxAccount.LEAD);
		signIn(SandboxAccount.ANALYST);
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
	}

	@Test
	void aRequestUnderWayWhileSomebodyElseSignsInSeesNeitherQueue() {
		signIn(SandboxAccount.LEAD);
		authenticate(Analysts.of(SandboxAccount.ANALYST));
		assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(() -> this.queues.of(this.request));
	}

	@Test
	void howOldAQueueIsIsMeasuredWhenItIsAnswered() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		AnalystQueues ticking = new AnalystQueues(new StubIncidents(QueueIncidents.incidents(3)), this.keys,
				new WatchfloorSettings(Duration.ofSeconds(30), Duration.ofHours(4), Duration.ofHours(24),
						Duration.ofDays(7), Duration.ofDays(30), Set.of(), null),
				new TickingClock(), meters, new AuditLog(meters, Clock.systemUTC()));
		ticking.read(this.request, Analysts.of(SandboxAccount.ANALYST), TimeRange.DEFAULT);
		assertThat(meters.get("watchfloor.queue.age").timer().count()).isOne();
	}

	/**
	 * Sign in, as the login filter does: it changes the session's id.
	 */
	private void signIn(SandboxAccount account) {
		session();
		this.request.changeSessionId();
		authenticate(Analysts.of(account));
		this.keys.signedIn(session(), Analysts.of(account).getName());
	}

	private static void authenticate(Analyst analyst) {
		SecurityContextHolder.getContext()
			.setAuthentication(new OAuth2AuthenticationToken(analyst, analyst.getAuthorities(), "entra"));
	}

	private HttpSession session() {
		return this.request.getSession();
	}

	/**
	 * A clock that moves on by a second each time it is asked.
	 */
	private static final class TickingClock extends Clock {

		private Instant now = NOW;

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			this.now = this.now.plusSeconds(1);
			return this.now;
		}

	}

}
