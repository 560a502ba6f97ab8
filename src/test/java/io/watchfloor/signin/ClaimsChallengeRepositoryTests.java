package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.watchfloor.signin.session.SessionStore;
import io.watchfloor.support.MutableClock;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimsChallengeRepositoryTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final ClaimsChallengeRepository challenges = new ClaimsChallengeRepository(SessionStore.IN_MEMORY,
			this.clock);

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
	void grantsOneAutomaticSignInAMinuteOnAllNodesTogether() {
		Map<String, Object> stored = new HashMap<>();
		ClaimsChallengeRepository one = new ClaimsChallengeRepository(storeOf(stored), this.clock);
		ClaimsChallengeRepository other = new ClaimsChallengeRepository(storeOf(stored), this.clock);
		MockHttpServletRequest atTheSameTime = new MockHttpServletRequest();
		atTheSameTime.getSession();
		assertThat(one.accept(this.request, "{}")).isTrue();
		assertThat(other.accept(atTheSameTime, "{}")).isFalse();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(other.accept(atTheSameTime, "{}")).isTrue();
	}

	/**
	 * A store in which a session is what it is now, whatever a request began with.
	 */
	private static SessionStore storeOf(Map<String, Object> stored) {
		return new SessionStore() {

			private boolean alone;

			@Override
			public <T> T alone(HttpSession session, String purpose, Duration longest, Supplier<T> work) {
				this.alone = true;
				T answer = work.get();
				this.alone = false;
				return answer;
			}

			@Override
			public @Nullable Object read(HttpSession session, String attribute) {
				assertThat(this.alone).isTrue();
				return stored.get(attribute);
			}

			@Override
			public boolean write(HttpSession session, String attribute, Object value) {
				assertThat(this.alone).isTrue();
				stored.put(attribute, value);
				return true;
			}

		};
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
