package io.watchfloor.defender;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports whether the Defender API responds, as the analysts' own calls found out. It
 * makes none itself: the budget is theirs.
 */
final class DefenderHealth implements HealthIndicator {

	private final CircuitBreaker circuitBreaker;

	DefenderHealth(CircuitBreaker circuitBreaker) {
		this.circuitBreaker = circuitBreaker;
	}

	@Override
	public Health health() {
		CircuitBreaker.Status status = this.circuitBreaker.status();
		Health.Builder health = (status.failures() > 0) ? Health.down()
				: ((status.lastResponse() != null) ? Health.up() : Health.unknown());
		health.withDetail("failuresInARow", status.failures());
		detail(health, "lastAnswer", status.lastResponse());
		detail(health, "lastFailure", status.lastFailure());
		return health.build();
	}

	private static void detail(Health.Builder health, String name, @Nullable Instant time) {
		if (time != null) {
			health.withDetail(name, time.toString());
		}
	}

}
