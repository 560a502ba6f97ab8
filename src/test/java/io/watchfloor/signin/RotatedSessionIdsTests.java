package io.watchfloor.signin;

import java.time.Instant;

import io.watchfloor.signin.session.RecentIds;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RotatedSessionIdsTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T12:00:00Z"));

	private final RotatedSessionIds rotatedIds = new RotatedSessionIds(RecentIds.inMemory(this.clock));

	@Test
	void onlyAnIdThatASessionHadCrossed() {
		change("old");
		assertThat(this.rotatedIds.allowsRedirect("old")).isTrue();
		assertThat(this.rotatedIds.allowsRedirect("new")).isFalse();
		assertThat(this.rotatedIds.allowsRedirect("forged")).isFalse();
	}

	@Test
	void nothingIsOnItsWayForLong() {
		change("old");
		this.clock.advance(RecentIds.LIFETIME);
		assertThat(this.rotatedIds.allowsRedirect("old")).isFalse();
		change("newer");
		assertThat(this.rotatedIds.allowsRedirect("newer")).isTrue();
	}

	@Test
	void whoeverKeepsComingWithAFormerIdIsNotSentRoundForLong() {
		change("old");
		for (int i = 0; i < RotatedSessionIds.MAX_REQUESTS; i++) {
			assertThat(this.rotatedIds.allowsRedirect("old")).isTrue();
		}
		assertThat(this.rotatedIds.allowsRedirect("old")).isFalse();
	}

	private void change(String id) {
		this.rotatedIds.rotated(id);
	}

}
