package io.watchfloor.redis;

import java.time.Duration;
import java.util.Objects;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.context.ApplicationListener;
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

	private static final Logger logger = LoggerFactory.getLogger(RedisConfiguration.class);

	/**
	 * How long Redis may take for an answer. With the defaults of Lettuce a request
	 * waited for more than 100 s while Redis was away.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(1);

	/**
	 * How long a connection may take until it is there, and until Redis has greeted and
	 * let Watchfloor in: together less than two seconds.
	 */
	private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

	private static final Duration GREETING_TIMEOUT = Duration.ofMillis(1300);

	/**
	 * The name of Spring Boot's SSL bundle that says whose certificate Redis has, where
	 * Java does not know who signed it, and which one Watchfloor shows.
	 */
	private static final String BUNDLE = "redis";

	/**
	 * When a connection is found dead that nobody uses, such as one that a firewall has
	 * forgotten: after 45 s. One that is used is given up after {@link #TIMEOUT}. (TCP's
	 * own timeout for what is sent would need Netty's native transport.)
	 */
	private static final KeepAliveOptions KEEP_ALIVE = KeepAliveOptions.builder()
		.enable()
		.idle(Duration.ofSeconds(30))
		.interval(Duration.ofSeconds(5))
		.count(3)
		.build();

	/**
	 * Connects to Redis in a thread of its own: the application starts whether Redis
	 * answers or not.
	 */
	@Bean
	LettuceConnectionFactory redisConnectionFactory(RedisSettings settings, SslBundles bundles) {
		String url = Objects.requireNonNull(settings.url());
		SocketOptions socket = SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(KEEP_ALIVE).build();
		// Requests are not kept for later while the connection is broken: their senders
		// would wait
		ClientOptions.Builder options = ClientOptions.builder()
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(socket)
			.timeoutOptions(TimeoutOptions.enabled(TIMEOUT));
		if (bundles.getBundleNames().contains(BUNDLE)) {
			options.sslOptions(ssl(bundles.getBundle(BUNDLE).getManagers()));
		}
		var client = LettuceClientConfiguration.builder()
			.commandTimeout(GREETING_TIMEOUT)
			.shutdownTimeout(Duration.ZERO)
			.clientName("watchfloor")
			.clientOptions(options.build());
		if (RedisURI.create(url).isSsl()) {
			client.useSsl();
		}
		return new GuardedConnectionFactory(url, client.build());
	}

	private static SslOptions ssl(SslManagerBundle managers) {
		return SslOptions.builder()
			.keyManager(managers.getKeyManagerFactory())
			.trustManager(managers.getTrustManagerFactory())
			.build();
	}

	/**
	 * Waits for the connection before anybody needs it, and says if it cannot be made.
	 * The first one takes longer than any other.
	 */
	@Bean
	ApplicationListener<ApplicationReadyEvent> redisGreeting(LettuceConnectionFactory redisConnectionFactory) {
		return (event) -> {
			Health health = new RedisHealth(redisConnectionFactory).health();
			if (!Status.UP.equals(health.getStatus())) {
				logger.warn("Redis does not answer yet: {}", health.getDetails());
			}
		};
	}

	/**
	 * Reported on the management port only: health and pages without a session do not
	 * need Redis, and to take all nodes out of a balancer would help nobody.
	 */
	@Bean
	@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
	HealthIndicator redisHealthIndicator(LettuceConnectionFactory redisConnectionFactory) {
		return new RedisHealth(redisConnectionFactory);
	}

}
