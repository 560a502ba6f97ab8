package io.watchfloor.defender;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the Defender API answers, as the analysts' own calls found out. It makes none
 * itself: the budget is theirs.
 */
final class DefenderHealth implements HealthIndicator {

	private final CircuitBreaker circuit;

	DefenderHealth(CircuitBreaker circuit) {
		this.circuit = circuit;
	}

	@Override
	public Health health() {
		CircuitBreaker.Sight sight = this.circuit.sight();
		Health.Builder health = (sight.failures() > 0) ? Health.down()
				: ((sight.lastAnswer() != null) ? Health.up() : Health.unknown());
		health.withDetail("failuresInARow", sight.failures());
		detail(health, "lastAnswer", sight.lastAnswer());
		detail(health, "lastFailure", sight.lastFailure());
		return health.build();
	}

	private static void detail(Health.Builder health, String name, @Nullable Instant time) {
		if (time != null) {
			health.withDetail(name, time.toString());
		}
	}

}
