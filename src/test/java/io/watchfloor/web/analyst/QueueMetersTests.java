package io.watchfloor.web.analyst;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.queue.reading.IncidentQueues;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.StubIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueueMetersTests {

	private static final int INCIDENTS = 20;

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final IncidentQueues queues = new IncidentQueues(new MutableClock(QueueIncidents.NOW),
			Duration.ofSeconds(30), 1_000_000);

	private final QueueMeters meters = new QueueMeters(this.registry, this.queues, 1_000_000);

	@Test
	void tellHowManyQueuesThereAreAndWhatTheyHoldTogether() {
		StubIncidents incidents = new StubIncidents(QueueIncidents.incidents(INCIDENTS));
		this.queues.forSession("ada", incidents).refresh(QueueIncidents.NOW.minus(Duration.ofDays(180)));
		this.queues.forSession("bo", incidents).refresh(QueueIncidents.NOW.minus(Duration.ofDays(180)));
		assertThat(gauge("sessions")).isEqualTo(2);
		assertThat(gauge("incidents")).isEqualTo(INCIDENTS);
		assertThat(gauge("memory") / INCIDENTS).isBetween(500.0, 2_000.0);
		assertThat(gauge("memory.limit")).isEqualTo(1_000_000);
		this.queues.remove("ada");
		assertThat(gauge("sessions")).isOne();
	}

	@Test
	void tellHowOldWhatPeopleSawWas() {
		this.meters.answered(QueueIncidents.NOW.minusSeconds(40), QueueIncidents.NOW);
		this.meters.answered(null, QueueIncidents.NOW);
		assertThat(this.registry.get("watchfloor.queue.age").timer().count()).isOne();
		assertThat(this.registry.get("watchfloor.queue.age").timer().max(TimeUnit.SECONDS)).isEqualTo(40);
	}

	@Test
	void areDescribedAndSayNothingOfAnAnalyst() {
		assertThat(this.registry.getMeters()).extracting(Meter::getId).allSatisfy((id) -> {
			assertThat(id.getName()).startsWith("watchfloor.queue.");
			assertThat(id.getDescription()).isNotBlank();
			assertThat(id.getTags()).isEmpty();
		});
	}

	private double gauge(String name) {
		return this.registry.get("watchfloor.queue." + name).gauge().value();
	}

}
