package io.watchfloor.defender;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.defender.shared.Entry;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WriteBudgetTests {

	private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

	private static final Duration TICK = Duration.ofMillis(500);

	private final MutableClock clock = new MutableClock(START);

	private final CallBudget reads = new CallBudget(50, 1500, this.clock);

	private final WriteBudget budget = new WriteBudget(defender(50, 1500), this.reads);

	private final List<Instant> writes = new ArrayList<>();

	@Test
	void oneAloneTriagesTwentyIncidentsWithCommentsAtMicrosoftGraphInTwoMinutes() {
		assertThat(timeFor(40)).isLessThan(Duration.ofMinutes(2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 100 })
	void oneAloneTriagesFiftyIncidentsInThreeMinutesAlsoWhereACommentIsACallOfItsOwn(int calls) {
		assertThat(timeFor(calls)).isLessThan(Duration.ofMinutes(3));
	}

	@Test
	void twoAtOnceTriageFiftyIncidentsEachInThreeMinutes() {
		List<Analyst> both = analysts(2);
		work(Duration.ofMinutes(3), both);
		assertThat(both).allSatisfy((one) -> assertThat(one.written).isGreaterThanOrEqualTo(50));
	}

	@Test
	void whoWritesWithoutPauseKeepsNobodyFromWriting() {
		Analyst hasty = new Analyst(1);
		Analyst calm = new Analyst(20);
		work(Duration.ofMinutes(20), List.of(hasty, calm));
		assertThat(calm.refused).isZero();
		assertThat(calm.written).isGreaterThanOrEqualTo(120);
		assertThat(hasty.refused).isPositive();
	}

	@Test
	void whereAllWriteMoreThanTheyMayEverybodyGetsAFairPart() {
		List<Analyst> all = analysts(5);
		work(Duration.ofMinutes(10), all);
		assertThat(all).allSatisfy((one) -> assertThat(one.written).isBetween(30, 170));
	}

	@Test
	void writesLeaveReadingWhatItHasAndReadingLeavesThem() {
		ReaderId reader = new ReaderId();
		for (int call = 0; call < 34; call++) {
			this.budget.take(reader);
		}
		assertThat(this.reads.left()).isEqualTo(new CallBudget.Left(50, 1500));
		CallPriority first = new CallPriority(reader, Urgency.FIRST);
		for (int call = 0; call < 50; call++) {
			this.reads.take(first);
		}
		for (int call = 0; call < 9; call++) {
			this.budget.take(new ReaderId());
		}
	}

	@Test
	void aQuotaThatIsSetLowerHoldsForWritesToo() {
		WriteBudget few = new WriteBudget(defender(4, 1500), this.reads);
		ReaderId reader = new ReaderId();
		for (int call = 0; call < 3; call++) {
			few.take(reader);
		}
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> few.take(reader))
			.satisfies((failure) -> {
				assertThat(failure.heldBack()).isTrue();
				assertThat(failure.mayHaveTakenEffect()).isFalse();
				assertThat(failure.waitTime()).isEqualTo(Duration.ofMinutes(1));
			});
		few.take(new ReaderId());
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> few.take(new ReaderId()));
	}

	@Test
	void askingWhetherThereIsRoomCountsNothing() {
		ReaderId reader = new ReaderId();
		for (int i = 0; i < 100; i++) {
			this.budget.requireRoom(reader);
		}
		for (int i = 0; i < 34; i++) {
			this.budget.take(reader);
		}
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> this.budget.requireRoom(reader));
		this.budget.requireRoom(new ReaderId());
	}

	@Test
	void aWriteCountsFromItsEndAndNotAtAllIfItWasNotMade() {
		WriteBudget one = new WriteBudget(defender(1, 1500), this.reads);
		ReaderId reader = new ReaderId();
		one.giveBack(one.take(reader));
		Entry<Call> slow = one.take(reader);
		this.clock.advance(Duration.ofSeconds(20));
		one.ended(slow);
		this.clock.advance(Duration.ofSeconds(50));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> one.take(reader))
			.satisfies((failure) -> assertThat(failure.waitTime()).isEqualTo(Duration.ofSeconds(10)));
	}

	@Test
	void aShorterPauseDoesNotEndALongerOne() {
		this.budget.pause(Duration.ofSeconds(30));
		this.budget.pause(Duration.ofSeconds(5));
		this.reads.pause(Duration.ofSeconds(40));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> this.budget.take(new ReaderId()))
			.satisfies((failure) -> assertThat(failure.waitTime()).isEqualTo(Duration.ofSeconds(40)));
	}

	private Duration timeFor(int calls) {
		Analyst alone = new Analyst(1);
		while (alone.written < calls) {
			alone.live(0);
			this.clock.advance(TICK);
		}
		return Duration.between(START, this.clock.instant());
	}

	private List<Analyst> analysts(int number) {
		return Stream.generate(() -> new Analyst(1)).limit(number).toList();
	}

	private void work(Duration time, List<Analyst> analysts) {
		for (long tick = 0; tick < time.dividedBy(TICK); tick++) {
			long now = tick;
			analysts.forEach((analyst) -> analyst.live(now));
			this.clock.advance(TICK);
		}
		assertThat(this.writes).allSatisfy((end) -> assertThat(this.writes.stream()
			.filter((write) -> write.isAfter(end.minus(Duration.ofMinutes(1))) && !write.isAfter(end)))
			.hasSizeLessThanOrEqualTo(45));
	}

	private static Api defender(int perMinute, int perHour) {
		return new Api("The Defender API", URI.create("https://api.example"), Map.of(), perMinute, perHour, true,
				Duration.ofSeconds(30));
	}

	/**
	 * One who writes at equal intervals.
	 */
	private final class Analyst {

		private final ReaderId reader = new ReaderId();

		private final int interval;

		private int written;

		private int refused;

		Analyst(int interval) {
			this.interval = interval;
		}

		void live(long tick) {
			if (tick % this.interval != 0) {
				return;
			}
			try {
				WriteBudgetTests.this.budget.take(this.reader);
				WriteBudgetTests.this.writes.add(WriteBudgetTests.this.clock.instant());
				this.written++;
			}
			catch (DefenderException.Throttled ex) {
				this.refused++;
			}
		}

	}

}
