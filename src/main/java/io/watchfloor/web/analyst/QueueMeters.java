package io.watchfloor.web.analyst;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.watchfloor.queue.reading.IncidentQueues;
import org.jspecify.annotations.Nullable;

/**
 * Meters for the operator: how many queues there are, how much they hold, and how old the
 * incidents were that people saw. No tag identifies an analyst.
 */
final class QueueMeters {

	private final Timer age;

	QueueMeters(MeterRegistry registry, IncidentQueues queues, long limit) {
		Gauge.builder("watchfloor.queue.sessions", queues, IncidentQueues::size)
			.description("Sessions that have a queue")
			.register(registry);
		Gauge.builder("watchfloor.queue.incidents", queues, IncidentQueues::incidents)
			.description("Different incidents that all queues hold, equal ones of several analysts counted once")
			.register(registry);
		Gauge.builder("watchfloor.queue.memory", queues, IncidentQueues::bytes)
			.description("Memory that these incidents take, estimated")
			.baseUnit("bytes")
			.register(registry);
		Gauge.builder("watchfloor.queue.memory.limit", () -> limit)
			.description("Memory from which on queues are cut")
			.baseUnit("bytes")
			.register(registry);
		this.age = Timer.builder("watchfloor.queue.age")
			.description("How old a queue was when a page or a poll was answered from it")
			.register(registry);
	}

	/**
	 * Record the age of the queue that an answer showed.
	 * @param asOf when Defender last answered, or {@code null} if it never did
	 */
	void answered(@Nullable Instant asOf, Instant now) {
		if (asOf != null) {
			this.age.record(Duration.between(asOf, now));
		}
	}

}
