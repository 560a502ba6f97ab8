package io.watchfloor.signin;

import java.time.Instant;

import io.watchfloor.support.MutableClock;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class RotatedSessionIdsTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T12:00:00Z"));

	private final RotatedSessionIds former = new RotatedSessionIds(this.clock);

	@Test
	void onlyAnIdThatASessionHadCrossed() {
		change("old");
		assertThat(this.former.crossed("old")).isTrue();
		assertThat(this.former.crossed("new")).isFalse();
		assertThat(this.former.crossed("forged")).isFalse();
	}

	@Test
	void nothingIsOnItsWayForLong() {
		change("old");
		this.clock.advance(RotatedSessionIds.CROSSING);
		assertThat(this.former.crossed("old")).isFalse();
		change("newer");
		assertThat(this.former.crossed("newer")).isTrue();
	}

	@Test
	void whoeverKeepsComingWithAFormerIdIsNotSentRoundForLong() {
		change("old");
		for (int i = 0; i < RotatedSessionIds.MOST; i++) {
			assertThat(this.former.crossed("old")).isTrue();
		}
		assertThat(this.former.crossed("old")).isFalse();
	}

	private void change(String id) {
		this.former.sessionIdChanged(new HttpSessionEvent(new MockHttpSession(null, "new")), id);
	}

}
