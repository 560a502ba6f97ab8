package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.WatchfloorSettings;
import io.watchfloor.web.support.SampleIncidents;
import io.watchfloor.web.support.StubIncidents;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The incidents that the tests of an incident's page open, in one application context for
 * all of these tests.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ AnalystQueues.class, SimpleMeterRegistry.class })
@EnableConfigurationProperties(WatchfloorSettings.class)
class IncidentSamples {

	@Bean
	@Primary
	MutableClock testClock() {
		return new MutableClock(Instant.parse("2026-11-23T14:03:10Z"));
	}

	@Bean
	StubIncidents incidents() {
		return new StubIncidents(new ArrayList<>(List.of(SampleIncidents.story(), SampleIncidents.hostile(),
				SampleIncidents.large(150, 30), LargeIncidents.believable(), LargeIncidents.hostile(),
				LargeIncidents.withTextsOf(1_000_000), SampleIncidents.published(924565),
				SampleIncidents.published(924521), SampleIncidents.published(924518),
				SampleIncidents.of("{\"incidentId\": 1}"), SampleIncidents.of("""
						{"incidentId": 2, "tags": [null, ""], "comments": [{"comment": null}], "alerts": [
						{"title": "", "devices": [{}], "entities": [{}, {"entityType": "File"}, {"entityType": ""}]}]}
						"""), SampleIncidents.of("{\"incidentId\": 3, \"redirectIncidentId\": 4}"),
				SampleIncidents.of("{\"incidentId\": 4, \"redirectIncidentId\": 4}"),
				SampleIncidents.of("{\"incidentId\": 7, \"redirectIncidentId\": 8}"),
				SampleIncidents.of("{\"incidentId\": 8}"), SampleIncidents.of("""
						{"incidentId": 924522, "alerts": [
						{"devices": [{"deviceDnsName": "USER5CX.middleeast.corp.contoso.com"}]}]}"""))));
	}

}
