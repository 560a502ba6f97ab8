package io.watchfloor.queue.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.support.WritableIncidents;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.support.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.watchfloor.queue.triage.SampleChanges.comment;
import static io.watchfloor.queue.triage.SampleChanges.resolved;
import static io.watchfloor.queue.triage.SampleChanges.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TriageFailureTests {

	private static final SeenState UNTOUCHED = new SeenState("Active", "", "", "", List.of());

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T12:00:00Z"));

	private final Triage triage = new Triage(this.clock);

	private final WritableIncidents incidents = new WritableIncidents().add(1).add(2);

	private int forms;

	@Test
	void anIncidentThatCannotBeReadIsNotWritten() {
		this.incidents.failReading(SampleFailures.unavailable());
		TriageResult result = change(UNTOUCHED, resolved("Closed."));
		assertThat(result.outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(result.failure()).isInstanceOf(DefenderException.Unavailable.class);
		assertThat(Objects.requireNonNull(result.unwritten()).comment()).isEqualTo("Closed.");
		assertThat(sent()).isEmpty();
	}

	@Test
	void aRefusedWriteIsNotDoneAndNotReadAgain() {
		this.incidents.refuse(SampleFailures.forbidden());
		TriageResult result = change(UNTOUCHED, status("Resolved"));
		assertThat(result.outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(result.brokeOff()).isFalse();
		assertThat(result.undo()).isNull();
		assertThat(this.incidents.reads).hasSize(1);
	}

	@Test
	void aWriteThatBrokeOffAfterItTookEffectIsDone() {
		this.incidents.breakOff(SampleFailures.malformed());
		TriageResult result = change(UNTOUCHED, resolved("Closed.\r\nAll well."));
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
		assertThat(result.brokeOff()).isTrue();
		assertThat(result.undo()).isNotNull();
		assertThat(sent()).hasSize(1);
	}

	@Test
	void aWriteThatBrokeOffBeforeItTookEffectWasNotThereAMomentLater() {
		this.incidents.refuse(SampleFailures.unavailable());
		TriageResult result = change(UNTOUCHED, resolved("Closed."));
		assertThat(result.outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(result.brokeOff()).isTrue();
		assertThat(result.unwritten()).isNotNull();
		assertThat(sent()).isEmpty();
	}

	@Test
	void aWriteThatBrokeOffIsUnknownWhereTheIncidentCannotBeRead() {
		for (RuntimeException failure : List.of(SampleFailures.unavailable(), SampleFailures.heldBack(),
				new IllegalStateException("no token"))) {
			this.incidents.breakOff(SampleFailures.unavailable());
			this.incidents.beforeWrite = () -> this.incidents.failReading(failure);
			TriageResult result = change(null, comment("Closed."));
			assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
			assertThat(result.after()).isNull();
			assertThat(result.failure()).isInstanceOf(DefenderException.Unavailable.class);
		}
		assertThat(sent()).hasSize(3);
	}

	@Test
	void aCommentThatDoesNotShowThoughTheFieldsOfItsCallDoIsUnknown() {
		this.incidents.breakOff(SampleFailures.unavailable());
		this.incidents.beforeRead = () -> this.incidents.change(1,
				(now) -> new Incident(1, null, null, null, null, null, now.status(), null, now.classification(),
						now.determination(), null, List.of(), List.of(), List.of(), null));
		TriageResult result = change(UNTOUCHED, resolved("Closed."));
		assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(Objects.requireNonNull(result.written()).status()).isEqualTo("Resolved");
		assertThat(result.unwritten()).isEqualTo(new IncidentUpdate(null, null, null, null, null, "Closed."));
		assertThat(result.undo()).isNotNull();
	}

	@Test
	void anOlderCommentOrOneOfSomebodyElseIsNotTheOneThatWasSent() {
		this.incidents.comment(1, WritableIncidents.ANALYST, "Closed.");
		this.incidents.refuse(SampleFailures.unavailable());
		this.incidents.beforeWrite = () -> this.incidents.comment(1, "bo@contoso.com", "Closed.");
		assertThat(change(null, comment("Closed.")).outcome()).isEqualTo(Outcome.NOT_DONE);
		this.incidents.refuse(SampleFailures.unavailable());
		this.incidents.beforeWrite = () -> this.incidents.comment(1, null, "Closed.");
		assertThat(change(null, comment("Closed.")).outcome()).isEqualTo(Outcome.DONE);
	}

	@Test
	void theFirstCallThatFailsIsTheLast() {
		this.incidents.commentsApart = true;
		this.incidents.refuse(SampleFailures.rejected());
		assertThat(change(UNTOUCHED, resolved("Closed.")).outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(sent()).isEmpty();
	}

	@Test
	void whereOneOfTwoCallsFailsTheRestIsNamed() {
		this.incidents.commentsApart = true;
		failSecondWrite(SampleFailures.forbidden());
		TriageResult result = change(UNTOUCHED, resolved("Closed."));
		assertThat(result.outcome()).isEqualTo(Outcome.PARTLY);
		assertThat(Objects.requireNonNull(result.written()).status()).isEqualTo("Resolved");
		assertThat(result.unwritten()).isEqualTo(new IncidentUpdate(null, null, null, null, null, "Closed."));
		assertThat(result.undo()).isNotNull();
	}

	@Test
	void aCallThatBrokeOffAndIsKnownToBeDoneIsFollowedByTheNext() {
		this.incidents.commentsApart = true;
		this.incidents.breakOff(SampleFailures.unavailable());
		assertThat(change(UNTOUCHED, resolved("Closed.")).outcome()).isEqualTo(Outcome.DONE);
		assertThat(this.incidents.get(1).comments()).hasSize(1);
	}

	@Test
	void withoutATokenNothingIsRecordedAndTheFormCanBeSentAgain() {
		TriageRequest request = new TriageRequest(1, UNTOUCHED, resolved("Closed."), "form", false);
		this.incidents.failReading(new IllegalStateException("no token"));
		assertThatIllegalStateException().isThrownBy(() -> this.triage.change(request, this.incidents));
		this.incidents.refuse(new IllegalStateException("no token"));
		assertThatIllegalStateException().isThrownBy(() -> this.triage.change(request, this.incidents));
		assertThat(this.triage.result("form")).isNull();
		assertThat(this.triage.change(request, this.incidents).outcome()).isEqualTo(Outcome.DONE);
	}

	@Test
	void whereTheTokenIsGoneBetweenTwoCallsTheFirstIsNotForgotten() {
		this.incidents.commentsApart = true;
		failSecondWrite(new IllegalStateException("no token"));
		TriageResult result = change(UNTOUCHED, resolved("Closed."));
		assertThat(result.outcome()).isEqualTo(Outcome.PARTLY);
		assertThat(result.failure()).isNull();
	}

	@Test
	void aReadingThatLagsShowsWhatWasThereAMomentLater() {
		this.incidents.breakOffAndLag(SampleFailures.unavailable());
		TriageResult result = change(UNTOUCHED, status("Resolved"));
		assertThat(result.outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(result.brokeOff()).isTrue();
		assertThat(change(UNTOUCHED, status("Resolved")).outcome()).isEqualTo(Outcome.UNCHANGED);
	}

	private void failSecondWrite(RuntimeException failure) {
		this.incidents.beforeWrite = () -> this.incidents.beforeWrite = () -> {
			this.incidents.refuse(failure);
			this.incidents.beforeWrite = () -> {
			};
		};
	}

	private TriageResult change(@Nullable SeenState seen, TriageChange change) {
		return this.triage.change(new TriageRequest(1, seen, change, "form " + this.forms++, false), this.incidents);
	}

	private List<IncidentUpdate> sent() {
		return this.incidents.writes.stream().map(WritableIncidents.Write::call).toList();
	}

}
