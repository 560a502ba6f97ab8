package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.shared.Entry;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallBudgetTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final CallBudget budget = new CallBudget(3, 5, this.clock);

	@Test
	void letsNoMoreCallsThroughInAnyMinute() {
		take(3);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this::takeOne)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofMinutes(1)));
		this.clock.advance(Duration.ofSeconds(59));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this::takeOne)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofSeconds(1)));
		this.clock.advance(Duration.ofSeconds(1));
		takeOne();
	}

	@Test
	void letsNoMoreCallsThroughInAnyHour() {
		take(3);
		this.clock.advance(Duration.ofMinutes(10));
		take(2);
		this.clock.advance(Duration.ofMinutes(10));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this::takeOne)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofMinutes(40)));
		this.clock.advance(Duration.ofMinutes(40));
		takeOne();
	}

	@Test
	void countsACallFromItsEndBecauseTheApiMayGetItAsLateAsThat() {
		CallBudget three = new CallBudget(3, 100, this.clock);
		CallPriority priority = new CallPriority(new ReaderId(), Urgency.FIRST);
		Entry<Call> slow = three.take(priority);
		three.take(priority);
		this.clock.advance(Duration.ofSeconds(20));
		three.ended(slow);
		this.clock.advance(Duration.ofSeconds(40));
		three.take(priority);
		three.take(priority);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> three.take(priority))
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofSeconds(20)));
	}

	@Test
	void doesNotCountACallForWhichThereWasNoToken() {
		this.budget.giveBack(this.budget.take(new CallPriority(new ReaderId(), Urgency.FIRST)));
		this.budget.giveBack(this.budget.takeSingle(new ReaderId()));
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(3, 5));
		take(3);
		for (int single = 0; single < 5; single++) {
			this.budget.takeSingle(new ReaderId());
		}
	}

	@Test
	void makesNoCallWhileTheApiWantsAPause() {
		this.budget.pause(Duration.ofSeconds(30));
		this.budget.pause(Duration.ofSeconds(10));
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(0, 0));
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(this::takeOne)
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofSeconds(30)));
		this.clock.advance(Duration.ofSeconds(30));
		takeOne();
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

	@Test
	void aPollIsDueOnceAllReadersAtWorkCouldBeServed() {
		CallBudget usual = new CallBudget(50, 1500, this.clock);
		List<ReaderId> readers = Stream.generate(ReaderId::new).limit(25).toList();
		readers.forEach((reader) -> usual.take(new CallPriority(reader, Urgency.FIRST)));
		CallPriority poll = new CallPriority(readers.get(0), Urgency.POLL);
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> usual.take(poll))
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofSeconds(90)))
			.satisfies((throttled) -> assertThat(throttled.heldBack()).isTrue());
		this.clock.advance(Duration.ofSeconds(90));
		usual.take(poll);
	}

	@Test
	void whoWaitsIsServedBeforeItIsDueWhileThereAreSpareCalls() {
		CallBudget usual = new CallBudget(50, 1500, this.clock);
		ReaderId hasty = new ReaderId();
		usual.take(new CallPriority(hasty, Urgency.FIRST));
		usual.take(new CallPriority(hasty, Urgency.AWAITED));
		assertThatExceptionOfType(DefenderException.Throttled.class)
			.isThrownBy(() -> usual.take(new CallPriority(hasty, Urgency.POLL)));
	}

	@Test
	void whoReadsFarBackLeavesSomeCallsToTheOthers() {
		CallBudget usual = new CallBudget(50, 1500, this.clock);
		ReaderId greedy = new ReaderId();
		ReaderId modest = new ReaderId();
		usual.take(new CallPriority(greedy, Urgency.FIRST));
		assertThat(takeAll(usual, new CallPriority(greedy, Urgency.FURTHER))).isBetween(20, 28);
		assertThat(takeAll(usual, new CallPriority(modest, Urgency.FURTHER))).isBetween(5, 10);
		usual.take(new CallPriority(new ReaderId(), Urgency.FIRST));
	}

	@Test
	void sweepsLeaveHalfToWhoReadsFurther() {
		CallBudget usual = new CallBudget(50, 1500, this.clock);
		ReaderId thorough = new ReaderId();
		usual.take(new CallPriority(thorough, Urgency.FIRST));
		int sweeps = takeAll(usual, new CallPriority(thorough, Urgency.SWEEP));
		assertThat(sweeps).isBetween(8, 16);
		assertThat(takeAll(usual, new CallPriority(new ReaderId(), Urgency.FURTHER))).isGreaterThanOrEqualTo(sweeps);
		assertThat(takeAll(usual, new CallPriority(new ReaderId(), Urgency.SWEEP))).isZero();
	}

	@Test
	void newsThatIsDueFindsRoomInAMinuteThatOthersFilled() {
		CallBudget usual = new CallBudget(50, 1500, this.clock);
		Stream.generate(ReaderId::new)
			.limit(25)
			.forEach((reader) -> takeAll(usual, new CallPriority(reader, Urgency.FURTHER)));
		for (int due = 0; due < 10; due++) {
			usual.take(new CallPriority(new ReaderId(), Urgency.POLL));
		}
	}

	@Test
	void whoReadsFarBackForAnHourLeavesDeletionChecksTheirCalls() {
		CallBudget usual = new CallBudget(50, 1500, this.clock);
		CallPriority greedy = new CallPriority(new ReaderId(), Urgency.FURTHER);
		for (int minute = 0; minute < 30; minute++) {
			takeAll(usual, greedy);
			this.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(takeAll(usual, new CallPriority(new ReaderId(), Urgency.SWEEP))).isPositive();
	}

	@Test
	void aFailedCallIsTriedAgainWithoutWaitingForItsTurn() {
		CallPriority priority = new CallPriority(new ReaderId(), Urgency.POLL);
		this.budget.take(priority);
		this.budget.take(priority.forRetry());
	}

	@Test
	void singleIncidentsHaveCallsOfTheirOwn() {
		take(3);
		for (int call = 0; call < 5; call++) {
			this.budget.takeSingle(new ReaderId());
		}
		assertThatExceptionOfType(DefenderException.Throttled.class)
			.isThrownBy(() -> this.budget.takeSingle(new ReaderId()))
			.satisfies((throttled) -> assertThat(throttled.waitTime()).isEqualTo(Duration.ofHours(1)));
		assertThat(this.budget.left()).isEqualTo(new CallBudget.Left(0, 2));
	}

	@Test
	void aPauseHoldsForSingleIncidentsToo() {
		this.budget.pause(Duration.ofSeconds(30));
		assertThatExceptionOfType(DefenderException.Throttled.class)
			.isThrownBy(() -> this.budget.takeSingle(new ReaderId()));
	}

	@ParameterizedTest
	@EnumSource
	void aBudgetOfOneCallIsEnoughForAny(Urgency urgency) {
		CallBudget smallest = new CallBudget(1, 1, this.clock);
		smallest.take(new CallPriority(new ReaderId(), urgency));
		assertThat(smallest.left()).isEqualTo(new CallBudget.Left(0, 0));
	}

	private static int takeAll(CallBudget budget, CallPriority priority) {
		for (int taken = 0;; taken++) {
			try {
				budget.take(priority);
			}
			catch (DefenderException.Throttled ex) {
				return taken;
			}
		}
	}

	private void take(int calls) {
		for (int call = 0; call < calls; call++) {
			takeOne();
		}
	}

	private void takeOne() {
		this.budget.take(new CallPriority(new ReaderId(), Urgency.FIRST));
	}

}
