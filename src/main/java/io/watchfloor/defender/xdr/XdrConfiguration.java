package io.watchfloor.defender.xdr;

import java.time.Clock;
import java.util.Map;

import io.watchfloor.defender.Api;
import io.watchfloor.defender.ApiCalls;
import io.watchfloor.defender.DefenderSettings;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.WriteCalls;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the Defender API as the source of incidents, which it is unless another one
 * is chosen.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(XdrConfiguration.NoOtherSource.class)
class XdrConfiguration {

	@Bean
	Api defenderXdr(DefenderSettings settings) {
		return new Api("The Defender API", settings.url(), Map.of(), settings.callsPerMinute(), settings.callsPerHour(),
				true, settings.timeout());
	}

	@Bean
	IncidentSource defenderApi(ApiCalls calls, Clock clock) {
		return new DefenderApi(calls, clock);
	}

	@Bean
	@ConditionalOnBooleanProperty("watchfloor.triage")
	IncidentWriter defenderWriter(WriteCalls calls, Clock clock) {
		return new DefenderWriter(calls, clock);
	}

	/**
	 * Matches unless another source is chosen. A setting that is empty chooses none.
	 */
	static class NoOtherSource extends NoneNestedConditions {

		NoOtherSource() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty(name = "watchfloor.source", havingValue = "graph")
		static class Graph {

		}

	}

}
