package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallBudgetTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final CallBudget budget = new CallBudget(3, 5, this.clock);

	@Test
	void letsNoMoreCallsThroughInAnyMinute() {
		take(3);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this.budget::take)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofMinutes(1)));
		this.clock.advance(Duration.ofSeconds(59));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this.budget::take)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofSeconds(1)));
		this.clock.advance(Duration.ofSeconds(1));
		this.budget.take();
	}

	@Test
	void letsNoMoreCallsThroughInAnyHour() {
		take(3);
		this.clock.advance(Duration.ofMinutes(10));
		take(2);
		this.clock.advance(Duration.ofMinutes(10));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this.budget::take)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofMinutes(40)));
		this.clock.advance(Duration.ofMinutes(40));
		this.budget.take();
	}

	@Test
	void makesNoCallWhileTheApiWantsAPause() {
		this.budget.pause(Duration.ofSeconds(30));
		this.budget.pause(Duration.ofSeconds(10));
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(0, 0));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this.budget::take)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofSeconds(30)));
		this.clock.advance(Duration.ofSeconds(30));
		this.budget.take();
	}

	@Test
	void saysWhatIsLeft() {
		take(2);
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(1, 3));
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(3, 3));
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(3, 5));
	}

	private void take(int calls) {
		for (int i = 0; i < calls; i++) {
			this.budget.take();
		}
	}

}
