package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import io.watchfloor.defender.shared.Ledger;
import io.watchfloor.defender.shared.SharedLedger;
import io.watchfloor.defender.support.LogInMemory;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twenty-five analysts at work for two hours, second by second: they come within a
 * minute, their pages poll every 20 s, they click at random, read far back, and look for
 * what is gone.
 */
class SharedBudgetTests {

	private static final Duration SHIFT = Duration.ofHours(2);

	private static final Duration FRESHNESS = Duration.ofSeconds(30);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final LogInMemory log = LogInMemory.old(this.clock);

	private List<SharedLedger<Call>> ledgers = List.of();

	private List<CallBudget> budgets = List.of(new CallBudget(50, 1500, this.clock));

	private int perMinute = 50;

	private int perHour = 1500;

	private final List<Instant> calls = new ArrayList<>();

	private IntSupplier nodeOfNext = () -> 0;

	/**
	 * 0 if nobody moves.
	 */
	private int secondsBetweenMoves;

	@Test
	void keepsEverybodyCurrentWithinTheLimitsWhateverPeopleClick() {
		Seeds.tryOut(1, (seed) -> new SharedBudgetTests().work(new Random(seed), 25, 30, 20));
	}

	@Test
	void keepsEverybodyCurrentWhileAllOfThemClickAllTheTime() {
		Seeds.tryOut(1, (seed) -> new SharedBudgetTests().work(new Random(seed), 25, 2, 20));
	}

	@Test
	void aFewAreNeverHeldUp() {
		Seeds.tryOut(1, (seed) -> {
			List<Analyst> few = new SharedBudgetTests().work(new Random(seed), 5, 30, 50);
			assertThat(few).allSatisfy((analyst) -> assertThat(analyst.oldest).isLessThan(Duration.ofSeconds(51)));
		});
	}

	@Test
	void whoReadsTenThousandIncidentsGetsThemSoonAndStarvesNobody() {
		Seeds.tryOut(1, (seed) -> {
			SharedBudgetTests floor = new SharedBudgetTests();
			Random random = new Random(seed);
			Analyst curious = floor.new Analyst(random, 30, 100);
			floor.work(random, 24, 30, 2, curious);
			assertThat(curious.complete).isLessThan(Duration.ofMinutes(15));
		});
	}

	@Test
	void whoIsAloneReadsTenThousandIncidentsInFiveMinutes() {
		SharedBudgetTests floor = new SharedBudgetTests();
		Analyst alone = floor.new Analyst(new Random(1), 30, 100);
		floor.work(new Random(1), 0, 30, 1, alone);
		assertThat(alone.complete).isLessThan(Duration.ofMinutes(5));
	}

	@ParameterizedTest
	@CsvSource({ "50, 1500, true", "100, 6000, false" })
	void threeNodesAreAsGoodAsOne(int perMinute, int perHour, boolean singlesApart) {
		Seeds.tryOut(1, (seed) -> {
			Random random = new Random(seed);
			SharedBudgetTests floor = ofThreeNodes(perMinute, perHour, singlesApart, () -> random.nextInt(3));
			floor.work(random, 25, 30, 20);
		});
	}

	@Test
	void threeNodesAreAsGoodAsOneIfMostAreOnOneOfThemAndAnalystsMove() {
		Seeds.tryOut(1, (seed) -> {
			Random random = new Random(seed);
			SharedBudgetTests floor = ofThreeNodes(50, 1500, true,
					() -> (random.nextInt(5) == 0) ? 1 + random.nextInt(2) : 0);
			floor.secondsBetweenMoves = 600;
			floor.work(random, 25, 30, 20);
		});
	}

	/**
	 * A floor with three nodes, whose clocks differ by more than a minute.
	 */
	private static SharedBudgetTests ofThreeNodes(int perMinute, int perHour, boolean singlesApart, IntSupplier next) {
		SharedBudgetTests floor = new SharedBudgetTests();
		floor.ledgers = Stream.of(-30, 0, 50)
			.map((ahead) -> SharedLedger.of(Clock.offset(floor.clock, Duration.ofSeconds(ahead)), Call.FORMAT,
					floor.log))
			.toList();
		floor.budgets = floor.ledgers.stream()
			.map((ledger) -> new CallBudget(perMinute, perHour, singlesApart, ledger))
			.toList();
		floor.perMinute = perMinute;
		floor.perHour = perHour;
		floor.nodeOfNext = next;
		return floor;
	}

	private List<Analyst> work(Random random, int count, int secondsBetweenClicks, int mostPages, Analyst... others) {
		List<Analyst> analysts = Stream
			.concat(Stream.of(others),
					Stream.generate(() -> new Analyst(random, secondsBetweenClicks, random.nextInt(mostPages)))
						.limit(count))
			.toList();
		Instant start = this.clock.instant();
		for (long second = 0; second < SHIFT.toSeconds(); second++) {
			analysts.forEach((analyst) -> analyst.live(start));
			this.ledgers.forEach(SharedLedger::synchronize);
			this.clock.advance(Duration.ofSeconds(1));
		}
		assertThat(most(Ledger.MINUTE)).isLessThanOrEqualTo(this.perMinute);
		assertThat(most(Ledger.HOUR)).isLessThanOrEqualTo(this.perHour);
		assertThat(analysts).allSatisfy((analyst) -> {
			assertThat(analyst.oldest).isLessThanOrEqualTo(Duration.ofMinutes(2));
			assertThat(analyst.pagesLeft).isZero();
		});
		return analysts;
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

	/**
	 * One who works.
	 */
	private final class Analyst {

		private final Random random;

		private int node = SharedBudgetTests.this.nodeOfNext.getAsInt();

		private final int secondsBetweenClicks;

		private final int comesAfter;

		private int pagesLeft;

		/**
		 * One for each node: who comes to another one finds no queue there, or that of a
		 * while ago.
		 */
		private final List<Queue> queues;

		private Duration complete = Duration.ZERO;

		private Duration oldest = Duration.ZERO;

		Analyst(Random random, int secondsBetweenClicks, int pages) {
			this.random = random;
			this.secondsBetweenClicks = secondsBetweenClicks;
			this.comesAfter = random.nextInt(60);
			this.pagesLeft = pages;
			String session = String.valueOf(random.nextLong());
			this.queues = SharedBudgetTests.this.budgets.stream()
				.map((budget) -> new Queue(budget, ReaderId.of(session)))
				.toList();
		}

		void live(Instant start) {
			Instant now = SharedBudgetTests.this.clock.instant();
			Duration here = Duration.between(start.plusSeconds(this.comesAfter), now);
			if (here.isNegative()) {
				return;
			}
			int seconds = SharedBudgetTests.this.secondsBetweenMoves;
			boolean moves = seconds > 0 && this.random.nextInt(seconds) == 0;
			if (moves) {
				this.node = SharedBudgetTests.this.nodeOfNext.getAsInt();
			}
			if (queue().asOf.equals(Instant.MIN)) {
				read(Urgency.FIRST);
				return;
			}
			if (moves) {
				refresh(Urgency.AWAITED, now);
			}
			age(now);
			if (this.random.nextInt(this.secondsBetweenClicks) == 0) {
				refresh(Urgency.AWAITED, now);
			}
			if (here.toSeconds() % 20 == 0) {
				refresh(Urgency.POLL, now);
			}
			if (this.pagesLeft > 0 && here.toSeconds() % 2 == 0 && read(Urgency.FURTHER)) {
				this.pagesLeft--;
				this.complete = here;
			}
			if (this.pagesLeft == 0 && here.toSeconds() % 20 == 0) {
				read(Urgency.SWEEP);
			}
		}

		private void age(Instant now) {
			Duration age = Duration.between(queue().asOf, now);
			this.oldest = (age.compareTo(this.oldest) > 0) ? age : this.oldest;
		}

		private void refresh(Urgency urgency, Instant now) {
			if (!now.isBefore(queue().asOf.plus(FRESHNESS))) {
				read(urgency);
			}
		}

		private Queue queue() {
			return this.queues.get(this.node);
		}

		private boolean read(Urgency urgency) {
			Instant now = SharedBudgetTests.this.clock.instant();
			Queue queue = queue();
			try {
				queue.budget.take(new CallPriority(queue.reader, urgency));
			}
			catch (DefenderException.Throttled ex) {
				return false;
			}
			SharedBudgetTests.this.calls.add(now);
			queue.asOf = (urgency.compareTo(Urgency.FURTHER) < 0) ? now : queue.asOf;
			return true;
		}

	}

	/**
	 * The queue of an analyst on a node.
	 */
	private static final class Queue {

		private final ReaderId reader;

		private final CallBudget budget;

		private Instant asOf = Instant.MIN;

		Queue(CallBudget budget, ReaderId reader) {
			this.budget = budget;
			this.reader = reader;
		}

	}

}
