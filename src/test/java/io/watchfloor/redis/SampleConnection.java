package io.watchfloor.redis;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A connection to Redis as Watchfloor makes it, for tests of what is kept there.
 */
public final class SampleConnection {

	private SampleConnection() {
	}

	/**
	 * A connection, to be destroyed by the test.
	 * @param url the address
	 */
	public static LettuceConnectionFactory to(String url) {
		LettuceConnectionFactory connection = new RedisConfiguration().redisConnectionFactory(new RedisSettings(url),
				new DefaultSslBundleRegistry());
		connection.afterPropertiesSet();
		connection.start();
		return connection;
	}

}
