package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows nothing that the API has not confirmed for ten minutes, however the queue is
 * asked for, and nothing at all once the API refuses the analyst.
 */
class ConfirmationTests {

	private static final Duration FRESHNESS = Duration.ofSeconds(30);

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final MutableClock clock = new MutableClock(NOW);

	private final IncidentQueue queue = new IncidentQueues(this.clock, FRESHNESS, Long.MAX_VALUE).forSession("one",
			this.source);

	@Test
	void aRefusalDropsEverythingAtOnceWhicheverCallItEnds() {
		for (Runnable call : List.<Runnable>of(() -> this.queue.refresh(MONTH_AGO), () -> this.queue.poll(MONTH_AGO),
				this.queue::step)) {
			fill(300);
			this.clock.advance(FRESHNESS);
			assertThat(held(this.queue.refresh(MONTH_AGO))).isNotEmpty();
			this.clock.advance(FRESHNESS);
			this.source.failNext(SampleFailures.forbidden(), 40);
			call.run();
			assertThat(held(this.queue.snapshot())).isEmpty();
			assertThat(this.queue.snapshot().state().asOf()).isNull();
			assertThat(this.queue.snapshot().state().failure()).isNotNull();
			this.source.failNext(SampleFailures.unauthorized(), 0);
			assertThat(held(this.queue.refresh(MONTH_AGO))).isEmpty();
		}
		assertThat(held(this.queue.refresh(MONTH_AGO))).hasSize(100);
	}

	@Test
	void aCallThatWasUnderWayBringsNothingBackAfterARefusal() throws InterruptedException {
		fill(300);
		this.queue.refresh(MONTH_AGO);
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.source.beforeList = () -> {
			called.countDown();
			await(answered);
		};
		CompletableFuture<QueueSnapshot> step = CompletableFuture.supplyAsync(this.queue::step);
		called.await();
		this.queue.drop(SampleFailures.forbidden());
		answered.countDown();
		assertThat(held(step.join())).isEmpty();
		assertThat(held(this.queue.snapshot())).isEmpty();
	}

	@Test
	void whoReadsPagesOnlySeesNothingForLongerThanTheBoundAfterARoleWasNarrowed() {
		fill(834);
		readAll();
		narrow(148);
		expectTheBound(() -> this.queue.refresh(MONTH_AGO), Duration.ofSeconds(45));
	}

	@Test
	void whoPollsOnlySeesNothingForLongerThanTheBoundAfterARoleWasNarrowed() {
		fill(834);
		readAll();
		narrow(148);
		expectTheBound(() -> this.queue.poll(MONTH_AGO), Duration.ofSeconds(30));
	}

	@Test
	void whoExportsOnceAnHourSeesNothingForLongerThanTheBoundAfterARoleWasNarrowed() {
		fill(834);
		readAll();
		narrow(148);
		expectTheBound(() -> this.queue.refresh(MONTH_AGO), Duration.ofHours(1));
	}

	@Test
	void aRoleThatLosesFewIncidentsIsNoticedWithinTheBound() {
		fill(20_000);
		readAll();
		LongStream.of(77, 10_400, 19_990).forEach(this.source::remove);
		List<Long> gone = List.of(77L, 10_400L, 19_990L);
		Instant narrowed = this.clock.instant();
		while (this.clock.instant().isBefore(narrowed.plus(DeletionCheckSchedule.BOUND))) {
			this.clock.advance(FRESHNESS);
			ask(() -> this.queue.poll(MONTH_AGO));
		}
		assertThat(held(this.queue.snapshot())).doesNotContainAnyElementsOf(gone);
	}

	@Test
	void whoComesBackAfterAnHourSeesTwentyThousandIncidentsAfterSixCalls() {
		fill(20_000);
		readAll();
		this.clock.advance(Duration.ofHours(1));
		assertThat(held(this.queue.snapshot())).isEmpty();
		int calls = this.source.calls();
		QueueSnapshot snapshot = ask(() -> this.queue.refresh(MONTH_AGO));
		assertThat(held(snapshot)).hasSize(20_000);
		assertThat(snapshot.state().complete()).isTrue();
		assertThat(this.source.calls() - calls).isLessThanOrEqualTo(6);
	}

	@Test
	void whileAnotherThreadAsksTheApiNothingUnconfirmedIsShown() throws InterruptedException {
		fill(300);
		readAll();
		this.clock.advance(Duration.ofHours(1));
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.source.beforeList = () -> {
			called.countDown();
			await(answered);
		};
		CompletableFuture<QueueSnapshot> first = CompletableFuture.supplyAsync(() -> this.queue.refresh(MONTH_AGO));
		called.await();
		QueueSnapshot meanwhile = this.queue.refresh(MONTH_AGO);
		assertThat(held(meanwhile)).isEmpty();
		assertThat(meanwhile.state().complete()).isFalse();
		answered.countDown();
		first.join();
		assertThat(held(this.queue.checkDeletions())).hasSize(300);
	}

	@Test
	void whatTheBudgetDoesNotLetConfirmIsNotShownAndReadAgain() {
		fill(3_000);
		readAll();
		this.clock.advance(Duration.ofHours(1));
		this.queue.refresh(MONTH_AGO);
		this.source.failNext(SampleFailures.heldBack(), 0);
		QueueSnapshot snapshot = this.queue.checkDeletions();
		assertThat(held(snapshot)).isEmpty();
		assertThat(snapshot.state().failure()).isNull();
		assertThat(snapshot.state().complete()).isFalse();
		readAll();
		assertThat(held(this.queue.snapshot())).hasSize(3_000);
	}

	@Test
	void anApiThatFailsWhereManyAreSkippedIsCountedInSmallerParts() {
		fill(3_000);
		readAll();
		this.source.mostSkipped = 900;
		for (int round = 0; round < 60; round++) {
			this.clock.advance(FRESHNESS);
			ask(() -> this.queue.poll(MONTH_AGO));
		}
		assertThat(held(this.queue.snapshot())).hasSize(3_000);
	}

	@Test
	void whileTheApiDoesNotAnswerWhatWasReadBeforeIsShown() {
		fill(300);
		readAll();
		this.clock.advance(Duration.ofHours(1));
		this.source.failNext(SampleFailures.unavailable(), 0);
		assertThat(held(this.queue.refresh(MONTH_AGO))).hasSize(300);
		assertThat(held(this.queue.snapshot())).hasSize(300);
		this.clock.advance(FRESHNESS);
		assertThat(held(ask(() -> this.queue.refresh(MONTH_AGO)))).hasSize(300);
	}

	/**
	 * Ask at intervals until an hour after the role was narrowed. No answer later than
	 * the bound shows what the API no longer lists.
	 */
	private void expectTheBound(Runnable refresh, Duration interval) {
		Instant narrowed = this.clock.instant();
		List<Integer> shown = new ArrayList<>();
		while (this.clock.instant().isBefore(narrowed.plus(Duration.ofHours(1)))) {
			this.clock.advance(interval);
			List<Long> held = held(ask(refresh));
			if (!this.clock.instant().isBefore(narrowed.plus(DeletionCheckSchedule.BOUND))) {
				assertThat(held).allSatisfy((id) -> assertThat(this.source.find(id)).isPresent());
			}
			shown.add(held.size());
		}
		for (int request = 0; request < 10; request++) {
			this.clock.advance(FRESHNESS);
			ask(refresh);
		}
		assertThat(held(this.queue.snapshot())).as("shown: %s", shown).hasSize(148);
	}

	/**
	 * Ask as a request does.
	 */
	private QueueSnapshot ask(Runnable refresh) {
		refresh.run();
		if (this.queue.snapshot().state().failure() != null) {
			return this.queue.snapshot();
		}
		QueueSnapshot snapshot = this.queue.checkDeletions();
		return snapshot.state().complete() ? snapshot : this.queue.step();
	}

	/**
	 * Let the API list only some, spread over all of them.
	 */
	private void narrow(int left) {
		List<Long> ids = held(this.queue.snapshot());
		for (int i = 0; i < ids.size(); i++) {
			if (i * left / ids.size() == (i + 1) * left / ids.size()) {
				this.source.remove(ids.get(i));
			}
		}
		assertThat(this.source.all()).hasSize(left);
	}

	private void readAll() {
		do {
			this.queue.refresh(MONTH_AGO);
			this.queue.step();
		}
		while (!this.queue.snapshot().state().complete());
	}

	/**
	 * Save one incident a minute, the last one now.
	 */
	private void fill(int count) {
		for (long id = 1; id <= count; id++) {
			Instant created = NOW.minus(Duration.ofMinutes(count - id));
			this.source.save(id, created, created, "Resolved");
		}
	}

	private static List<Long> held(QueueSnapshot snapshot) {
		return snapshot.index()
			.all(IncidentQuery.DEFAULT.with(TimeRange.between(null, null)),
					new Viewpoint(Set.of(), NOW, AttentionSettings.DEFAULT))
			.map(IncidentSummary::id)
			.toList();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
