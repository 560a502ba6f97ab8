package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Changes incidents of a queue, and reads them again before and after.
 */
class WrittenIncidentsTests {

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

	private static final IncidentUpdate RESOLVE = new IncidentUpdate("Resolved", null, null, null, null, null);

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final MutableClock clock = new MutableClock(NOW);

	private final IncidentQueue queue = new IncidentQueues(this.clock, Duration.ofSeconds(30), Long.MAX_VALUE)
		.forSession("ada's", this.source);

	private final ResolvingWriter writer = new ResolvingWriter();

	@BeforeEach
	void readThree() {
		for (long id = 1; id <= 3; id++) {
			this.source.save(id, NOW.minusSeconds(60), NOW.minusSeconds(60), "Active");
		}
		this.queue.refresh(MONTH_AGO);
	}

	@Test
	void readingAgainIsAlwaysACallAndItsAnswerIsKnown() {
		this.queue.open(1);
		this.source.save(1, NOW.minusSeconds(60), NOW, "InProgress");
		assertThat(this.queue.reread(1).status()).isEqualTo("InProgress");
		assertThat(this.queue.reread(1).status()).isEqualTo("InProgress");
		assertThat(this.source.opened).containsExactly(1L, 1L, 1L);
		assertThat(status(1)).isEqualTo(Status.of("InProgress"));
		this.queue.open(1);
		assertThat(this.source.opened).hasSize(3);
	}

	@Test
	void theAnswerToAWriteIsTheNewTruthAtOnceAndItsPageCostsNoCall() {
		Incident after = this.queue.write(this.writer, this.queue.open(2), RESOLVE);
		assertThat(status(2)).isEqualTo(Status.RESOLVED);
		assertThat(this.queue.open(2)).isSameAs(after);
		assertThat(this.source.opened).containsExactly(2L);
		assertThat(this.writer.written).containsExactly(2L);
	}

	@Test
	void anAnswerThatIsOlderThanTheWriteDoesNotTakeItBack() {
		this.queue.write(this.writer, this.queue.open(2), RESOLVE);
		this.clock.advance(Duration.ofMinutes(1));
		this.queue.refresh(MONTH_AGO);
		assertThat(status(2)).isEqualTo(Status.RESOLVED);
	}

	@Test
	void allWritesOfAQueueAreOfOneReader() {
		this.queue.write(this.writer, this.source.get(1), RESOLVE);
		this.queue.write(this.writer, this.source.get(2), RESOLVE);
		assertThat(this.writer.readers).hasSize(2).doesNotContainNull();
		assertThat(this.writer.readers.get(0)).isEqualTo(this.writer.readers.get(1));
	}

	static List<DefenderException> failuresOfTheWrite() {
		return List.of(SampleFailures.forbidden(), SampleFailures.notFound(), SampleFailures.rejected(),
				SampleFailures.throttled(1_000), SampleFailures.heldBack(), SampleFailures.unavailable(),
				SampleFailures.unreachable(), SampleFailures.malformed());
	}

	@ParameterizedTest
	@MethodSource("failuresOfTheWrite")
	void aWriteThatFailsDropsNothingThatWasRead(DefenderException failure) {
		QueueState before = this.queue.snapshot().state();
		this.writer.failure = failure;
		assertThatExceptionOfType(DefenderException.class)
			.isThrownBy(() -> this.queue.write(this.writer, this.source.get(2), RESOLVE))
			.isSameAs(failure);
		assertThat(this.queue.snapshot().index().size()).isEqualTo(3);
		assertThat(this.queue.snapshot().state()).isEqualTo(before);
		assertThat(status(2)).isEqualTo(Status.ACTIVE);
	}

	@Test
	void aTokenThatIsRefusedForAWriteDropsAllAsForReading() {
		this.writer.failure = SampleFailures.unauthorized();
		assertThatExceptionOfType(DefenderException.Unauthorized.class)
			.isThrownBy(() -> this.queue.write(this.writer, this.source.get(2), RESOLVE));
		assertThat(this.queue.snapshot().index().size()).isZero();
		assertThat(this.queue.snapshot().state().failure()).isSameAs(this.writer.failure);
	}

	@Test
	void aWriteThatEndsAfterTheAnalystWasRefusedBringsNothingBack() {
		this.writer.beforeAnswer = () -> this.queue.drop(SampleFailures.forbidden());
		this.queue.write(this.writer, this.source.get(2), RESOLVE);
		assertThat(this.queue.snapshot().index().size()).isZero();
	}

	@Test
	void whatCannotBeReadAgainIsGoneAsWhenItIsOpened() {
		this.source.remove(2);
		assertThatExceptionOfType(DefenderException.NotFound.class).isThrownBy(() -> this.queue.reread(2));
		assertThat(this.queue.snapshot().index().find(2)).isEmpty();
		this.source.failNext(SampleFailures.forbidden(), 0);
		assertThatExceptionOfType(DefenderException.Forbidden.class).isThrownBy(() -> this.queue.reread(1));
		assertThat(this.queue.snapshot().index().size()).isZero();
	}

	private @Nullable Status status(long id) {
		Function<IncidentSummary, Status> status = IncidentSummary::status;
		return this.queue.snapshot().index().find(id).map(status).orElse(null);
	}

	/**
	 * Resolves each incident whatever is to be written, or fails.
	 */
	private final class ResolvingWriter implements IncidentWriter {

		private final List<Long> written = new ArrayList<>();

		private final List<ReaderId> readers = new ArrayList<>();

		private @Nullable DefenderException failure;

		private Runnable beforeAnswer = () -> {
		};

		@Override
		public List<IncidentUpdate> calls(IncidentUpdate update) {
			return List.of(update);
		}

		@Override
		public Incident write(Incident before, IncidentUpdate call, ReaderId reader) {
			this.written.add(before.id());
			this.readers.add(reader);
			if (this.failure != null) {
				throw this.failure;
			}
			this.beforeAnswer.run();
			return new Incident(before.id(), null, before.name(), before.created(),
					WrittenIncidentsTests.this.clock.instant(), null, call.status(), "High", null, null, null,
					List.of(), List.of(), List.of(), null);
		}

	}

}
