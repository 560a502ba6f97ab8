package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.support.MutableClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitBreakerTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final CircuitBreaker circuitBreaker = new CircuitBreaker(this.clock);

	/**
	 * What happens: {@code x} a failure, {@code o} an answer, {@code .} a second,
	 * {@code ?} somebody who is let through, and {@code -} that their call is not made
	 * after all.
	 */
	@ParameterizedTest
	@CsvSource(textBlock = """
			'',                        true
			xxxx,                      true
			xxxxx,                     false
			xxxxoxxxx,                 true
			xxxxx.........,            false
			xxxxx..........,           true
			xxxxx..........?,          false
			xxxxx..........?x.........,false
			xxxxx..........?x..........,true
			xxxxx..........?..........,true
			xxxxx..........?o,         true
			xxxxx..........?oxxxx,     true
			xxxxx..........?-,         true
			xxxxx..........?-?,        false
			xxxxx-,                    false
			xxxxx..........?x-,        false
			xxxxxo,                    true
			""")
	void turnsPeopleAwayAfterFailuresInARowUntilOneGetsThrough(String events, boolean open) {
		events.chars().forEach((event) -> happens((char) event));
		assertThat(letsThrough()).isEqualTo(open);
	}

	private void happens(char event) {
		switch (event) {
			case 'x' -> this.circuitBreaker.recordFailure();
			case 'o' -> this.circuitBreaker.recordResponse();
			case '-' -> this.circuitBreaker.release();
			case '.' -> this.clock.advance(Duration.ofSeconds(1));
			default -> assertThat(letsThrough()).isTrue();
		}
	}

	private boolean letsThrough() {
		try {
			this.circuitBreaker.acquire();
			return true;
		}
		catch (DefenderException.Unavailable ex) {
			return false;
		}
	}

}
