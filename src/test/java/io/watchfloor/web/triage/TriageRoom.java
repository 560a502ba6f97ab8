package io.watchfloor.web.triage;

import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.triage.desk.TriageDesks;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the pages of triage need besides a queue.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ SampleQueue.class, TriageDesks.class, TriageLog.class })
class TriageRoom {

	@Bean
	StubWrites stubWrites() {
		return new StubWrites();
	}

}
