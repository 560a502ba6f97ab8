package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.support.WritableIncidents;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static io.watchfloor.queue.triage.SampleChanges.comment;
import static io.watchfloor.queue.triage.SampleChanges.resolved;
import static io.watchfloor.queue.triage.SampleChanges.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TriageRunTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T12:00:00Z"));

	private final Triage triage = new Triage(this.clock);

	private final WritableIncidents incidents = new WritableIncidents();

	TriageRunTests() {
		LongStream.rangeClosed(1, 50).forEach(this.incidents::add);
	}

	@Test
	void oneIncidentIsChangedInAStepInTheOrderOfTheRun() {
		TriageRun run = begin(List.of(3L, 1L, 3L, 2L), comment("Known test."));
		assertThat(run.left()).containsExactly(3L, 1L, 2L);
		assertThat(this.incidents.reads).isEmpty();
		TriageRun first = step(run);
		assertThat(first.left()).containsExactly(1L, 2L);
		assertThat(first.results()).singleElement()
			.satisfies((result) -> assertThat(result.request().id()).isEqualTo(3));
		TriageRun last = finished(run);
		assertThat(last.ended()).isTrue();
		assertThat(last.stopped()).isFalse();
		assertThat(last.results()).extracting(TriageResult::outcome).containsOnly(Outcome.DONE).hasSize(3);
		assertThat(this.incidents.writes).extracting(WritableIncidents.Write::id).containsExactly(3L, 1L, 2L);
		assertThat(step(run)).isEqualTo(last);
	}

	@Test
	void itGoesOnAfterAConflictAMergedIncidentAMissingOneAndOneOfUnknownFate() {
		this.incidents.set(1, new SeenState("Resolved", "bo@contoso.com", "", "", List.of()));
		this.incidents.redirect(2, 9L);
		TriageRun run = this.triage.begin(List.of(1L, 2L, 99L, 4L, 5L), status("InProgress"), "form",
				(id) -> new SeenState("Active", "", "", "", List.of()));
		step(run);
		step(run);
		step(run);
		this.incidents.breakOff(SampleFailures.unavailable());
		this.incidents.beforeWrite = () -> this.incidents.failReading(SampleFailures.unavailable());
		step(run);
		this.incidents.beforeWrite = () -> {
		};
		assertThat(step(run).results()).extracting(TriageResult::outcome)
			.containsExactly(Outcome.CONFLICT, Outcome.REDIRECTED, Outcome.NOT_DONE, Outcome.UNKNOWN, Outcome.DONE);
	}

	@Test
	void itStopsForGoodAtTheFirstRefusal() {
		for (RuntimeException refusal : List.of(SampleFailures.unauthorized(), SampleFailures.forbidden())) {
			TriageRun run = this.triage.begin(List.of(1L, 2L, 3L), status("Resolved"), refusal.toString(),
					(id) -> null);
			this.incidents.refuse(refusal);
			TriageRun stopped = step(run);
			assertThat(stopped.stopped()).isTrue();
			assertThat(stopped.ended()).isTrue();
			assertThat(stopped.left()).containsExactly(2L, 3L);
			assertThat(step(run)).isEqualTo(stopped);
		}
		assertThat(this.incidents.writes).isEmpty();
	}

	@Test
	void anIncidentThatHasToWaitStaysTheNextOne() {
		TriageRun run = begin(List.of(1L, 2L), status("Resolved"));
		this.incidents.refuse(SampleFailures.heldBack());
		TriageRun waiting = step(run);
		assertThat(waiting.left()).containsExactly(1L, 2L);
		assertThat(waiting.results()).isEmpty();
		assertThat(waiting.pause()).isEqualTo(Duration.ofSeconds(3));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(step(run).pause()).isEqualTo(Duration.ofSeconds(2));
		assertThat(this.incidents.reads).hasSize(1);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(step(run).left()).containsExactly(2L);
		assertThat(Objects.requireNonNull(this.triage.run(run.name())).pause()).isNull();
	}

	@Test
	void aReadingThatHasToWaitIsNoResult() {
		TriageRun run = begin(List.of(1L), status("Resolved"));
		this.incidents.failReading(SampleFailures.throttled(2000));
		assertThat(step(run).pause()).isEqualTo(Duration.ofSeconds(2));
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(step(run).results()).extracting(TriageResult::outcome).containsExactly(Outcome.DONE);
	}

	@Test
	void aCommentThatHasToWaitIsSentWithTheNextStepAndTheFieldsAreNotSentAgain() {
		this.incidents.commentsApart = true;
		TriageRun run = this.triage.begin(List.of(1L, 2L), resolved("Known test."), "form",
				(id) -> new SeenState("Active", "", "", "", List.of()));
		this.incidents.beforeWrite = () -> this.incidents.beforeWrite = () -> {
			this.incidents.refuse(SampleFailures.heldBack());
			this.incidents.beforeWrite = () -> {
			};
		};
		TriageRun waiting = step(run);
		assertThat(waiting.left()).containsExactly(1L, 2L);
		assertThat(Objects.requireNonNull(waiting.begun()).outcome()).isEqualTo(Outcome.PARTLY);
		this.clock.advance(Duration.ofSeconds(3));
		TriageRun afterwards = step(run);
		assertThat(afterwards.left()).containsExactly(2L);
		assertThat(afterwards.begun()).isNull();
		TriageResult result = afterwards.results().get(0);
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
		assertThat(Objects.requireNonNull(result.written()).status()).isEqualTo("Resolved");
		assertThat(result.written().comment()).isEqualTo("Known test.");
		assertThat(result.undo()).isNotNull();
		assertThat(Objects.requireNonNull(result.before()).status()).isEqualTo("Active");
		assertThat(this.incidents.writes).extracting(WritableIncidents.Write::call)
			.extracting(IncidentUpdate::changesFields)
			.containsExactly(true, false);
	}

	@Test
	void itStopsWhereTheApiIsAwayForThreeInARow() {
		TriageRun run = begin(LongStream.rangeClosed(1, 10).boxed().toList(), status("Resolved"));
		this.incidents.failReading(SampleFailures.unreachable());
		this.incidents.failReading(SampleFailures.unreachable());
		step(run);
		assertThat(step(run).stopped()).isFalse();
		assertThat(step(run).stopped()).isFalse();
		for (int i = 0; i < 3; i++) {
			this.incidents.failReading(SampleFailures.unreachable());
			step(run);
		}
		assertThat(step(run).stopped()).isTrue();
		assertThat(step(run).left()).hasSize(4);
	}

	@Test
	void withoutATokenTheIncidentStaysTheNextOne() {
		TriageRun run = begin(List.of(1L, 2L), status("Resolved"));
		this.incidents.refuse(new IllegalStateException("no token"));
		assertThatIllegalStateException().isThrownBy(() -> step(run));
		assertThat(Objects.requireNonNull(this.triage.run(run.name())).left()).containsExactly(1L, 2L);
		assertThat(finished(run).results()).hasSize(2);
	}

	@Test
	void theSameFormBeginsTheSameRunAndAnotherChangeAnother() {
		TriageRun run = begin(List.of(1L), status("Resolved"));
		step(run);
		assertThat(begin(List.of(1L), status("Resolved")).results()).hasSize(1);
		assertThat(begin(List.of(1L), status("Active")).name()).isNotEqualTo(run.name());
		assertThat(begin(List.of(2L), status("Resolved")).name()).isNotEqualTo(run.name());
	}

	@Test
	void aRunIsOfOneToFiftyIncidentsAndOfAChangeWithoutProblems() {
		assertThat(finished(begin(LongStream.rangeClosed(1, 50).boxed().toList(), status("Resolved"))).results())
			.hasSize(50);
		assertThat(this.triage.undoable()).hasSize(50);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> begin(LongStream.rangeClosed(1, 51).boxed().toList(), status("Resolved")));
		assertThatIllegalArgumentException().isThrownBy(() -> begin(List.of(), status("Resolved")));
		assertThatIllegalArgumentException().isThrownBy(() -> begin(List.of(1L), status("Closed")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.triage.begin(List.of(1L), status("Active"), "", (id) -> null));
	}

	@Test
	void aRunIsKeptForTenMinutesAfterItsLastStepAndAtMostFiveAre() {
		TriageRun run = begin(List.of(1L, 2L), status("Resolved"));
		this.clock.advance(Duration.ofMinutes(9));
		step(run);
		this.clock.advance(Duration.ofMinutes(9));
		assertThat(this.triage.run(run.name())).isNotNull();
		for (int i = 0; i < 5; i++) {
			begin(List.of(1L + i), status("Active"));
		}
		assertThat(this.triage.run(run.name())).isNull();
		assertThat(this.triage.step(run.name(), this.incidents)).isNull();
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.triage.run(begin(List.of(7L), status("Active")).name())).isNotNull();
	}

	private TriageRun begin(Collection<Long> ids, TriageChange change) {
		return this.triage.begin(ids, change, "form", (id) -> null);
	}

	private TriageRun step(TriageRun run) {
		return Objects.requireNonNull(this.triage.step(run.name(), this.incidents));
	}

	private TriageRun finished(TriageRun run) {
		TriageRun now = Objects.requireNonNull(this.triage.run(run.name()));
		while (!now.ended()) {
			now = step(run);
		}
		return now;
	}

}
