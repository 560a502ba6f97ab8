package io.watchfloor.web.triage;

import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.WatchfloorSettings;
import io.watchfloor.web.frame.ShiftSettings;
import io.watchfloor.web.triage.desk.TriageDesks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * What the pages of triage need, over {@link WritableIncidents}.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ AnalystQueues.class, SimpleMeterRegistry.class, TriageDesks.class, TriageLog.class })
@EnableConfigurationProperties({ WatchfloorSettings.class, ShiftSettings.class })
class TriageSamples {

	static final Instant NOW = Instant.parse("2026-11-23T14:03:10Z");

	@Bean
	@Primary
	MutableClock testClock() {
		return new MutableClock(NOW);
	}

	@Bean
	WritableIncidents incidents(ObjectProvider<AnalystQueues> queues) {
		return new WritableIncidents(queues);
	}

}
