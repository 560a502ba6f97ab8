package io.watchfloor.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentQueue;
import io.watchfloor.queue.QueueSnapshot;
import io.watchfloor.queue.Viewpoint;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AnalystQueuesTests {

	private static final Instant NOW = QueueIncidents.NOW;

	private final SampleEngine engine = new SampleEngine();

	private final QueuePrinter printer = new QueuePrinter(this.engine.engine());

	private final AnalystQueues queues = new AnalystQueues(new StubIncidents(QueueIncidents.incidents(3)), this.printer,
			new WatchfloorSettings(Duration.ofSeconds(30), Duration.ofHours(4), null), Clock.fixed(NOW, ZoneOffset.UTC),
			new SimpleMeterRegistry());

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final IncidentQueue queue = this.queues.of(this.request);

	@Test
	void theQueueStaysWithTheSession() {
		assertThat(this.queues.of(this.request)).isSameAs(this.queue);
		int printed = print();
		assertThat(print()).isZero();
		assertThat(printed).isPositive();
	}

	@Test
	void theQueueGoesWithTheSessionAndSoDoesWhatWasPrintedOfIt() {
		int printed = print();
		this.queues.sessionDestroyed(new HttpSessionEvent(session()));
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
		assertThat(print()).isEqualTo(printed);
	}

	@Test
	void somebodyWhoSignsInToTheSessionFindsNothingOfWhoWasThereBefore() {
		int printed = print();
		String before = session().getId();
		this.request.changeSessionId();
		this.queues.sessionIdChanged(new HttpSessionEvent(session()), before);
		assertThat(this.queues.of(this.request)).isNotSameAs(this.queue);
		assertThat(print()).isEqualTo(printed);
	}

	/**
	 * Print the first queue's page.
	 * @return how many parts were not known
	 */
	private int print() {
		int before = this.engine.printed().size();
		Viewpoint viewpoint = new Viewpoint(null, NOW, Viewpoint.PATIENCE);
		QueueSnapshot snapshot = this.queue.refresh(NOW.minus(Duration.ofDays(30)));
		QueuePage page = QueuePage.of("/incidents", snapshot.index().select(IncidentQuery.DEFAULT, viewpoint),
				viewpoint, Freshness.of(snapshot.state(), NOW));
		this.printer.print(this.queue, snapshot, viewpoint, page, QueueLayout.DEFAULT, "/icons.svg");
		return this.engine.printed().size() - before;
	}

	private HttpSession session() {
		return this.request.getSession();
	}

}
