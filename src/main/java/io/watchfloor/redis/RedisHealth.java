package io.watchfloor.redis;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Reports whether Redis answers, by {@code PING}: Spring Boot's own indicator uses
 * {@code INFO}, which a user of Redis is better not permitted.
 */
final class RedisHealth implements HealthIndicator {

	private final RedisConnectionFactory redis;

	RedisHealth(RedisConnectionFactory redis) {
		this.redis = redis;
	}

	@Override
	public Health health() {
		try (RedisConnection connection = this.redis.getConnection()) {
			connection.ping();
			return Health.up().build();
		}
		catch (DataAccessException ex) {
			return Health.down()
				.withDetail("reason", String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()))
				.build();
		}
	}

}
