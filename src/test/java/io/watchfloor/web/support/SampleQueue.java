package io.watchfloor.web.support;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.defender.CallBudget;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.WatchfloorSettings;
import io.watchfloor.web.frame.ShiftSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A real queue over {@link QueueIncidents}, for tests of the pages that print it.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(AnalystQueues.class)
@EnableConfigurationProperties({ WatchfloorSettings.class, ShiftSettings.class })
public class SampleQueue {

	public static final int INCIDENTS = 120;

	@Bean
	StubIncidents incidents() {
		return new StubIncidents(QueueIncidents.incidents(INCIDENTS));
	}

	@Bean
	CallBudget callBudget(Clock clock) {
		return SampleBudget.unused(clock);
	}

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

	@Bean
	@Primary
	MutableClock testClock() {
		return new MutableClock(QueueIncidents.NOW);
	}

}
