package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.defender.shared.SharedLedger;
import io.watchfloor.defender.shared.SharedLog;
import io.watchfloor.http.GzipInterceptor;
import io.watchfloor.http.RequestFactories;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.client.RestClient;

/**
 * Configures the client of the API that incidents are read from and, with
 * {@code WATCHFLOOR_TRIAGE} on, written back to.
 */
@Configuration(proxyBeanMethods = false)
class DefenderConfiguration {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * The ledger of all nodes where there is a log that they share.
	 */
	@Bean
	SharedLedger<Call> callLedger(Clock clock, ObjectProvider<SharedLog> log) {
		return SharedLedger.of(clock, Call.FORMAT, log.getIfAvailable());
	}

	@Bean
	CallBudget callBudget(Api api, SharedLedger<Call> callLedger) {
		return new CallBudget(api.callsPerMinute(), api.callsPerHour(), api.singlesApart(), callLedger);
	}

	@Bean
	CircuitBreaker circuitBreaker(Clock clock) {
		return new CircuitBreaker(clock);
	}

	/**
	 * Only on a management port of its own: people must reach Watchfloor also when
	 * Defender does not respond, so no public health depends on it.
	 */
	@Bean
	@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
	HealthIndicator defenderHealthIndicator(CircuitBreaker circuitBreaker) {
		return new DefenderHealth(circuitBreaker);
	}

	@Bean
	CallMeters callMeters(MeterRegistry registry, CallBudget budget) {
		return new CallMeters(registry, budget);
	}

	@Bean
	HttpCalls httpCalls(RestClient.Builder builder, Api api, TokenInterceptor token, CircuitBreaker circuitBreaker,
			CallMeters meters, Clock clock) {
		return httpCalls(builder.requestInterceptor(token), api, requestFactory(api.timeout()), circuitBreaker, meters,
				clock);
	}

	static HttpCalls httpCalls(RestClient.Builder builder, Api api, ClientHttpRequestFactory requestFactory,
			CircuitBreaker circuitBreaker, CallMeters meters, Clock clock) {
		RestClient http = builder.baseUrl(api.url())
			.defaultHeaders((headers) -> api.headers().forEach(headers::set))
			.requestFactory(requestFactory)
			.build();
		return new HttpCalls(http, new ErrorResponses(api.name(), clock), circuitBreaker, meters);
	}

	@Bean
	ApiCalls apiCalls(HttpCalls http, CallBudget budget, CircuitBreaker circuitBreaker, CallMeters meters) {
		return new ApiCalls(http, budget, circuitBreaker, meters);
	}

	@Bean
	@ConditionalOnBooleanProperty("watchfloor.triage")
	WriteBudget writeBudget(Api api, CallBudget budget) {
		return new WriteBudget(api, budget);
	}

	@Bean
	@ConditionalOnBooleanProperty("watchfloor.triage")
	WriteCalls writeCalls(ApiCalls calls, HttpCalls http, WriteBudget budget, CallMeters meters) {
		return new WriteCalls(calls, http, budget, meters);
	}

	@Bean
	TokenInterceptor tokenInterceptor(Api api, ClientRegistration registration, OAuth2AuthorizedClientManager tokens,
			OAuth2AuthorizationFailureHandler failureHandler) {
		return new TokenInterceptor(api.url(), registration.getRegistrationId(), tokens, failureHandler);
	}

	static ClientHttpRequestFactory requestFactory(Duration timeout) {
		return new InterceptingClientHttpRequestFactory(RequestFactories.create(CONNECT_TIMEOUT, timeout),
				List.of(new GzipInterceptor()));
	}

}
