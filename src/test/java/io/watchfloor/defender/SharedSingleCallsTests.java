package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.defender.shared.Ledger;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Up to twenty-five analysts open incidents, tenth of a second by tenth of a second.
 */
class SharedSingleCallsTests {

	private static final Duration TICK = Duration.ofMillis(100);

	private static final Duration WITHOUT_PAUSE = Duration.ofMillis(300);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final CallBudget budget = new CallBudget(50, 1500, this.clock);

	private final List<Instant> calls = new ArrayList<>();

	@Test
	void whoOpensIncidentsWithoutPauseKeepsNobodyFromOpeningTheirs() {
		Seeds.tryOut(2, (seed) -> {
			SharedSingleCallsTests floor = new SharedSingleCallsTests();
			Random random = new Random(seed);
			Analyst hasty = floor.new Analyst(WITHOUT_PAUSE, Duration.ZERO);
			Analyst busy = floor.new Analyst(Duration.ofSeconds(30), within(random, Duration.ofMinutes(30)));
			List<Analyst> others = Stream
				.generate(() -> floor.new Analyst(Duration.ofMinutes(4), within(random, Duration.ofMinutes(30))))
				.limit(23)
				.toList();
			floor.work(Duration.ofHours(2), Stream.concat(Stream.of(hasty, busy), others.stream()).toList());
			assertThat(busy.refused).isZero();
			assertThat(busy.opened).isGreaterThanOrEqualTo(180);
			assertThat(others).allSatisfy((other) -> assertThat(other.refused).isZero());
			assertThat(hasty.refused).isPositive();
		});
	}

	@Test
	void whoOpensIncidentsWithoutPauseKeepsNobodyFromOpeningTheirsInARush() {
		Seeds.tryOut(2, (seed) -> {
			SharedSingleCallsTests floor = new SharedSingleCallsTests();
			Random random = new Random(seed);
			Analyst hasty = floor.new Analyst(WITHOUT_PAUSE, Duration.ZERO);
			List<Analyst> others = Stream
				.generate(() -> floor.new Analyst(Duration.ofSeconds(30), within(random, Duration.ofSeconds(30))))
				.limit(24)
				.toList();
			floor.work(Duration.ofMinutes(20), Stream.concat(Stream.of(hasty), others.stream()).toList());
			assertThat(others).allSatisfy((other) -> assertThat(other.refused).isZero());
		});
	}

	@Test
	void whoIsAloneOpensOneEveryFiveSecondsForHours() {
		Analyst alone = new Analyst(Duration.ofSeconds(5), Duration.ZERO);
		work(Duration.ofHours(2), List.of(alone));
		assertThat(alone.refused).isZero();
		assertThat(alone.opened).isEqualTo(1_440);
	}

	@Test
	void whoIsAloneOpensFiftyAtOnce() {
		Analyst alone = new Analyst(TICK, Duration.ZERO);
		work(Duration.ofSeconds(10), List.of(alone));
		assertThat(alone.opened).isEqualTo(50);
	}

	@Test
	void whereAllOpenMoreThanThereIsEverybodyGetsAbout60AnHour() {
		List<Analyst> all = Stream.generate(() -> new Analyst(Duration.ofSeconds(2), Duration.ZERO)).limit(25).toList();
		work(Duration.ofHours(1), all);
		assertThat(all).allSatisfy((one) -> assertThat(one.opened).isBetween(40, 80));
	}

	private void work(Duration time, List<Analyst> analysts) {
		Instant start = this.clock.instant();
		Instant end = start.plus(time);
		while (this.clock.instant().isBefore(end)) {
			long millis = Duration.between(start, this.clock.instant()).toMillis();
			analysts.forEach((analyst) -> analyst.live(millis));
			this.clock.advance(TICK);
		}
		assertThat(most(Ledger.MINUTE)).isLessThanOrEqualTo(100);
		assertThat(most(Ledger.HOUR)).isLessThanOrEqualTo(1500);
	}

	/**
	 * The most calls in any window of a length.
	 */
	private int most(Duration window) {
		int most = 0;
		int first = 0;
		for (int last = 0; last < this.calls.size(); last++) {
			while (!this.calls.get(first).isAfter(this.calls.get(last).minus(window))) {
				first++;
			}
			most = Math.max(most, last - first + 1);
		}
		return most;
	}

	private static Duration within(Random random, Duration time) {
		return TICK.multipliedBy(random.nextInt((int) time.dividedBy(TICK)));
	}

	/**
	 * One who opens incidents at equal intervals.
	 */
	private final class Analyst {

		private final ReaderId reader = new ReaderId();

		private final long interval;

		private final long comesAfter;

		private int opened;

		private int refused;

		Analyst(Duration interval, Duration comesAfter) {
			this.interval = interval.toMillis();
			this.comesAfter = comesAfter.toMillis();
		}

		void live(long millis) {
			if (millis >= this.comesAfter && (millis - this.comesAfter) % this.interval == 0) {
				open();
			}
		}

		private void open() {
			try {
				SharedSingleCallsTests.this.budget.takeSingle(this.reader);
				SharedSingleCallsTests.this.calls.add(SharedSingleCallsTests.this.clock.instant());
				this.opened++;
			}
			catch (DefenderException.Throttled ex) {
				this.refused++;
			}
		}

	}

}
