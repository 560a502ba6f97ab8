package io.watchfloor.redis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedisSettingsTests {

	@Test
	void needsNoRedis() {
		assertThat(new RedisSettings("").problems()).isEmpty();
		assertThat(new RedisSettings(null).problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis://redis.example", "rediss://ada:p%40ss@redis.example:6380/3", "redis://[::1]:6379",
			"redis://:secret@127.0.0.1" })
	void takesAddressesOfRedis(String url) {
		assertThat(new RedisSettings(url).problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis.example:6379", "https://redis.example", "redis://", "redis://ada:sec ret@host",
			"redis://host/sessions", "redis-sentinel://ada:secret@host", "redis://host?timeout=1s" })
	void refusesOtherAddressesWithoutRepeatingThem(String url) {
		assertThat(new RedisSettings(url).problems()).singleElement()
			.asString()
			.startsWith("WATCHFLOOR_REDIS_URL must be an address such as redis://redis.example:6379")
			.doesNotContain("sec ret", "ada:secret");
	}

}
