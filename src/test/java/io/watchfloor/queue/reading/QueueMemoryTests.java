package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.watchfloor.defender.Urgency;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads more incidents than there is memory for.
 */
class QueueMemoryTests {

	private static final Duration FRESHNESS = Duration.ofSeconds(30);

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private static final int ROOM = 950;

	private final IncidentsInMemory incidents = source("Resolved", 2_000);

	private final MutableClock clock = new MutableClock(NOW);

	private final IncidentQueues queues = new IncidentQueues(this.clock, FRESHNESS,
			(long) ROOM * QueueMemory.bytes(IncidentSummary.of(this.incidents.get(1))));

	private final IncidentQueue ada = this.queues.forSession("ada", this.incidents);

	@Test
	void aQueueThatDoesNotFitIsCutAtItsOldestEnd() {
		QueueState state = readAll(this.ada);
		assertThat(state.cut()).isTrue();
		assertThat(state.complete()).isFalse();
		assertThat(state.failure()).isNull();
		assertThat(state.read()).isBetween(ROOM, ROOM + 100);
		assertThat(state.backTo()).isEqualTo(this.incidents.get(2_001 - state.read()).created());
		int calls = this.incidents.calls();
		long version = this.ada.snapshot().version();
		this.ada.step();
		assertThat(this.incidents.calls()).isEqualTo(calls);
		assertThat(this.ada.snapshot().version()).isEqualTo(version);
	}

	@Test
	void whatIsNewArrivesAllTheSameAndAPollWithoutNewsChangesNothing() {
		readAll(this.ada);
		this.clock.advance(FRESHNESS);
		this.incidents.save(3_000, this.clock.instant(), this.clock.instant(), "Resolved");
		QueueSnapshot snapshot = this.ada.poll(MONTH_AGO);
		assertThat(snapshot.index().find(3_000)).isPresent();
		assertThat(snapshot.state().cut()).isTrue();
		this.clock.advance(FRESHNESS);
		assertThat(this.ada.poll(MONTH_AGO).version()).isEqualTo(snapshot.version());
	}

	@Test
	void whatOthersHoldAnywayIsReadAsFar() {
		int held = readAll(this.ada).read();
		assertThat(readAll(this.queues.forSession("bo", this.incidents)).read()).isBetween(held, held + 200);
	}

	@Test
	void whoSeesOtherIncidentsGetsTheNewestOnesAndTheRestOnceThereIsRoom() {
		readAll(this.ada);
		IncidentQueue cy = this.queues.forSession("cy", source("Redirected", 300));
		assertThat(readAll(cy).read()).isEqualTo(100);
		assertThat(cy.snapshot().state().cut()).isTrue();
		this.queues.remove("ada");
		assertThat(readAll(cy).complete()).isTrue();
		assertThat(cy.snapshot().state().cut()).isFalse();
		assertThat(cy.snapshot().state().read()).isEqualTo(300);
	}

	@Test
	void aShorterRangeMakesRoomForAllOfIt() {
		readAll(this.ada);
		Instant lately = NOW.minus(Duration.ofMinutes(600));
		this.incidents.save(7, Objects.requireNonNull(this.incidents.get(7).created()), NOW, "Resolved");
		this.ada.refresh(lately);
		QueueState state = readAll(this.ada, lately);
		assertThat(state.complete()).isTrue();
		assertThat(state.cut()).isFalse();
		assertThat(state.read()).isEqualTo(602);
		assertThat(readAll(this.ada).cut()).isTrue();
		assertThat(this.ada.snapshot().state().read()).isGreaterThanOrEqualTo(ROOM);
	}

	@Test
	void aTabThatPollsDoesNotTakeAwayWhatAnotherShows() {
		int held = readAll(this.ada).read();
		this.clock.advance(FRESHNESS);
		assertThat(this.ada.poll(NOW.minus(Duration.ofMinutes(600))).state().read()).isEqualTo(held);
		this.clock.advance(FRESHNESS);
		assertThat(this.ada.refresh(MONTH_AGO.plus(FRESHNESS)).state().read()).isEqualTo(held);
	}

	@Test
	void aCutQueueFindsWhatIsGoneAndReadsNothingFurtherBackMeanwhile() {
		int held = readAll(this.ada).read();
		this.incidents.remove(1_500);
		this.ada.checkDeletions();
		this.clock.advance(FRESHNESS.multipliedBy(DeletionCheckSchedule.PAUSE));
		for (int call = 0; call < 20; call++) {
			this.ada.checkDeletions();
			this.clock.advance(FRESHNESS);
		}
		assertThat(this.incidents.requests)
			.anySatisfy((request) -> assertThat(request.priority().urgency()).isEqualTo(Urgency.SWEEP));
		assertThat(this.ada.snapshot().index().find(1_500)).isEmpty();
		assertThat(this.ada.snapshot().state().read()).isEqualTo(held - 1);
	}

	private QueueState readAll(IncidentQueue queue) {
		return readAll(queue, MONTH_AGO);
	}

	private QueueState readAll(IncidentQueue queue, Instant since) {
		queue.refresh(since);
		QueueState state = queue.step().state();
		for (int step = 0; step < 100 && !state.complete() && !state.cut(); step++) {
			state = queue.step().state();
		}
		return state;
	}

	/**
	 * Return a source of one incident a minute, the last one now.
	 */
	private static IncidentsInMemory source(String status, int count) {
		IncidentsInMemory source = new IncidentsInMemory();
		for (long id = 1; id <= count; id++) {
			Instant created = NOW.minus(Duration.ofMinutes(count - id));
			source.save(id, created, created, status);
		}
		return source;
	}

}
