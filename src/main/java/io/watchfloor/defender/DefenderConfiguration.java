package io.watchfloor.defender;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.client.RestClient;

/**
 * The parts of the way to the API, joined.
 */
@Configuration(proxyBeanMethods = false)
class DefenderConfiguration {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	@Bean
	CallBudget callBudget(DefenderSettings settings, Clock clock) {
		return new CallBudget(settings.callsPerMinute(), settings.callsPerHour(), clock);
	}

	@Bean
	CircuitBreaker circuit(Clock clock) {
		return new CircuitBreaker(clock);
	}

	/**
	 * Only for those who run Watchfloor: people must reach it also when Defender does not
	 * answer, so nothing public depends on it.
	 */
	@Bean
	@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
	HealthIndicator defenderHealthIndicator(CircuitBreaker circuit) {
		return new DefenderHealth(circuit);
	}

	@Bean
	IncidentSource defenderApi(RestClient.Builder builder, DefenderSettings settings, TokenInterceptor token,
			CallBudget budget, CircuitBreaker circuit, MeterRegistry meters, Clock clock) {
		RestClient http = builder.baseUrl(settings.url())
			.requestFactory(requestFactory(settings.timeout()))
			.requestInterceptor(token)
			.build();
		CallMeters callMeters = new CallMeters(meters, budget);
		HttpCalls calls = new HttpCalls(http, new ErrorResponses(clock), budget, circuit, callMeters);
		return new DefenderApi(calls, budget, circuit, callMeters);
	}

	@Bean
	TokenInterceptor tokenInterceptor(DefenderSettings settings, ClientRegistration registration,
			OAuth2AuthorizedClientManager tokens, OAuth2AuthorizationFailureHandler refusals) {
		return new TokenInterceptor(settings.url(), registration.getRegistrationId(), tokens, refusals);
	}

	static JdkClientHttpRequestFactory requestFactory(Duration timeout) {
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(CONNECT_TIMEOUT)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(timeout);
		factory.enableCompression(true);
		return factory;
	}

}
