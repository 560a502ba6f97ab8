package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads from a source that grows, shifts, shrinks, fails, and has many incidents of one
 * time.
 */
class IncidentQueueTests {

	private static final Duration FRESHNESS = Duration.ofSeconds(30);

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final MutableClock clock = new MutableClock(RandomIncidents.NOW);

	private final IncidentQueue queue = new IncidentQueues(this.clock, FRESHNESS, Long.MAX_VALUE).forSession("one",
			this.source);

	@Test
	void showsTheNewestPageAfterOneCall() {
		fill(10_000);
		QueueSnapshot snapshot = this.queue.refresh(MONTH_AGO);
		assertThat(this.source.calls()).isOne();
		assertThat(held(snapshot)).hasSize(100).first().isEqualTo(10_000L);
		assertThat(snapshot.state().complete()).isFalse();
		assertThat(snapshot.state().read()).isEqualTo(100);
		assertThat(snapshot.state().backTo()).isEqualTo(this.source.get(9_901).created());
		assertThat(snapshot.state().asOf()).isEqualTo(NOW);
	}

	@Test
	void readsTenThousandIncidentsInAHundredCallsAndFourMoreAtMost() {
		fill(10_000);
		readAll(MONTH_AGO);
		assertThat(this.source.calls()).isBetween(102, 104);
		assertThat(this.queue.snapshot().index().size()).isEqualTo(10_000);
		assertThat(this.source.requests).allSatisfy((request) -> assertThat(request.skip()).isZero());
	}

	@Test
	void readsManyIncidentsOfOneMomentInAsFewCalls() {
		LongStream.rangeClosed(1, 1_000).forEach((id) -> this.source.save(id, NOW.minusSeconds(id / 400), NOW, "New"));
		readAll(MONTH_AGO);
		assertThat(this.queue.snapshot().index().size()).isEqualTo(1_000);
		assertThat(this.source.calls()).isLessThanOrEqualTo(14);
	}

	@Test
	void asksNoFurtherBackThanSomebodyAskedFor() {
		fill(300);
		readAll(NOW.minus(Duration.ofMinutes(100)));
		assertThat(held(this.queue.snapshot())).hasSize(101);
		assertThat(this.source.requests).filteredOn((request) -> request.status() == null)
			.extracting(PageRequest::updatedSince)
			.containsOnly(NOW.minus(Duration.ofMinutes(100)));
	}

	@Test
	void openIncidentsAreThereWhateverTheirAgeBeforeTheHistoryIs() {
		fill(1_000);
		Instant longAgo = NOW.minus(Duration.ofDays(400));
		this.source.save(5_001, longAgo, longAgo, "Active");
		this.source.save(5_002, longAgo, longAgo, "InProgress");
		this.source.save(5_003, longAgo, longAgo, "Resolved");
		assertThat(this.queue.refresh(MONTH_AGO).state().allOpen()).isFalse();
		readOpen();
		QueueSnapshot snapshot = this.queue.snapshot();
		assertThat(snapshot.state().allOpen()).isTrue();
		assertThat(snapshot.state().complete()).isFalse();
		assertThat(snapshot.index().find(5_001)).isPresent();
		assertThat(snapshot.index().find(5_002)).isPresent();
		readAll(MONTH_AGO);
		assertThat(this.queue.snapshot().index().size()).isEqualTo(1_002);
	}

	@Test
	void whatIsOpenStaysWhenTheRangeIsNarrower() {
		Instant longAgo = NOW.minus(Duration.ofDays(400));
		fill(10);
		this.source.save(5_001, longAgo, longAgo, "Active");
		readAll(MONTH_AGO);
		readAll(NOW.minus(Duration.ofMinutes(5)));
		assertThat(this.queue.snapshot().index().find(5_001)).isPresent();
	}

	@Test
	void aWiderRangeIsReadFromWhereTheNarrowerEnded() {
		fill(300);
		readAll(NOW.minus(Duration.ofMinutes(100)));
		int calls = this.source.calls();
		readAll(MONTH_AGO);
		assertThat(held(this.queue.snapshot())).hasSize(300);
		assertThat(this.source.calls() - calls).isEqualTo(3);
	}

	@Test
	void aShortPageIsNotTheEnd() {
		fill(500);
		this.source.pageSize = 7;
		readAll(MONTH_AGO);
		assertThat(this.queue.snapshot().index().size()).isEqualTo(500);
	}

	@Test
	void isNotReadAgainWhileFresh() {
		fill(10);
		this.queue.refresh(MONTH_AGO);
		this.clock.advance(FRESHNESS.minusMillis(1));
		this.queue.refresh(MONTH_AGO.plusSeconds(29));
		assertThat(this.source.calls()).isOne();
	}

	@Test
	void changesAndNewIncidentsArriveInOneCallByLastUpdate() {
		fill(500);
		readAll(MONTH_AGO);
		int calls = this.source.calls();
		long version = this.queue.snapshot().version();
		this.clock.advance(FRESHNESS);
		this.source.save(501, this.clock.instant(), this.clock.instant(), "Resolved");
		this.source.save(3, Objects.requireNonNull(this.source.get(3).created()), this.clock.instant(), "Resolved");
		QueueSnapshot snapshot = this.queue.refresh(MONTH_AGO);
		assertThat(this.source.calls() - calls).isOne();
		assertThat(this.source.requests.get(calls).updatedSince()).isEqualTo(NOW.minus(LastChange.OVERLAP));
		assertThat(held(snapshot)).hasSize(501).startsWith(501L, 3L);
		assertThat(snapshot.index().find(3)).map(IncidentSummary::status).contains(Status.RESOLVED);
		assertThat(snapshot.version()).isNotEqualTo(version);
	}

	@Test
	void whatChangesFromOneReadToTheNextIsSeenByThisQueueUntilItIsDropped() {
		this.source.save(raised("Medium", NOW));
		readAll(MONTH_AGO);
		assertThat(this.queue.snapshot().changes().all()).as("nothing was held before").isEmpty();
		this.clock.advance(FRESHNESS);
		this.source.save(raised("High", this.clock.instant()));
		IncidentQueue other = new IncidentQueues(this.clock, FRESHNESS, Long.MAX_VALUE).forSession("two", this.source);
		other.refresh(MONTH_AGO);
		this.queue.refresh(MONTH_AGO);
		assertThat(this.queue.snapshot().changes().all()).singleElement().satisfies((change) -> {
			assertThat(change.kind()).isEqualTo(SeenChange.Kind.RAISED);
			assertThat(change.millis()).isEqualTo(this.clock.instant().toEpochMilli());
		});
		assertThat(other.snapshot().changes().all()).isEmpty();
		this.queue.drop(null);
		assertThat(this.queue.snapshot().changes().all()).isEmpty();
	}

	private static Incident raised(String severity, Instant updated) {
		return new Incident(1, null, "Incident", NOW.minusSeconds(60), updated, null, "Active", severity, null, null,
				null, List.of(), List.of(), List.of(), null);
	}

	@Test
	void theStateTellsSinceWhenAllWasRead() {
		fill(300);
		QueueState first = this.queue.refresh(MONTH_AGO).state();
		Instant back = Objects.requireNonNull(first.backTo());
		assertThat(first.hasAllCreatedSince(back)).isTrue();
		assertThat(first.hasAllCreatedSince(back.minusSeconds(1))).isFalse();
		assertThat(first.hasAllSince(NOW.minusSeconds(1))).isFalse();
		readAll(MONTH_AGO);
		QueueState all = this.queue.snapshot().state();
		assertThat(all.hasAllSince(MONTH_AGO)).isTrue();
		assertThat(all.hasAllCreatedSince(MONTH_AGO)).isTrue();
		assertThat(all.hasAllSince(MONTH_AGO.minusSeconds(1))).isFalse();
	}

	@Test
	void manyChangesAtOnceAreReadOnAndNotTimeAndAgain() {
		fill(500);
		readAll(MONTH_AGO);
		this.clock.advance(FRESHNESS);
		LongStream.rangeClosed(1, 450)
			.forEach((id) -> this.source.save(id, Objects.requireNonNull(this.source.get(id).created()),
					this.clock.instant(), "Redirected"));
		readAll(MONTH_AGO);
		assertThat(this.queue.snapshot().index().all(IncidentQuery.DEFAULT, viewpoint(this.clock)))
			.filteredOn((summary) -> summary.status().stage() == Status.Stage.REDIRECTED)
			.hasSize(450);
		this.clock.advance(LastChange.OVERLAP);
		int calls = this.source.calls();
		assertThat(this.queue.refresh(MONTH_AGO).state().complete()).isTrue();
		assertThat(this.source.calls()).isEqualTo(calls + 1);
	}

	@Test
	void moreChangesAtOnceThanOneRefreshCanReadAreReadWithoutStartingOver() {
		fill(1_500);
		readAll(MONTH_AGO);
		this.clock.advance(FRESHNESS);
		Instant moment = this.clock.instant();
		LongStream.rangeClosed(1, 1_500)
			.forEach((id) -> this.source.save(id, Objects.requireNonNull(this.source.get(id).created()), moment,
					"Resolved"));
		for (int request = 0; request < 15; request++) {
			this.queue.refresh(MONTH_AGO);
			this.queue.step();
			this.clock.advance(Duration.ofSeconds(10));
		}
		assertThat(this.queue.snapshot().index().all(IncidentQuery.DEFAULT, viewpoint(this.clock)))
			.filteredOn((summary) -> summary.status().equals(Status.RESOLVED))
			.hasSize(1_500);
	}

	@Test
	void aChangeThatTheApiTellsLateArrives() {
		fill(5);
		this.queue.refresh(MONTH_AGO);
		this.clock.advance(LastChange.OVERLAP.minusSeconds(1));
		this.source.save(2, NOW.minusSeconds(60), NOW.minusSeconds(60), "Resolved");
		assertThat(this.queue.refresh(MONTH_AGO).index().find(2)).map(IncidentSummary::status)
			.contains(Status.RESOLVED);
	}

	@Test
	void theVersionStaysWhileNothingButTheAgeChanges() {
		fill(50);
		QueueSnapshot before = this.queue.refresh(MONTH_AGO);
		this.clock.advance(FRESHNESS);
		QueueSnapshot after = this.queue.refresh(MONTH_AGO);
		assertThat(after.state().asOf()).isEqualTo(NOW.plus(FRESHNESS));
		assertThat(after.version()).isEqualTo(before.version());
	}

	@Test
	void aMergedIncidentTellsIntoWhich() {
		fill(5);
		this.queue.refresh(MONTH_AGO);
		this.clock.advance(FRESHNESS);
		this.source.save(new Incident(2, 5L, "Merged", NOW, this.clock.instant(), null, "Redirected", "High", null,
				null, null, List.of(), List.of(), List.of(), null));
		assertThat(this.queue.refresh(MONTH_AGO).index().find(2)).map(IncidentSummary::redirectedTo).contains(5L);
	}

	@Test
	void anIncidentThatIsGoneIsDropped() {
		fill(5);
		this.queue.refresh(MONTH_AGO);
		this.queue.forget(2);
		this.queue.forget(77);
		assertThat(held(this.queue.snapshot())).containsExactly(5L, 4L, 3L, 1L);
		assertThat(this.queue.snapshot().state().read()).isEqualTo(4);
	}

	@Test
	void whatAnIncidentsPageReadIsKnownAndNotOverwrittenByOlderNews() {
		fill(5);
		Incident old = this.source.get(2);
		this.source.save(2, NOW, NOW.plusSeconds(5), "Resolved");
		this.queue.put(this.source.get(2));
		this.source.save(old);
		assertThat(this.queue.refresh(MONTH_AGO).index().find(2)).map(IncidentSummary::status)
			.contains(Status.RESOLVED);
	}

	@Test
	void aFailureLeavesWhatIsHeldAndSaysWhy() {
		fill(300);
		this.queue.refresh(MONTH_AGO);
		DefenderException ex = SampleFailures.unavailable();
		this.source.failNext(ex, 40);
		QueueSnapshot failed = this.queue.step();
		assertThat(failed.state().failure()).isSameAs(ex);
		assertThat(failed.state().asOf()).isEqualTo(NOW);
		assertThat(failed.index().size()).isBetween(100, 140);
		readAll(MONTH_AGO);
		assertThat(this.queue.snapshot().index().size()).isEqualTo(300);
		assertThat(this.queue.snapshot().state().failure()).isNull();
	}

	@Test
	void aFirstCallThatFailsIsMadeAgain() {
		fill(300);
		this.source.failNext(SampleFailures.unavailable(), 0);
		assertThat(this.queue.refresh(MONTH_AGO).state().asOf()).isNull();
		assertThat(this.queue.refresh(MONTH_AGO).index().size()).isEqualTo(100);
	}

	@Test
	void othersSeeTheSnapshotWhileOneReads() throws InterruptedException, ExecutionException {
		fill(300);
		this.queue.refresh(MONTH_AGO);
		readOpen();
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.source.beforeList = () -> {
			called.countDown();
			await(answered);
		};
		CompletableFuture<QueueSnapshot> reader = CompletableFuture.supplyAsync(this.queue::step);
		called.await();
		this.clock.advance(FRESHNESS);
		assertThat(this.queue.refresh(MONTH_AGO).index().size()).isEqualTo(100);
		answered.countDown();
		assertThat(reader.get().index().size()).isEqualTo(199);
		assertThat(this.source.calls()).isEqualTo(4);
	}

	@Test
	void whoComesWhileTheFirstPageIsReadWaitsForIt() throws InterruptedException, ExecutionException {
		fill(300);
		CountDownLatch called = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.source.beforeList = () -> {
			called.countDown();
			await(answered);
		};
		CompletableFuture<QueueSnapshot> first = CompletableFuture.supplyAsync(() -> this.queue.refresh(MONTH_AGO));
		called.await();
		CompletableFuture<QueueSnapshot> second = new CompletableFuture<>();
		Thread tab = new Thread(() -> second.complete(this.queue.refresh(MONTH_AGO)));
		tab.start();
		Awaitility.await().until(() -> tab.getState() == Thread.State.TIMED_WAITING);
		answered.countDown();
		assertThat(second.get().index().size()).isEqualTo(100);
		assertThat(first.get()).isSameAs(second.get());
		assertThat(this.source.calls()).isOne();
	}

	@Test
	void anyTimeInAnAddressIsARange() {
		fill(5);
		assertThat(held(this.queue.refresh(Instant.MAX))).containsExactly(5L);
		readOpen();
		assertThat(held(this.queue.refresh(Instant.MIN))).hasSize(5);
	}

	@Test
	void endsWithWhatTheSourceHoldsWhateverHappensMeanwhile() {
		Seeds.tryOut(100, IncidentQueueTests::followChanges);
	}

	private static void followChanges(long seed) {
		Random random = new Random(seed);
		IncidentsInMemory changing = new IncidentsInMemory();
		changing.pageSize = 5 + random.nextInt(96);
		MutableClock time = new MutableClock(RandomIncidents.NOW);
		IncidentQueue reading = new IncidentQueues(time, FRESHNESS, Long.MAX_VALUE).forSession("one", changing);
		for (long id = 1; id < 300; id++) {
			change(changing, time, random, id, random.nextInt(100));
		}
		for (int round = 0; round < 60; round++) {
			time.advance(Duration.ofSeconds(random.nextInt(20)));
			change(changing, time, random, 1 + random.nextInt(400), 0);
			if (random.nextInt(5) == 0) {
				changing.failNext(SampleFailures.unavailable(), random.nextInt(50));
			}
			reading.refresh(NOW.minus(Duration.ofHours(1 + random.nextInt(round + 1))));
			reading.checkDeletions();
			reading.step();
		}
		time.advance(FRESHNESS);
		for (int call = 0; call < 10_000 && !isUpToDate(reading, time); call++) {
			reading.refresh(MONTH_AGO);
			reading.checkDeletions();
			reading.step();
		}
		assertThat(isUpToDate(reading, time)).isTrue();
		IncidentQuery everything = IncidentQuery.DEFAULT.with(TimeRange.between(null, null));
		assertThat(reading.snapshot().index().all(everything, viewpoint(time)).collect(Collectors.toSet()))
			.isEqualTo(changing.all().stream().map(IncidentSummary::of).collect(Collectors.toSet()));
	}

	private static boolean isUpToDate(IncidentQueue queue, MutableClock time) {
		QueueState state = queue.snapshot().state();
		return state.complete() && time.instant().equals(state.asOf());
	}

	private static void change(IncidentsInMemory incidents, MutableClock time, Random random, long id, int hoursAgo) {
		Instant created = incidents.find(id)
			.map(Incident::created)
			.orElse(time.instant().minusSeconds(hoursAgo * 3600L));
		Instant updated = (hoursAgo > 0) ? created : time.instant();
		incidents.save(id, created, updated, RandomIncidents.STATUSES.get(random.nextInt(3)));
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

	/**
	 * Read the open incidents, of which there are none: a call for each status.
	 */
	private void readOpen() {
		this.queue.step();
		this.queue.step();
	}

	private void readAll(Instant since) {
		this.queue.refresh(since);
		for (int step = 0; step < 1_000 && !this.queue.snapshot().state().complete(); step++) {
			this.queue.step();
		}
		assertThat(this.queue.snapshot().state().complete()).isTrue();
	}

	private List<Long> held(QueueSnapshot snapshot) {
		return snapshot.index().all(IncidentQuery.DEFAULT, viewpoint(this.clock)).map(IncidentSummary::id).toList();
	}

	private static Viewpoint viewpoint(MutableClock time) {
		return new Viewpoint(Set.of(), time.instant(), AttentionSettings.DEFAULT);
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
