package io.watchfloor.defender.graph;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures Microsoft Graph as the source of incidents where that is chosen.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "watchfloor.source", havingValue = "graph")
class GraphConfiguration {

	/**
	 * The time-out is that of the Defender API: the same services send the same
	 * incidents.
	 */
	@Bean
	Api microsoftGraph(GraphSettings settings, DefenderSettings defender) {
		return new Api("Microsoft Graph", settings.url(), HEADERS, settings.callsPerMinute(), settings.callsPerHour(),
				false, defender.timeout());
	}

	@Bean
	IncidentSource graphApi(Api api, ApiCalls calls, Clock clock) {
		return new GraphApi(api.url(), calls, clock);
	}

	@Bean
	@ConditionalOnBooleanProperty("watchfloor.triage")
	IncidentWriter graphWriter(WriteCalls calls, Clock clock) {
		return new GraphWriter(calls, clock);
	}

	/**
	 * Without it, words that are newer than the API's first version come as
	 * {@code unknownFutureValue}.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations">Evolvable
	 * enumerations</a>
	 */
	static final Map<String, String> HEADERS = Map.of("Prefer", "include-unknown-enum-members");

}
