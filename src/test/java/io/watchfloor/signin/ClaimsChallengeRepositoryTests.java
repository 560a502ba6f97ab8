package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimsChallengeRepositoryTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final ClaimsChallengeRepository challenges = new ClaimsChallengeRepository(this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@BeforeEach
	void beginSession() {
		this.request.getSession();
	}

	@Test
	void withoutASessionMakesNone() {
		MockHttpServletRequest without = new MockHttpServletRequest();
		this.challenges.accept(without, "{}");
		assertThat(without.getSession(false)).isNull();
	}

	@Test
	void isPendingUntilASignInSatisfiesIt() {
		assertThat(this.challenges.pendingClaims(this.request)).isNull();
		assertThat(this.challenges.accept(this.request, "{\"a\":1}")).isTrue();
		assertThat(this.challenges.pendingClaims(this.request)).isEqualTo("{\"a\":1}");
		this.challenges.removeClaims(this.request);
		assertThat(this.challenges.pendingClaims(this.request)).isNull();
	}

	@Test
	void grantsOneAutomaticSignInAMinute() {
		assertThat(this.challenges.accept(this.request, "{}")).isTrue();
		this.challenges.removeClaims(this.request);
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(this.challenges.accept(this.request, "{}")).isFalse();
		assertThat(this.challenges.pendingClaims(this.request)).isNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.challenges.accept(this.request, "{}")).isTrue();
	}

}
