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
import io.watchfloor.signin.Analysts;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.StubIncidents;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AnalystQueuesTests {

	private static final Instant NOW = QueueIncidents.NOW;

	private final AnalystQueues queues = new AnalystQueues(new StubIncidents(QueueIncidents.incidents(3)),
			new WatchfloorSettings(Duration.ofSeconds(30), Duration.ofHours(4), Duration.ofHours(24),
					Duration.ofDays(7), Duration.ofDays(30), Set.of(), null),
			Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry(),
			new AuditLog(new SimpleMeterRegistry(), Clock.systemUTC()));

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final IncidentQueue queue = this.queues.of(this.request);

	@Test
	void theQueueStaysWithTheSession() {
		assertThat(this.queues.of(this.request)).isSameAs(this.queue);
	}

	@Test
	void theQueueGoesWithTheSession() {
		this.queues.sessionDestroyed(new HttpSessionEvent(session()));
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
	}

	@Test
	void somebodyWhoSignsInToTheSessionFindsNothingOfWhoWasThereBefore() {
		String before = session().getId();
		this.request.changeSessionId();
		this.queues.sessionIdChanged(new HttpSessionEvent(session()), before);
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
	}

	@Test
	void howOldAQueueIsIsMeasuredWhenItIsAnswered() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		AnalystQueues ticking = new AnalystQueues(new StubIncidents(QueueIncidents.incidents(3)),
				new WatchfloorSettings(Duration.ofSeconds(30), Duration.ofHours(4), Duration.ofHours(24),
						Duration.ofDays(7), Duration.ofDays(30), Set.of(), null),
				new TickingClock(), meters, new AuditLog(meters, Clock.systemUTC()));
		ticking.read(this.request, Analysts.of(SandboxAccount.ANALYST), TimeRange.DEFAULT);
		assertThat(meters.get("watchfloor.queue.age").timer().count()).isOne();
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
