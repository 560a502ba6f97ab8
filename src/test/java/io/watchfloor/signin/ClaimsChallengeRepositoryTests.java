package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimsChallengeRepositoryTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final ClaimsChallengeRepository challenge = new ClaimsChallengeRepository(this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void isPendingUntilASignInSatisfiesIt() {
		assertThat(this.challenge.pending(this.request)).isNull();
		assertThat(this.challenge.accept(this.request, "{\"a\":1}")).isTrue();
		assertThat(this.challenge.pending(this.request)).isEqualTo("{\"a\":1}");
		this.challenge.satisfied(this.request);
		assertThat(this.challenge.pending(this.request)).isNull();
	}

	@Test
	void grantsOneAutomaticSignInAMinute() {
		assertThat(this.challenge.accept(this.request, "{}")).isTrue();
		this.challenge.satisfied(this.request);
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(this.challenge.accept(this.request, "{}")).isFalse();
		assertThat(this.challenge.pending(this.request)).isNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.challenge.accept(this.request, "{}")).isTrue();
	}

}
