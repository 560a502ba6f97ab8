package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.support.WritableIncidents;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static io.watchfloor.queue.triage.SampleChanges.comment;
import static io.watchfloor.queue.triage.SampleChanges.falsePositive;
import static io.watchfloor.queue.triage.SampleChanges.owner;
import static io.watchfloor.queue.triage.SampleChanges.resolved;
import static io.watchfloor.queue.triage.SampleChanges.status;
import static io.watchfloor.queue.triage.SampleChanges.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TriageUndoTests {

	private static final SeenState START = new SeenState("InProgress", "bo@contoso.com", "TruePositive", "Malware",
			List.of("Team A", "old"));

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T12:00:00Z"));

	private final Triage triage = new Triage(this.clock);

	private final WritableIncidents incidents = new WritableIncidents().add(1).add(2);

	private int forms;

	@Test
	void everyFieldThatWasChangedGetsItsFormerValue() {
		this.incidents.set(1, START);
		TriageResult done = change(new TriageChange("Resolved", "", Classification.FALSE_POSITIVE, Determination.OTHER,
				List.of("VIP"), List.of("old"), "Closed."));
		TriageResult undone = undo(done);
		assertThat(undone.outcome()).isEqualTo(Outcome.DONE);
		assertThat(undone.undo()).isNull();
		assertThat(SeenState.of(this.incidents.get(1)).differences(START)).isEmpty();
		assertThat(this.incidents.get(1).comments()).hasSize(1);
		assertThat(this.triage.undoable()).isEmpty();
	}

	@Test
	void fieldsThatWereNotChangedStayAsTheyAreNow() {
		this.incidents.set(1, START);
		TriageResult done = change(status("Resolved"));
		SeenState later = new SeenState("Resolved", "cy@contoso.com", "FalsePositive", "Clean", List.of("new"));
		this.incidents.set(1, later);
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
		assertThat(lastWrite()).isEqualTo(new IncidentUpdate("InProgress", null, null, null, null, null));
	}

	@Test
	void aFieldThatSomebodyElseChangedSinceIsAConflictAndNothingIsRestored() {
		this.incidents.set(1, START);
		TriageResult done = change(resolved("Closed."));
		this.incidents.set(1, new SeenState("Active", "bo@contoso.com", "FalsePositive", "Clean", START.tags()));
		TriageResult undone = undo(done);
		assertThat(undone.outcome()).isEqualTo(Outcome.CONFLICT);
		assertThat(undone.conflicts()).containsExactly("status");
		assertThat(Objects.requireNonNull(undone.request().seen()).status()).isEqualTo("Resolved");
		assertThat(this.incidents.writes).hasSize(1);
		assertThat(this.triage.undoable()).hasSize(1);
	}

	@Test
	void aFieldThatHasItsFormerValueAgainIsNoConflict() {
		this.incidents.set(1, START);
		TriageResult done = change(resolved("Closed."));
		this.incidents.set(1, new SeenState("InProgress", "bo@contoso.com", "FalsePositive", "Clean", START.tags()));
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
		assertThat(lastWrite())
			.isEqualTo(new IncidentUpdate(null, null, Classification.TRUE_POSITIVE, Determination.MALWARE, null, null));
		TriageResult again = change(resolved("Closed."));
		this.incidents.set(1, START);
		assertThat(undo(again).outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(this.triage.undoable()).isEmpty();
	}

	@Test
	void labelsOfOthersStayWhenAChangeOfLabelsIsUndone() {
		this.incidents.set(1, START);
		TriageResult done = change(tags(List.of("VIP"), List.of("old")));
		this.incidents.set(1, new SeenState(START.status(), START.assignedTo(), START.classification(),
				START.determination(), List.of("Team A", "VIP", "colleague's")));
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
		assertThat(this.incidents.get(1).tags()).containsExactlyInAnyOrder("Team A", "old", "colleague's");
	}

	@Test
	void aLabelThatSomebodyElseTookAwayIsAConflict() {
		this.incidents.set(1, START);
		TriageResult done = change(tags(List.of("VIP"), List.of("old")));
		this.incidents.set(1, new SeenState(START.status(), START.assignedTo(), START.classification(),
				START.determination(), List.of("Team A")));
		TriageResult undone = undo(done);
		assertThat(undone.outcome()).isEqualTo(Outcome.CONFLICT);
		assertThat(undone.conflicts()).containsExactly("tags");
	}

	@Test
	void aChangeOfTheCaseOfALabelIsUndone() {
		this.incidents.set(1, new SeenState("Active", "", "", "", List.of("vip")));
		TriageResult done = change(tags(List.of("VIP"), List.of("vip")));
		assertThat(this.incidents.get(1).tags()).containsExactly("VIP");
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
		assertThat(this.incidents.get(1).tags()).containsExactly("vip");
	}

	@Test
	void anOwnerIsTakenAwayAgainWhereThereWasNone() {
		TriageResult done = change(owner(WritableIncidents.ANALYST));
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
		assertThat(lastWrite().assignedTo()).isEmpty();
	}

	@Test
	void aCommentAloneCannotBeUndone() {
		assertThat(change(comment("Closed.")).undo()).isNull();
		assertThat(this.triage.undoable()).isEmpty();
	}

	@Test
	void aFormerValueThatCannotBeWrittenIsNotRestored() {
		this.incidents.set(1, new SeenState("Paused", "", "TruePositive", "Apt", List.of()));
		assertThat(change(resolved("Closed.")).undo()).isNull();
		this.incidents.set(2, new SeenState("Active", "", "TruePositive", "Apt", List.of()));
		TriageResult done = this.triage.change(new TriageRequest(2, null, resolved("Closed."), "x", false),
				this.incidents);
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
		assertThat(lastWrite()).isEqualTo(new IncidentUpdate("Active", null, null, null, null, null));
	}

	@Test
	void whereAClassificationIsNotTakenBackTheRestIsRestored() {
		this.incidents.takesNotSet = false;
		TriageResult undone = undo(change(resolved("Closed.")));
		assertThat(undone.outcome()).isEqualTo(Outcome.PARTLY);
		assertThat(undone.written()).isEqualTo(new IncidentUpdate("Active", null, null, null, null, null));
		assertThat(undone.unwritten())
			.isEqualTo(new IncidentUpdate(null, null, Classification.NOT_SET, Determination.NOT_SET, null, null));
		assertThat(undone.failure()).isNotNull();
		assertThat(this.incidents.get(1).status()).isEqualTo("Active");
		assertThat(this.triage.undoable()).isEmpty();
	}

	@Test
	void whereOnlyAClassificationIsNotTakenBackNothingIsDone() {
		this.incidents.takesNotSet = false;
		TriageResult undone = undo(change(falsePositive()));
		assertThat(undone.outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(this.incidents.writes).hasSize(1);
	}

	@Test
	void anEntryCanBeUndoneForTenMinutes() {
		TriageResult done = change(status("Resolved"));
		UndoEntry entry = this.triage.undoable().get(0);
		assertThat(entry.until()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(10)));
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.triage.undoable()).isEmpty();
		assertThat(this.triage.undo(Objects.requireNonNull(done.undo()), this.incidents)).isNull();
		assertThat(this.triage.undo("unknown", this.incidents)).isNull();
		assertThat(this.incidents.writes).hasSize(1);
	}

	@Test
	void anEntryThatIsUndoneTwiceIsWrittenOnceAndHasTheSameResult() {
		TriageResult done = change(status("Resolved"));
		TriageResult undone = undo(done);
		assertThat(undo(done)).isSameAs(undone);
		assertThat(this.triage.result(Objects.requireNonNull(done.undo()))).isSameAs(undone);
		assertThat(this.incidents.writes).hasSize(2);
	}

	@Test
	void anUndoThatFailedCanBeTriedAgain() {
		TriageResult done = change(status("Resolved"));
		this.incidents.refuse(SampleFailures.unreachable());
		assertThat(undo(done).outcome()).isEqualTo(Outcome.NOT_DONE);
		this.incidents.failReading(new IllegalStateException("no token"));
		assertThatIllegalStateException().isThrownBy(() -> undo(done));
		assertThat(undo(done).outcome()).isEqualTo(Outcome.DONE);
	}

	@Test
	void theLatestChangeIsUndoneBeforeTheOneBeforeIt() {
		TriageResult first = change(status("InProgress"));
		TriageResult second = change(status("Resolved"));
		assertThat(this.triage.undoable()).extracting(UndoEntry::name).containsExactly(second.undo(), first.undo());
		assertThat(undo(first).outcome()).isEqualTo(Outcome.CONFLICT);
		assertThat(undo(second).outcome()).isEqualTo(Outcome.DONE);
		assertThat(undo(first).outcome()).isEqualTo(Outcome.DONE);
		assertThat(this.incidents.get(1).status()).isEqualTo("Active");
	}

	@Test
	void whatWasUndoneIsKnownToTheAnalyst() {
		SeenState resolved = new SeenState("Resolved", "", "", "", List.of());
		undo(change(status("Resolved")));
		assertThat(
				this.triage.change(new TriageRequest(1, resolved, comment("Open again."), "x", false), this.incidents)
					.outcome())
			.isEqualTo(Outcome.DONE);
	}

	@Test
	void anIncidentThatWasMergedSinceIsNotWritten() {
		TriageResult done = change(status("Resolved"));
		this.incidents.redirect(1, 2L);
		assertThat(undo(done).outcome()).isEqualTo(Outcome.REDIRECTED);
		assertThat(this.incidents.writes).hasSize(1);
	}

	@Test
	void atMostFiftyChangesCanBeUndone() {
		for (int i = 0; i < 60; i++) {
			change(tags(List.of("tag " + i), List.of()));
		}
		assertThat(this.triage.undoable()).hasSize(50);
		assertThat(this.triage.undoable().get(0).written().tags()).contains("tag 59");
	}

	private TriageResult change(TriageChange change) {
		return this.triage.change(new TriageRequest(1, null, change, "form " + this.forms++, false), this.incidents);
	}

	private TriageResult undo(TriageResult done) {
		return Objects.requireNonNull(this.triage.undo(Objects.requireNonNull(done.undo()), this.incidents));
	}

	private IncidentUpdate lastWrite() {
		return this.incidents.writes.get(this.incidents.writes.size() - 1).call();
	}

}
