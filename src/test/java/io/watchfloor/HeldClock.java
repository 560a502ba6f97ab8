package io.watchfloor;

import java.time.Instant;
import java.util.Objects;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that the test moves on from the present.
 */
@TestConfiguration(proxyBeanMethods = false)
class HeldClock {

	@Bean
	@Primary
	MutableClock heldClock() {
		return new MutableClock(Objects.requireNonNull(Instant.now()));
	}

}
