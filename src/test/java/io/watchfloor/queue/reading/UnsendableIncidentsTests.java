package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads from a source that fails with each page that has a certain incident, or is large.
 */
class UnsendableIncidentsTests {

	private static final Duration FRESHNESS = Duration.ofSeconds(30);

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final MutableClock clock = new MutableClock(NOW);

	private final IncidentQueue queue = new IncidentQueues(this.clock, FRESHNESS, Long.MAX_VALUE).forSession("one",
			this.source);

	@ParameterizedTest
	@ValueSource(longs = { 500, 499, 470, 401, 400, 250, 2, 1 })
	void oneIsSkippedAndCountedAndCostsFewCalls(long unsendable) {
		fill(500);
		this.source.unsendable.add(unsendable);
		readAll();
		assertThat(held()).hasSize(499).doesNotContain(unsendable);
		assertThat(unreadable()).isOne();
		assertThat(this.queue.snapshot().state().failure()).isNull();
		assertThat(this.source.calls()).isLessThan(45);
	}

	@Test
	void oneAtTheVeryBeginningIsOneFailureForWhoAsksFirstAndNoneAfterwards() {
		fill(500);
		this.source.unsendable.add(500L);
		assertThat(this.queue.refresh(MONTH_AGO).state().failure()).isNotNull();
		assertThat(this.queue.refresh(MONTH_AGO).state().failure()).isNull();
		assertThat(this.source.calls()).isLessThan(20);
		readAll();
		assertThat(held()).hasSize(499);
	}

	@Test
	void severalNextToEachOtherAreSkippedAndCounted() {
		fill(300);
		this.source.unsendable.addAll(List.of(300L, 299L, 298L, 150L, 149L));
		readAll();
		assertThat(held()).hasSize(295);
		assertThat(unreadable()).isEqualTo(5);
	}

	@Test
	void thePagesGrowAgainBehindIt() {
		fill(2_000);
		this.source.unsendable.add(1_950L);
		readAll();
		assertThat(this.source.requests.subList(this.source.calls() - 15, this.source.calls()))
			.extracting(PageRequest::top)
			.containsOnly(100);
	}

	@Test
	void pagesThatAreTooLargeAreReadInParts() {
		fill(500);
		this.source.largestSendable = 25;
		readAll();
		assertThat(held()).hasSize(500);
		assertThat(unreadable()).isZero();
		assertThat(this.source.calls()).isLessThan(70);
		assertThat(this.source.requests).extracting(PageRequest::top).contains(100, 50, 25).doesNotContain(12);
	}

	@Test
	void oneAmongTheChangesIsSkippedAndLaterChangesArrive() {
		fill(300);
		readAll();
		this.clock.advance(FRESHNESS);
		this.source.unsendable.add(7L);
		LongStream.of(5, 7, 9).forEach(this::resolve);
		readAll();
		assertThat(status(5)).isEqualTo("Resolved");
		assertThat(status(9)).isEqualTo("Resolved");
		this.clock.advance(FRESHNESS.multipliedBy(10));
		resolve(11);
		readAll();
		assertThat(status(11)).isEqualTo("Resolved");
		assertThat(unreadable()).isOne();
	}

	@Test
	void oneThatStaysTheNewestChangeCostsFewCallsOfEachReadAndIsCountedOnce() {
		fill(300);
		readAll();
		this.clock.advance(FRESHNESS);
		this.source.unsendable.add(7L);
		resolve(7);
		readAll();
		for (int poll = 0; poll < 12; poll++) {
			this.clock.advance(FRESHNESS);
			resolve(100 + poll % 3);
			int before = this.source.calls();
			readAll();
			assertThat(this.source.calls() - before).isLessThanOrEqualTo(15);
		}
		assertThat(unreadable()).isOne();
	}

	@Test
	void oneInTheRangeAndAmongTheChangesIsCountedOnce() {
		fill(300);
		this.source.unsendable.add(7L);
		readAll();
		this.clock.advance(FRESHNESS);
		resolve(7);
		readAll();
		checkDeletions();
		assertThat(unreadable()).isOne();
	}

	@Test
	void anOutageIsNotTakenForIncidentsThatCannotBeSent() {
		fill(300);
		this.queue.refresh(MONTH_AGO);
		this.queue.step();
		this.queue.step();
		LongStream.rangeClosed(1, 300).forEach(this.source.unsendable::add);
		int before = this.source.calls();
		for (int step = 0; step < 50; step++) {
			assertThat(this.queue.step().state().failure()).isNotNull();
		}
		assertThat(this.source.calls() - before).isLessThanOrEqualTo(60);
		this.source.unsendable.clear();
		readAll();
		assertThat(held()).hasSize(300);
		assertThat(unreadable()).isZero();
	}

	@Test
	void anOutageThatBeginsWhileAPageIsHalvedSkipsNothing() {
		for (int calls = 1; calls < 25; calls++) {
			UnsendableIncidentsTests test = new UnsendableIncidentsTests();
			test.skipNothingInAnOutageAfter(calls);
		}
	}

	private void skipNothingInAnOutageAfter(int calls) {
		fill(300);
		this.source.unsendable.add(270L);
		this.source.beforeList = () -> {
			if (this.source.calls() > calls) {
				throw SampleFailures.unavailable();
			}
		};
		for (int step = 0; step < 40; step++) {
			this.queue.refresh(MONTH_AGO);
			this.queue.step();
		}
		this.source.beforeList = () -> {
		};
		this.clock.advance(FRESHNESS);
		readAll();
		assertThat(held()).hasSize(299);
		assertThat(unreadable()).isOne();
	}

	@Test
	void nothingIsHalvedWhenTheApiIsOverloadedRefusesOrIsNotAsked() {
		fill(300);
		this.queue.refresh(MONTH_AGO);
		for (DefenderException ex : List.of(SampleFailures.throttled(1), SampleFailures.heldBack(),
				SampleFailures.overloaded(), SampleFailures.rejected(), SampleFailures.notFound())) {
			int before = this.source.calls();
			for (int step = 0; step < 3; step++) {
				this.source.failNext(ex, 0);
				this.queue.step();
			}
			assertThat(this.source.calls() - before).isEqualTo(3);
		}
		assertThat(this.source.requests).extracting(PageRequest::top).containsOnly(100);
	}

	@Test
	void halvingGoesOnWithTheNextRequestWhenACallTakesLong() {
		fill(300);
		this.source.unsendable.add(299L);
		this.source.beforeList = () -> this.clock.advance(Duration.ofSeconds(15));
		for (int request = 0; request < 8; request++) {
			int before = this.source.calls();
			this.queue.refresh(MONTH_AGO);
			assertThat(this.source.calls() - before).isLessThanOrEqualTo(3);
		}
		this.source.beforeList = () -> {
		};
		this.clock.advance(FRESHNESS);
		readAll();
		assertThat(held()).hasSize(299);
		assertThat(unreadable()).isOne();
	}

	@Test
	void halvingStopsWhereTheCallBudgetHoldsItBackAndGoesOnFromThere() {
		fill(300);
		this.source.unsendable.add(299L);
		this.source.beforeList = () -> {
			if (this.source.calls() % 3 == 0) {
				throw SampleFailures.heldBack();
			}
		};
		readAll();
		assertThat(held()).hasSize(299);
		assertThat(unreadable()).isOne();
		assertThat(this.source.calls()).isLessThan(60);
	}

	@ParameterizedTest
	@ValueSource(longs = { 500, 250, 201, 200, 1 })
	void aDeletionCheckSkipsAndCountsOne(long unsendable) {
		fill(500);
		readAll();
		this.source.unsendable.add(unsendable);
		List<Long> gone = List.of(400L, 240L, 100L);
		gone.forEach(this.source::remove);
		checkDeletions();
		assertThat(held()).hasSize(496).doesNotContainAnyElementsOf(gone).doesNotContain(unsendable);
		assertThat(unreadable()).isOne();
	}

	@Test
	void aDeletionCheckCountsPastTheOnesThatAreKnown() {
		fill(500);
		this.source.unsendable.addAll(List.of(400L, 399L, 20L));
		readAll();
		int before = this.source.calls();
		checkDeletions();
		assertThat(this.source.calls() - before).isLessThanOrEqualTo(3);
		this.source.remove(300);
		checkDeletions();
		assertThat(held()).hasSize(496).doesNotContain(300L);
		assertThat(unreadable()).isEqualTo(3);
	}

	@Test
	void endsWithAllThatCanBeSentWhateverHappensMeanwhile() {
		Seeds.tryOut(60, UnsendableIncidentsTests::followChanges);
	}

	private static void followChanges(long seed) {
		Random random = new Random(seed);
		UnsendableIncidentsTests test = new UnsendableIncidentsTests();
		test.fill(50 + random.nextInt(300));
		random.longs(random.nextInt(8), 1, 300).forEach(test.source.unsendable::add);
		for (int round = 0; round < 40; round++) {
			test.clock.advance(Duration.ofSeconds(random.nextInt(60)));
			test.resolve(1 + random.nextInt(300));
			if (random.nextInt(5) == 0) {
				test.source.failNext(SampleFailures.unavailable(), random.nextInt(50));
			}
			test.queue.refresh(MONTH_AGO);
			test.queue.checkDeletions();
			test.queue.step();
		}
		test.clock.advance(FRESHNESS);
		for (int call = 0; call < 1_000 && !test.isRead(); call++) {
			test.queue.refresh(MONTH_AGO);
			test.queue.checkDeletions();
			test.queue.step();
		}
		assertThat(test.isRead()).isTrue();
		Set<Long> sendable = test.source.all().stream().map(Incident::id).collect(Collectors.toSet());
		sendable.removeAll(test.source.unsendable);
		assertThat(new HashSet<>(test.held())).isEqualTo(sendable);
	}

	private void resolve(long id) {
		this.source.find(id)
			.ifPresent((incident) -> this.source.save(id, Objects.requireNonNull(incident.created()),
					this.clock.instant(), "Resolved"));
	}

	private String status(long id) {
		return this.queue.snapshot().index().find(id).orElseThrow().status().word();
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

	private void readAll() {
		for (int step = 0; step < 1_000 && !isRead(); step++) {
			this.queue.refresh(MONTH_AGO);
			this.queue.step();
		}
		assertThat(isRead()).isTrue();
	}

	private boolean isRead() {
		QueueState state = this.queue.snapshot().state();
		return state.complete() && this.clock.instant().equals(state.asOf());
	}

	/**
	 * Run one deletion check to its end.
	 */
	private void checkDeletions() {
		this.clock.advance(FRESHNESS.multipliedBy(DeletionCheckSchedule.PAUSE));
		int calls;
		do {
			calls = this.source.calls();
			this.queue.checkDeletions();
			this.queue.step();
			this.clock.advance(FRESHNESS);
		}
		while (this.source.calls() > calls);
	}

	private List<Long> held() {
		return this.queue.snapshot().incidents().map(IncidentSummary::id).toList();
	}

	private int unreadable() {
		return this.queue.snapshot().state().unreadable();
	}

}
