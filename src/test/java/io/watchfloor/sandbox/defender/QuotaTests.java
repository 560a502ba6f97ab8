package io.watchfloor.sandbox.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * How the quota slides.
 */
class QuotaTests {

	private Instant now = Instant.parse("2026-11-23T12:00:00Z");

	private final InstantSource time = () -> this.now;

	private final Clock clock = this.time.withZone(ZoneOffset.UTC);

	@Test
	void aCallBecomesFreeAMinuteAfterItWasMade() {
		Quota quota = new Quota(this.clock, 2, 100);
		quota.take(false);
		pass(Duration.ofSeconds(30));
		quota.take(false);
		pass(Duration.ofSeconds(30));
		assertThatNoException().isThrownBy(() -> quota.take(false));
	}

	@Test
	void callsMadeMeanwhileProlongTheWait() {
		Quota quota = new Quota(this.clock, 2, 100);
		quota.take(false);
		quota.take(false);
		for (int call = 0; call < 5; call++) {
			pass(Duration.ofSeconds(29));
			assertThatExceptionOfType(ApiError.class).isThrownBy(() -> quota.take(false))
				.withMessage("API calls quota exceeded! maximum allowed 2 per 00:01:00");
		}
		pass(Duration.ofSeconds(60));
		assertThatNoException().isThrownBy(() -> quota.take(false));
	}

	@Test
	void theHourHasALimitOfItsOwn() {
		Quota quota = new Quota(this.clock, 2, 3);
		for (int call = 0; call < 3; call++) {
			quota.take(false);
			pass(Duration.ofMinutes(1));
		}
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> quota.take(false))
			.withMessage("API calls quota exceeded! maximum allowed 3 per 01:00:00");
	}

	private void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

}
