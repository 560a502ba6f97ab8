package io.watchfloor.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Records from the calls of sign-ins and refreshes whether Entra answers. A refusal is an
 * answer; an error with status 5xx is none. It makes no calls itself.
 */
final class EntraHealth implements ClientHttpRequestInterceptor {

	private final Clock clock;

	private @Nullable Instant lastAnswer;

	private @Nullable Instant lastFailure;

	private boolean failed;

	EntraHealth(Clock clock) {
		this.clock = clock;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		try {
			ClientHttpResponse response = execution.execute(request, body);
			record(response.getStatusCode().is5xxServerError());
			return response;
		}
		catch (IOException ex) {
			record(true);
			throw ex;
		}
	}

	private synchronized void record(boolean failure) {
		this.failed = failure;
		if (failure) {
			this.lastFailure = this.clock.instant();
		}
		else {
			this.lastAnswer = this.clock.instant();
		}
	}

	/**
	 * Return the health by the last call: up, down, or unknown before the first one.
	 * @param certificateEnd when the client certificate ends, or {@code null} if there is
	 * none
	 */
	synchronized Health health(@Nullable Instant certificateEnd) {
		Health.Builder health = this.failed ? Health.down()
				: ((this.lastAnswer != null) ? Health.up() : Health.unknown());
		detail(health, "lastAnswer", this.lastAnswer);
		detail(health, "lastFailure", this.lastFailure);
		detail(health, "certificateEnd", certificateEnd);
		return health.build();
	}

	private static void detail(Health.Builder health, String name, @Nullable Instant time) {
		if (time != null) {
			health.withDetail(name, time.toString());
		}
	}

}
