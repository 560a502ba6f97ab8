package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Opens one incident again and again, while the analyst may see it and afterwards.
 */
class LastOpenedTests {

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private static final Duration MOMENT = Duration.ofSeconds(9);

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final MutableClock clock = new MutableClock(NOW);

	private final IncidentQueues queues = new IncidentQueues(this.clock, Duration.ofSeconds(30), Long.MAX_VALUE);

	private final IncidentQueue queue = this.queues.forSession("ada's", this.source);

	@BeforeEach
	void openTheFirstOfThree() {
		for (long id = 1; id <= 3; id++) {
			this.source.save(id, NOW.minusSeconds(60), NOW.minusSeconds(60), "Active");
		}
		this.queue.open(1);
	}

	@Test
	void theSameIncidentAMomentLaterCostsNoCall() {
		Incident first = this.queue.open(1);
		this.clock.advance(MOMENT);
		assertThat(this.queue.open(1)).isSameAs(first);
		assertThat(this.source.opened).containsExactly(1L);
	}

	@Test
	void theSameIncidentCostsNoCallWhileTheQueueIsReadBesides() {
		this.queue.refresh(MONTH_AGO);
		this.clock.advance(MOMENT);
		this.queue.refresh(MONTH_AGO);
		this.queue.open(1);
		assertThat(this.source.opened).containsExactly(1L);
	}

	@Test
	void isReadAgainAfterTenSecondsHoweverOftenItWasAskedFor() {
		this.clock.advance(MOMENT);
		this.queue.open(1);
		this.clock.advance(Duration.ofSeconds(1));
		this.queue.open(1);
		assertThat(this.source.opened).containsExactly(1L, 1L);
	}

	@Test
	void isReadAgainWhenTheQueueWouldNoLongerBeFresh() {
		IncidentQueue strict = new IncidentQueues(this.clock, Duration.ofSeconds(2), Long.MAX_VALUE)
			.forSession("strict", this.source);
		strict.open(2);
		this.clock.advance(Duration.ofSeconds(2));
		strict.open(2);
		assertThat(this.source.opened).containsExactly(1L, 2L, 2L);
	}

	@Test
	void anotherIncidentTakesItsPlace() {
		this.queue.open(2);
		this.queue.open(1);
		assertThat(this.source.opened).containsExactly(1L, 2L, 1L);
	}

	@Test
	void isReadAgainWhenTheQueueKnowsNewerOfIt() {
		this.source.save(1, NOW.minusSeconds(60), NOW, "Resolved");
		this.queue.refresh(MONTH_AGO);
		assertThat(this.queue.open(1).status()).isEqualTo("Resolved");
	}

	@Test
	void isNotShownToWhomTheQueueIsRefused() {
		this.source.failNext(SampleFailures.forbidden(), 0);
		this.queue.refresh(MONTH_AGO);
		assertIsNotShown(SampleFailures.forbidden());
	}

	@Test
	void isNotShownToWhomAnotherIncidentIsRefused() {
		this.source.failNext(SampleFailures.forbidden(), 0);
		assertThatExceptionOfType(DefenderException.Forbidden.class).isThrownBy(() -> this.queue.open(2));
		assertIsNotShown(SampleFailures.forbidden());
	}

	@Test
	void isNotShownToWhoHasToSignInAgain() {
		this.queue.drop(null);
		assertIsNotShown(SampleFailures.forbidden());
	}

	@Test
	void isNotShownWhenItIsGone() {
		this.queue.forget(1);
		this.source.remove(1);
		assertIsNotShown(SampleFailures.notFound());
	}

	@Test
	void isNotShownInAnotherSession() {
		IncidentsInMemory bos = new IncidentsInMemory();
		assertThatExceptionOfType(DefenderException.NotFound.class)
			.isThrownBy(() -> this.queues.forSession("bo's", bos).open(1));
	}

	@Test
	void isNotShownOnceTheSessionHasEnded() {
		IncidentsInMemory bos = new IncidentsInMemory();
		this.queues.remove("ada's");
		assertThatExceptionOfType(DefenderException.NotFound.class)
			.isThrownBy(() -> this.queues.forSession("ada's", bos).open(1));
	}

	@Test
	void anAnswerThatComesAfterARefusalBringsNothingBack() {
		this.source.beforeGet = () -> this.queue.drop(SampleFailures.forbidden());
		this.queue.open(2);
		assertThat(this.queue.snapshot().index().find(2)).isEmpty();
		assertIsNotShown(SampleFailures.forbidden());
		this.queue.open(2);
		assertThat(this.source.opened).containsExactly(1L, 2L, 1L, 2L);
	}

	private void assertIsNotShown(DefenderException failure) {
		this.source.failNext(failure, 0);
		assertThatExceptionOfType(DefenderException.class).isThrownBy(() -> this.queue.open(1)).isSameAs(failure);
		assertThat(this.queue.snapshot().index().find(1)).isEmpty();
	}

}
