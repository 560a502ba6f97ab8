package io.watchfloor.support;

import java.time.Instant;
import java.util.Objects;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that the test moves on from the present.
 */
@TestConfiguration(proxyBeanMethods = false)
public class HeldClock {

	@Bean
	@Primary
	public MutableClock heldClock() {
		return new MutableClock(Objects.requireNonNull(Instant.now()));
	}

}
