package io.watchfloor.defender;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

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

	/**
	 * For a whole answer: a page of 100 incidents can be 20 MB.
	 */
	private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

	private static final Duration RETRY_DELAY = Duration.ofMillis(300);

	@Bean
	CallBudget callBudget(DefenderSettings settings, Clock clock) {
		return new CallBudget(settings.callsPerMinute(), settings.callsPerHour(), clock);
	}

	@Bean
	IncidentSource defenderApi(RestClient.Builder builder, DefenderSettings settings, ClientRegistration registration,
			OAuth2AuthorizedClientManager tokens, OAuth2AuthorizationFailureHandler refusals, CallBudget budget,
			Clock clock) {
		TokenInterceptor token = new TokenInterceptor(settings.url(), registration.getRegistrationId(), tokens,
				refusals);
		RestClient http = builder.baseUrl(settings.url())
			.requestFactory(requestFactory())
			.requestInterceptor(token)
			.build();
		return new DefenderApi(http, new Failures(clock), budget, RETRY_DELAY);
	}

	private static JdkClientHttpRequestFactory requestFactory() {
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(CONNECT_TIMEOUT)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(READ_TIMEOUT);
		factory.enableCompression(true);
		return factory;
	}

}
