package io.watchfloor.defender.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.queue.reading.IncidentQueues;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twenty-five analysts at work on Microsoft Graph, second by second: they come within
 * five minutes, their pages poll every 20 s, they click and open incidents at random, and
 * read everything, while incidents arrive and change.
 */
class SharedGraphBudgetTests {

	private static final int PER_MINUTE = 100;

	private static final int INCIDENTS = 300;

	private static final Duration SHIFT = Duration.ofMinutes(30);

	private final MutableClock clock = new MutableClock(GraphTenant.NOW);

	private final GraphTenant tenant = new GraphTenant();

	private final List<Instant> calls = new ArrayList<>();

	private final IncidentQueues queues = new IncidentQueues(this.clock, Duration.ofSeconds(30), Long.MAX_VALUE);

	private final Random random = new Random(20_261_123);

	@Test
	void keepsEverybodyCurrentWithinTheLimit() {
		fill();
		this.tenant.status = (request) -> {
			this.calls.add(this.clock.instant());
			return 200;
		};
		GraphApi api = this.tenant.api(SampleBudget.ofAllCalls(PER_MINUTE, 60 * PER_MINUTE, this.clock), this.clock);
		List<Analyst> analysts = new ArrayList<>(IntStream.range(0, 25)
			.mapToObj((number) -> new Analyst(this.queues.forSession("analyst " + number, api)))
			.toList());
		for (long second = 0; second < SHIFT.toSeconds(); second++) {
			happen(second);
			Collections.shuffle(analysts, this.random);
			for (Analyst analyst : analysts) {
				analyst.live(second);
			}
			this.clock.advance(Duration.ofSeconds(1));
		}
		assertThat(mostInAMinute()).isLessThanOrEqualTo(PER_MINUTE);
		assertThat(analysts).allSatisfy((analyst) -> {
			assertThat(analyst.oldest).isLessThan(Duration.ofMinutes(3));
			assertThat(analyst.complete).isLessThan(Duration.ofMinutes(15));
			QueueSnapshot snapshot = analyst.queue.snapshot();
			assertThat(snapshot.state().failure()).isNull();
			assertThat(snapshot.index().size()).isGreaterThanOrEqualTo(INCIDENTS);
			assertThat(snapshot.index().find(100))
				.hasValueSatisfying((summary) -> assertThat(summary.alerts()).isEqualTo(2));
		});
	}

	private void fill() {
		for (int id = 1; id <= INCIDENTS; id++) {
			Instant created = GraphTenant.NOW.minus(Duration.ofMinutes(90L * (INCIDENTS - id))).minusSeconds(90);
			this.tenant.incident(id, created);
			this.tenant.set(id, "status", (id % 7 == 0) ? "active" : "resolved");
			this.tenant.alert(id + ".1", id, created);
			this.tenant.alert(id + ".2", id, created.plusSeconds(30));
		}
	}

	/**
	 * Let an incident arrive every four minutes, and one change every two.
	 */
	private void happen(long second) {
		Instant now = this.clock.instant();
		if (second % 240 == 120) {
			long id = INCIDENTS + 1 + second / 240;
			this.tenant.incident(id, now);
			this.tenant.alert(id + ".1", id, now);
		}
		if (second % 120 == 30) {
			this.tenant.set(1 + this.random.nextInt(99), "lastUpdateDateTime", now.toString());
		}
	}

	private int mostInAMinute() {
		int most = 0;
		int first = 0;
		for (int last = 0; last < this.calls.size(); last++) {
			while (!this.calls.get(first).isAfter(this.calls.get(last).minus(Duration.ofMinutes(1)))) {
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

		private final IncidentQueue queue;

		private final int comesAfter = SharedGraphBudgetTests.this.random.nextInt(300);

		private final Instant since = GraphTenant.NOW.minus(Duration.ofDays(30));

		private Duration oldest = Duration.ZERO;

		private Duration complete = Duration.ZERO;

		Analyst(IncidentQueue queue) {
			this.queue = queue;
		}

		void live(long second) {
			long here = second - this.comesAfter;
			Random chance = SharedGraphBudgetTests.this.random;
			if (here < 0) {
				return;
			}
			if (here == 0 || chance.nextInt(120) == 0) {
				this.queue.refresh(this.since);
			}
			if (here % 20 == 10) {
				this.queue.poll(this.since);
			}
			QueueSnapshot snapshot = this.queue.snapshot();
			if (here % 2 == 0 && !snapshot.state().complete()) {
				this.queue.step();
				this.complete = Duration.ofSeconds(here);
			}
			if (here % 20 == 15) {
				this.queue.checkDeletions();
			}
			if (chance.nextInt(240) == 0) {
				open(1 + chance.nextInt(INCIDENTS));
			}
			Instant asOf = snapshot.state().asOf();
			if (asOf != null) {
				Duration age = Duration.between(asOf, SharedGraphBudgetTests.this.clock.instant());
				this.oldest = (age.compareTo(this.oldest) > 0) ? age : this.oldest;
			}
		}

		private void open(long id) {
			try {
				this.queue.open(id);
			}
			catch (DefenderException.Throttled ex) {
				assertThat(ex.heldBack()).isTrue();
			}
		}

	}

}
