package io.watchfloor.web.analyst;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.Analysts;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.StubIncidents;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnalystViewTests {

	private static final Analyst ADA = Analysts.of(SandboxAccount.ANALYST);

	private final MutableClock clock = new MutableClock(QueueIncidents.NOW);

	private final AnalystQueues queues = queues(new StubIncidents(QueueIncidents.incidents(3)));

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/incidents");

	@Test
	void theEntityTagStaysForAsLongAsThePageDoes() {
		readEverything();
		String tag = tag(ADA);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(tag(ADA)).isEqualTo(tag).startsWith("W/\"");
	}

	@Test
	void theEntityTagChangesWithEverythingThatCanBeSeen() {
		readEverything();
		String tag = tag(ADA);
		assertThat(tag(Analysts.of(SandboxAccount.LEAD))).isNotEqualTo(tag);
		assertThat(tag(ADA, "compact")).isNotEqualTo(tag);
		this.request.setQueryString("severity=High");
		assertThat(tag(ADA)).isNotEqualTo(tag);
		this.request.setQueryString(null);
		this.request.setCookies(new Cookie("theme", "dark"));
		assertThat(tag(ADA)).isNotEqualTo(tag);
		this.request.setCookies();
		assertThat(tag(ADA)).isEqualTo(tag);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(tag(ADA)).isNotEqualTo(tag);
	}

	@Test
	void anAnswerSaysWhenDefenderLastAnsweredIfItEverDid() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.queues.held(this.request, ADA).setAsOfHeader(response);
		assertThat(response.getHeaderNames()).isEmpty();
		this.queues.read(this.request, ADA, TimeRange.DEFAULT).setAsOfHeader(response);
		assertThat(response.getHeader(AnalystView.AS_OF)).isEqualTo("2026-11-23T14:03:10Z");
	}

	@Test
	void aFailureIsThrownWhereNothingIsHeld() {
		AnalystQueues failing = queues(new IncidentSource() {

			@Override
			public int largestPage() {
				return 100;
			}

			@Override
			public Page list(PageRequest page, Consumer<? super Incident> reader) {
				throw SampleFailures.forbidden();
			}

			@Override
			public Incident get(long id, ReaderId caller) {
				throw SampleFailures.forbidden();
			}

			@Override
			public boolean gives(SourceDetail detail) {
				return false;
			}

		});
		assertThatExceptionOfType(DefenderException.Forbidden.class)
			.isThrownBy(() -> failing.read(this.request, ADA, TimeRange.DEFAULT));
		assertThat(failing.held(this.request, ADA).index().size()).isZero();
	}

	private void readEverything() {
		for (int step = 0; step < 3; step++) {
			this.queues.read(this.request, ADA, TimeRange.DEFAULT);
		}
	}

	private String tag(Analyst analyst, String... preferences) {
		return this.queues.read(this.request, analyst, TimeRange.DEFAULT).entityTag(this.request, preferences);
	}

	private AnalystQueues queues(IncidentSource incidents) {
		return new AnalystQueues(incidents, new SessionDataKeys((event) -> {
		}, this.clock),
				new WatchfloorSettings(Duration.ofSeconds(30), Duration.ofHours(4), Duration.ofHours(24),
						Duration.ofDays(7), Duration.ofDays(30), Set.of(), null),
				this.clock, new SimpleMeterRegistry(), new AuditLog(new SimpleMeterRegistry(), Clock.systemUTC()));
	}

}
