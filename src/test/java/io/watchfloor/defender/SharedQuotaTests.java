package io.watchfloor.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.shared.Entry;
import io.watchfloor.defender.shared.SharedLedger;
import io.watchfloor.defender.support.LogInMemory;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Several nodes, whose clocks differ, and one quota.
 */
class SharedQuotaTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final LogInMemory log = LogInMemory.old(this.clock);

	private final Node one = new Node(Duration.ZERO);

	private final Node other = new Node(Duration.ofMinutes(1));

	private final Node third = new Node(Duration.ofMinutes(-1));

	private final List<Node> nodes = List.of(this.one, this.other, this.third);

	@Test
	void countsTheCallsOfAllNodesTogether() {
		synchronize();
		assertThat(this.one.takeAll(30) + this.other.takeAll(15)).isEqualTo(45);
		assertThat(this.third.takeAll(50)).isEqualTo(5);
		assertThat(this.one.takeAll(1)).isZero();
		synchronize();
		assertThat(this.nodes).extracting((node) -> node.budget.left()).containsOnly(new CallBudget.Left(0, 1450));
		assertThat(this.nodes).extracting((node) -> node.ledger.part()).containsOnly(1.0);
	}

	@Test
	void countsOnAllNodesByTheClockOfTheLog() {
		synchronize();
		this.other.takeAll(50);
		this.clock.advance(Duration.ofMillis(59_999));
		synchronize();
		assertThat(this.one.takeAll(1) + this.third.takeAll(1) + this.other.takeAll(1)).isZero();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.one.takeAll(25) + this.third.takeAll(30)).isEqualTo(50);
	}

	@Test
	void aNodeWhoseClockIsPutForwardMeanwhileGainsNothing() {
		synchronize();
		this.one.takeAll(50);
		MutableClock own = new MutableClock(this.clock.instant());
		Node jumping = new Node(own);
		jumping.ledger.synchronize();
		own.advance(Duration.ofMinutes(5));
		assertThat(jumping.takeAll(1)).isZero();
	}

	@Test
	void whatIsRefusedByWhatANodeKnowsCostsNoQuestion() {
		synchronize();
		this.one.takeAll(50);
		int asked = this.log.questions();
		assertThat(this.one.takeAll(1)).isZero();
		assertThat(this.log.questions()).isEqualTo(asked);
	}

	@Test
	void countsSinglesWritesAndCallsThatEndedOrWereNotMadeOnAllNodes() {
		synchronize();
		for (int i = 0; i < 100; i++) {
			((i % 2 == 0) ? this.one : this.other).budget.takeSingle(new ReaderId());
		}
		assertThatExceptionOfType(DefenderException.Throttled.class)
			.isThrownBy(() -> this.third.budget.takeSingle(new ReaderId()));
		Entry<Call> slow = this.one.take();
		this.one.budget.giveBack(this.one.take());
		this.clock.advance(Duration.ofSeconds(50));
		this.one.budget.ended(slow);
		synchronize();
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(this.other.budget.left()).isEqualTo(new CallBudget.Left(49, 1499));
	}

	@Test
	void allNodesHearOfAPause() {
		synchronize();
		this.one.budget.pause(Duration.ofSeconds(30));
		synchronize();
		synchronize();
		assertThat(this.third.takeAll(1)).isZero();
		this.clock.advance(Duration.ofSeconds(29));
		assertThat(this.other.takeAll(1)).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.other.takeAll(1)).isEqualTo(1);
	}

	@Test
	void aTurnComesAsLateAsAllReadersOfAllNodesNeed() {
		synchronize();
		List<ReaderId> readers = Stream.generate(ReaderId::new).limit(25).toList();
		for (int i = 0; i < 25; i++) {
			this.nodes.get(i % 3).budget.take(new CallPriority(readers.get(i), Urgency.FIRST));
		}
		synchronize();
		assertThatExceptionOfType(DefenderException.Throttled.class)
			.isThrownBy(() -> this.one.budget.take(new CallPriority(readers.get(0), Urgency.POLL)))
			.satisfies((wait) -> assertThat(wait.waitTime()).isEqualTo(Duration.ofSeconds(90)));
	}

	@Test
	void readersThatOnlyWaitCountOnTheOtherNodesToo() {
		synchronize();
		CallPriority poll = new CallPriority(new ReaderId(), Urgency.POLL);
		this.one.budget.take(poll);
		this.one.takeAll(49);
		this.clock.advance(Duration.ofSeconds(59));
		for (int i = 0; i < 20; i++) {
			assertThat(this.other.takeAll(1)).isZero();
		}
		synchronize();
		assertThatExceptionOfType(DefenderException.Throttled.class).isThrownBy(() -> this.one.budget.take(poll))
			.satisfies((wait) -> assertThat(wait.waitTime()).isEqualTo(Duration.ofMillis(70 * 3_600 - 59_000)));
	}

	@Test
	void withoutTheLogEachNodeKeepsToItsShareOfWhatWasLeft() {
		synchronize();
		this.one.takeAll(20);
		this.clock.advance(Duration.ofSeconds(4));
		synchronize();
		this.log.goAway();
		assertThat(this.one.takeAll(50)).isEqualTo(10);
		assertThat(this.other.takeAll(50)).isEqualTo(10);
		assertThat(this.third.takeAll(50)).isEqualTo(10);
		assertThat(this.nodes).extracting((node) -> node.ledger.part()).containsOnly(1.0 / 3);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.one.takeAll(50) + this.other.takeAll(50) + this.third.takeAll(50)).isEqualTo(48);
		this.log.comeBack();
		synchronize();
		synchronize();
		assertThat(this.nodes).extracting((node) -> node.ledger.part()).containsOnly(1.0);
		assertThat(this.one.takeAll(50) + this.third.takeAll(50)).isEqualTo(2);
	}

	@Test
	void callsThatTheOthersMayNotHaveHeardOfComeFromTheShareOfWhoMadeThem() {
		synchronize();
		this.one.takeAll(5);
		this.log.goAway();
		int taken = 5;
		for (Node node : this.nodes) {
			taken += node.takeAll(50);
		}
		assertThat(taken).isEqualTo(3 * 16);
	}

	@Test
	void aNodeThatNeverHeardOfOthersMakesNoCalls() {
		synchronize();
		this.one.takeAll(20);
		this.log.goAway();
		Node fresh = new Node(Duration.ZERO);
		fresh.ledger.synchronize();
		assertThat(fresh.takeAll(1)).isZero();
		assertThat(fresh.ledger.part()).isZero();
		this.log.comeBack();
		fresh.ledger.synchronize();
		assertThat(fresh.ledger.part()).isEqualTo(1);
		assertThat(fresh.takeAll(50)).isEqualTo(30);
	}

	@Test
	void aNodeThatStartsWithALogThatWasLostWaitsForWhatTheOthersKnow() {
		synchronize();
		this.one.takeAll(15);
		this.other.takeAll(15);
		this.third.takeAll(10);
		this.log.comeBackEmpty();
		Node fresh = new Node(Duration.ZERO);
		fresh.ledger.synchronize();
		assertThat(fresh.takeAll(50)).isEqualTo(5);
		this.clock.advance(Duration.ofSeconds(1));
		synchronize();
		this.clock.advance(Duration.ofSeconds(4));
		fresh.ledger.synchronize();
		assertThat(fresh.takeAll(1)).as("a fifth is left to one that may still come").isZero();
		this.clock.advance(Duration.ofSeconds(25));
		synchronize();
		fresh.ledger.synchronize();
		assertThat(fresh.takeAll(50)).isEqualTo(5);
	}

	@Test
	void whoBeginsTheFirstLogOfAllHasATenthForFiveSeconds() {
		this.log.comeBackEmpty();
		this.one.ledger.synchronize();
		this.clock.advance(Duration.ofMillis(4_999));
		this.one.ledger.synchronize();
		assertThat(this.one.takeAll(50)).isEqualTo(5);
		this.clock.advance(Duration.ofMillis(1));
		this.one.ledger.synchronize();
		assertThat(this.one.takeAll(50)).as("half is left to one that may still come").isEqualTo(20);
	}

	@Test
	void neverTheWholeQuotaIsOneNodes() {
		this.one.ledger.synchronize();
		this.log.goAway();
		assertThat(this.one.takeAll(50)).isEqualTo(25);
	}

	@Test
	void whoFellSilentKeepsItsShareUntilItIsGone() {
		synchronize();
		this.clock.advance(Duration.ofSeconds(10));
		this.one.ledger.synchronize();
		this.other.ledger.synchronize();
		this.one.ledger.synchronize();
		assertThat(this.one.ledger.part()).isEqualTo(1 - 1.0 / 3);
		assertThat(this.one.takeAll(50)).isEqualTo(33);
		this.clock.advance(Duration.ofMinutes(1));
		this.other.ledger.synchronize();
		this.one.ledger.synchronize();
		assertThat(this.one.takeAll(50)).isEqualTo(50);
	}

	@Test
	void whoSaysGoodbyeLeavesItsShareAtOnce() {
		synchronize();
		this.third.ledger.leave();
		this.clock.advance(Duration.ofSeconds(10));
		this.other.ledger.synchronize();
		this.one.ledger.synchronize();
		assertThat(this.one.ledger.part()).isEqualTo(1);
	}

	@Test
	void aLogThatWasLostIsFilledAgainByWhoeverComesFirst() {
		synchronize();
		this.one.takeAll(20);
		this.other.takeAll(10);
		this.one.budget.pause(Duration.ofSeconds(30));
		synchronize();
		synchronize();
		this.log.goAway();
		this.clock.advance(Duration.ofSeconds(10));
		this.third.ledger.synchronize();
		this.log.comeBackEmpty();
		this.third.ledger.synchronize();
		assertThat(this.third.budget.left()).isEqualTo(new CallBudget.Left(0, 0));
		this.clock.advance(Duration.ofSeconds(30));
		synchronize();
		Node fresh = new Node(Duration.ofHours(3));
		fresh.ledger.synchronize();
		assertThat(fresh.budget.left().thisHour()).isEqualTo(1470);
		assertThat(fresh.takeAll(50)).isEqualTo(20);
	}

	@Test
	void whatANodeDidAloneIsAddedToALogThatAnotherFilledAgain() {
		synchronize();
		this.log.goAway();
		this.one.takeAll(50);
		this.other.takeAll(50);
		this.log.comeBackEmpty();
		this.third.ledger.synchronize();
		assertThat(this.third.takeAll(50)).as("the share of both others is left to them").isEqualTo(16);
		synchronize();
		assertThat(this.third.budget.left().thisHour()).isEqualTo(1500 - 3 * 16);
	}

	@Test
	void whoComesBackToALogThatAnotherFilledAgainCountsAsThereOnlyWithItsCalls() {
		synchronize();
		this.one.takeAll(20);
		this.log.comeBackEmpty();
		this.third.ledger.synchronize();
		this.one.ledger.synchronize();
		assertThat(this.third.takeAll(50)).as("the share of the other is left to it").isEqualTo(13);
		assertThat(this.other.takeAll(50)).isEqualTo(17);
	}

	@Test
	void aCallWhoseAnswerWasLostCountsOnce() {
		synchronize();
		this.log.loseAnswers();
		assertThat(this.one.takeAll(3)).isEqualTo(3);
		this.log.comeBack();
		synchronize();
		assertThat(this.other.budget.left()).isEqualTo(new CallBudget.Left(47, 1497));
	}

	@Test
	void aCallWhoseAnswerWasLostIsTakenBackWhereTheShareHasNoRoomForIt() {
		synchronize();
		this.one.takeAll(49);
		this.log.loseAnswers();
		assertThat(this.one.takeAll(1)).isZero();
		this.log.comeBack();
		synchronize();
		assertThat(this.other.budget.left()).isEqualTo(new CallBudget.Left(1, 1451));
	}

	@Test
	void eachNodeKeepsToItsOwnLimits() {
		synchronize();
		CallBudget few = new CallBudget(10, 1500, true, this.other.ledger);
		this.one.takeAll(8);
		few.take(new CallPriority(new ReaderId(), Urgency.FIRST));
		few.take(new CallPriority(new ReaderId(), Urgency.FIRST));
		assertThatExceptionOfType(DefenderException.Throttled.class)
			.isThrownBy(() -> few.take(new CallPriority(new ReaderId(), Urgency.FIRST)));
		assertThat(this.one.takeAll(50)).isEqualTo(40);
	}

	private void synchronize() {
		this.nodes.forEach((node) -> node.ledger.synchronize());
		this.nodes.forEach((node) -> node.ledger.synchronize());
	}

	/**
	 * One of the nodes.
	 */
	private final class Node {

		private final SharedLedger<Call> ledger;

		private final CallBudget budget;

		Node(Duration ahead) {
			this(Clock.offset(SharedQuotaTests.this.clock, ahead));
		}

		Node(Clock clock) {
			this.ledger = SharedLedger.of(clock, Call.FORMAT, SharedQuotaTests.this.log);
			this.budget = new CallBudget(50, 1500, true, this.ledger);
		}

		Entry<Call> take() {
			return this.budget.take(new CallPriority(new ReaderId(), Urgency.FIRST));
		}

		int takeAll(int most) {
			for (int taken = 0; taken < most; taken++) {
				try {
					take();
				}
				catch (DefenderException.Throttled ex) {
					return taken;
				}
			}
			return most;
		}

	}

}
