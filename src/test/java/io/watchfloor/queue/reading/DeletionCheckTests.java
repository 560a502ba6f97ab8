package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finds incidents that the API no longer lists, and keeps those that only seem to be
 * gone.
 */
class DeletionCheckTests {

	private static final Duration FRESHNESS = Duration.ofSeconds(30);

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final MutableClock clock = new MutableClock(NOW);

	private final IncidentQueue queue = new IncidentQueues(this.clock, FRESHNESS, Long.MAX_VALUE).forSession("one",
			this.source);

	@Test
	void whatIsGoneIsDroppedWhereverItStood() {
		fill(450);
		readAll();
		Set<Long> gone = Set.of(450L, 449L, 351L, 350L, 349L, 120L, 2L, 1L);
		gone.forEach(this.source::remove);
		checkAll();
		assertThat(held()).hasSize(442).doesNotContainAnyElementsOf(gone);
		assertThat(this.queue.snapshot().state().complete()).isTrue();
	}

	@Test
	void everythingIsDroppedWhenTheAnalystMaySeeNothingAnyMore() {
		fill(250);
		readAll();
		LongStream.rangeClosed(1, 250).forEach(this.source::remove);
		checkAll();
		assertThat(held()).isEmpty();
	}

	@Test
	void openIncidentsOlderThanTheRangeAreDroppedToo() {
		fill(250);
		Instant longAgo = NOW.minus(Duration.ofDays(400));
		LongStream.rangeClosed(1_001, 1_300)
			.forEach((id) -> this.source.save(id, longAgo.plusSeconds(id), longAgo.plusSeconds(id), "Active"));
		this.source.save(2_000, longAgo, longAgo, "InProgress");
		readAll();
		assertThat(held()).hasSize(551);
		this.source.remove(1_150);
		this.source.remove(2_000);
		checkAll();
		assertThat(held()).hasSize(549).doesNotContain(1_150L, 2_000L);
	}

	@Test
	void aCountThatIsHeldBackDoesNotMakeTheNextOneSmaller() {
		fill(450);
		readAll();
		this.clock.advance(FRESHNESS.multipliedBy(10));
		this.queue.refresh(MONTH_AGO);
		this.source.requests.clear();
		for (int call = 0; call < 3; call++) {
			this.source.failNext(SampleFailures.heldBack(), 0);
			this.queue.checkDeletions();
			this.clock.advance(FRESHNESS);
		}
		this.queue.checkDeletions();
		assertThat(this.source.requests).extracting(PageRequest::skip).containsOnly(449);
	}

	@Test
	void whatTheAnalystMaySeeNowIsFound() {
		fill(250);
		Incident hidden = this.source.get(40);
		this.source.remove(40);
		readAll();
		this.source.save(hidden);
		checkAll();
		assertThat(held()).hasSize(250).contains(40L);
	}

	@Test
	void whereNothingIsGoneOneCallCountsAThousandIncidentsAndNothingChanges() {
		fill(1_000);
		readAll();
		long version = this.queue.snapshot().version();
		int calls = this.source.calls();
		checkAll();
		assertThat(this.source.calls() - calls).isOne();
		assertThat(this.source.requests.get(calls).skip()).isEqualTo(999);
		assertThat(this.source.requests.get(calls).top()).isEqualTo(2);
		assertThat(this.source.requests.get(calls).priority().urgency()).isEqualTo(Urgency.SWEEP);
		assertThat(this.queue.snapshot().version()).isEqualTo(version);
	}

	@Test
	void isDueTenTimesTheFreshnessAfterTheLastAndACallEachTimeTheQueueIsStale() {
		fill(1_000);
		do {
			this.queue.refresh(MONTH_AGO);
			this.queue.step();
		}
		while (!this.queue.snapshot().state().complete());
		this.source.remove(500);
		int calls = this.source.calls();
		this.queue.checkDeletions();
		this.clock.moveTo(NOW.plus(FRESHNESS.multipliedBy(DeletionCheckSchedule.PAUSE).minusMillis(1)));
		this.queue.checkDeletions();
		assertThat(this.source.calls()).isEqualTo(calls);
		this.clock.advance(Duration.ofMillis(1));
		this.queue.checkDeletions();
		this.queue.checkDeletions();
		assertThat(this.source.calls()).isEqualTo(calls + 1);
		this.clock.advance(FRESHNESS);
		this.queue.checkDeletions();
		assertThat(this.source.calls()).isEqualTo(calls + 2);
	}

	@Test
	void whatIsMissingOnceIsNotDropped() {
		fill(250);
		readAll();
		Incident hidden = this.source.get(200);
		this.source.remove(200);
		becomeDue();
		this.queue.checkDeletions();
		this.source.save(hidden);
		checkAll();
		assertThat(held()).hasSize(250);
	}

	@Test
	void aPageThatFailsDropsNothing() {
		fill(250);
		readAll();
		becomeDue();
		for (int call = 0; call < 8; call++) {
			this.source.failNext(SampleFailures.unavailable(), 40);
			assertThat(this.queue.checkDeletions().state().failure()).isNotNull();
			this.clock.advance(FRESHNESS);
		}
		assertThat(held()).hasSize(250);
	}

	@Test
	void aCheckThatTheBudgetHoldsBackIsNoFailure() {
		fill(250);
		readAll();
		becomeDue();
		this.source.failNext(SampleFailures.heldBack(), 0);
		QueueState state = this.queue.checkDeletions().state();
		assertThat(state.failure()).isNull();
		assertThat(state.heldBack()).isFalse();
	}

	@Test
	void aPageThatIsShortOrDoesNotSayThatThereIsMoreDropsNothing() {
		fill(250);
		readAll();
		this.source.pageSize = 7;
		checkAll();
		assertThat(held()).hasSize(250);
		this.source.tellsMore = false;
		checkAll();
		assertThat(held()).hasSize(250);
	}

	@Test
	void aPageOutOfOrderDropsNothing() {
		fill(250);
		readAll();
		this.source.order = Comparator.comparing(Incident::name, Comparator.nullsFirst(Comparator.naturalOrder()));
		checkAll();
		assertThat(held()).hasSize(250);
	}

	@Test
	void manyIncidentsOfOneMomentAreNotTakenForGone() {
		LongStream.rangeClosed(1, 700).forEach((id) -> this.source.save(id, NOW.minusSeconds(id / 300), NOW, "New"));
		this.source.save(701, NOW.minusSeconds(10), NOW, "New");
		readAll();
		this.source.remove(701);
		checkAll();
		assertThat(held()).hasSize(700).doesNotContain(701L);
	}

	@Test
	void whatChangesDuringACheckIsKeptEvenWhereTheApiListsTheLastChangedFirst() {
		fill(450);
		this.source.order = Comparator.comparing(DeletionCheckTests::updated).thenComparing(Incident::id).reversed();
		readAll();
		becomeDue();
		this.queue.checkDeletions();
		for (long id = 300; id > 0; id -= 7) {
			this.clock.advance(FRESHNESS);
			this.source.save(id, Objects.requireNonNull(this.source.get(id).created()), this.clock.instant(), "Closed");
			this.queue.poll(MONTH_AGO);
			this.queue.checkDeletions();
		}
		assertThat(held()).hasSize(450);
	}

	@Test
	void endsWithWhatTheSourceHoldsAndNeverMissesWhatIsThere() {
		Seeds.tryOut(60, DeletionCheckTests::followDisappearances);
	}

	private static void followDisappearances(long seed) {
		Random random = new Random(seed);
		DeletionCheckTests test = new DeletionCheckTests();
		test.fill(50 + random.nextInt(300));
		test.readAll();
		for (int round = 0; round < 80; round++) {
			test.source.pageSize = 5 + random.nextInt(96);
			test.clock.advance(FRESHNESS.multipliedBy(random.nextInt(8)).plusMillis(1));
			long id = 1 + random.nextInt(400);
			if (random.nextInt(3) == 0) {
				test.source.remove(id);
			}
			else {
				Instant created = test.source.find(id).map(Incident::created).orElse(test.clock.instant());
				test.source.save(id, Objects.requireNonNull(created), test.clock.instant(), "New");
			}
			if (random.nextInt(5) == 0) {
				test.source.failNext(SampleFailures.unavailable(), random.nextInt(50));
			}
			Set<Long> before = new HashSet<>(test.held());
			test.queue.poll(MONTH_AGO);
			test.queue.step();
			test.queue.checkDeletions();
			before.removeIf((known) -> test.source.find(known).isEmpty());
			test.held().forEach(before::remove);
			if (test.queue.snapshot().state().complete()) {
				assertThat(before).as("missed").isEmpty();
			}
		}
		test.readAll();
		test.checkAll();
		test.checkAll();
		assertThat(test.held()).containsExactlyInAnyOrderElementsOf(
				test.source.all().stream().map(Incident::id).collect(Collectors.toSet()));
	}

	/**
	 * Run one check from its first page to its last.
	 */
	private void checkAll() {
		becomeDue();
		int calls;
		do {
			calls = this.source.calls();
			this.queue.checkDeletions();
			this.queue.step();
			this.clock.advance(FRESHNESS);
		}
		while (this.source.calls() > calls);
	}

	private void becomeDue() {
		this.clock.advance(FRESHNESS.multipliedBy(DeletionCheckSchedule.PAUSE));
	}

	private void readAll() {
		do {
			this.clock.advance(FRESHNESS.dividedBy(3));
			this.queue.refresh(MONTH_AGO);
			this.queue.checkDeletions();
			this.queue.step();
		}
		while (!this.queue.snapshot().state().complete() || this.queue.snapshot().state().failure() != null);
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

	private List<Long> held() {
		IncidentQuery everything = IncidentQuery.DEFAULT.with(TimeRange.between(null, null));
		return this.queue.snapshot()
			.index()
			.all(everything, new Viewpoint(Set.of(), NOW, AttentionSettings.DEFAULT))
			.map(IncidentSummary::id)
			.toList();
	}

	private static Instant updated(Incident incident) {
		return Objects.requireNonNull(incident.lastUpdate());
	}

}
