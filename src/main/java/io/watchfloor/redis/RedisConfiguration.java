package io.watchfloor.redis;

import java.time.Duration;
import java.util.Objects;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Defines the connection to Redis.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnRedis.class)
class RedisConfiguration {

	/**
	 * How long Redis may take for an answer or a connection. With the defaults of Lettuce
	 * a request waited for more than 100 s while Redis was away.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(1);

	/**
	 * Connects to Redis, and only when a session is asked for: the application starts
	 * whether Redis answers or not.
	 */
	@Bean
	LettuceConnectionFactory redisConnectionFactory(RedisSettings settings) {
		String url = Objects.requireNonNull(settings.url());
		SocketOptions socket = SocketOptions.builder().connectTimeout(TIMEOUT).keepAlive(true).build();
		// Requests are not kept for later while the connection is broken: their senders
		// would wait
		ClientOptions options = ClientOptions.builder()
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(socket)
			.timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
			.build();
		var client = LettuceClientConfiguration.builder()
			.commandTimeout(TIMEOUT)
			.shutdownTimeout(Duration.ZERO)
			.clientName("watchfloor")
			.clientOptions(options);
		if (RedisURI.create(url).isSsl()) {
			client.useSsl();
		}
		return new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(url), client.build());
	}

}
