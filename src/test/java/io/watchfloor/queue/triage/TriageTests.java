package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.support.SampleAlerts;
import io.watchfloor.queue.support.WritableIncidents;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.support.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.watchfloor.queue.triage.SampleChanges.comment;
import static io.watchfloor.queue.triage.SampleChanges.falsePositive;
import static io.watchfloor.queue.triage.SampleChanges.owner;
import static io.watchfloor.queue.triage.SampleChanges.resolved;
import static io.watchfloor.queue.triage.SampleChanges.status;
import static io.watchfloor.queue.triage.SampleChanges.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TriageTests {

	private static final SeenState UNTOUCHED = new SeenState("Active", "", "", "", List.of());

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T12:00:00Z"));

	private final Triage triage = new Triage(this.clock);

	private final WritableIncidents incidents = new WritableIncidents().add(1).add(2);

	private int forms;

	@Test
	void onlyWhatDiffersIsSent() {
		this.incidents.set(1, new SeenState("InProgress", "", "", "", List.of()));
		TriageChange change = new TriageChange("InProgress", WritableIncidents.ANALYST, null, null, List.of(),
				List.of(), null);
		TriageResult result = change(null, change);
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
		assertThat(sent()).containsExactly(update(null, WritableIncidents.ANALYST, null, null));
		assertThat(result.written()).isEqualTo(sent().get(0));
		assertThat(result.before()).isEqualTo(new SeenState("InProgress", "", "", "", List.of()));
		assertThat(Objects.requireNonNull(result.after()).assignedTo()).isEqualTo(WritableIncidents.ANALYST);
	}

	@Test
	void whereNothingDiffersNothingIsSent() {
		this.incidents.set(1, new SeenState("resolved", "Ada@contoso.com", "FalsePositive", "Clean", List.of("vip")));
		TriageResult result = change(null, new TriageChange("Resolved", "ada@contoso.com",
				Classification.FALSE_POSITIVE, Determination.NOT_MALICIOUS, List.of("VIP"), List.of("gone"), null));
		assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(result.undo()).isNull();
		assertThat(sent()).isEmpty();
	}

	@Test
	void whereAChangeWouldHaveToWaitNothingIsReadForIt() {
		this.incidents.room = () -> {
			throw SampleFailures.heldBack();
		};
		TriageResult result = change(null, new TriageChange("Resolved", null, null, null, List.of(), List.of(), null));
		assertThat(result.outcome()).isEqualTo(Outcome.NOT_DONE);
		assertThat(result.failure()).isInstanceOf(DefenderException.Throttled.class);
		assertThat(this.incidents.reads).isEmpty();
	}

	@Test
	void aCommentIsAlwaysSent() {
		this.incidents.set(1, new SeenState("Resolved", "", "", "", List.of()));
		TriageChange change = new TriageChange("Resolved", null, null, null, List.of(), List.of(), "Seen again.");
		assertThat(change(null, change).outcome()).isEqualTo(Outcome.DONE);
		assertThat(sent()).containsExactly(new IncidentUpdate(null, null, null, null, null, "Seen again."));
	}

	@Test
	void classificationAndDeterminationAreSentTogether() {
		this.incidents.set(1, new SeenState("Active", "", "FalsePositive", "Other", List.of()));
		change(null, falsePositive());
		assertThat(sent())
			.containsExactly(update(null, null, Classification.FALSE_POSITIVE, Determination.NOT_MALICIOUS));
	}

	@Test
	void tagsAreThePresentOnesAndTheChangeOfThem() {
		this.incidents.set(1, new SeenState("Active", "", "", "", List.of("Team A", "old", "colleague's")));
		change(null, tags(List.of("VIP", "team a"), List.of("OLD")));
		assertThat(sent().get(0).tags()).containsExactly("Team A", "colleague's", "VIP");
	}

	@Test
	void theIncidentIsReadByACallBeforeItIsWritten() {
		change(UNTOUCHED, status("Resolved"));
		assertThat(this.incidents.reads).containsExactly(1L);
	}

	@Test
	void aChangeOfAnyOfTheFiveFieldsMeanwhileIsAConflictAndNothingIsSent() {
		List<SeenState> changed = List.of(new SeenState("InProgress", "", "", "", List.of()),
				new SeenState("Active", "bo@contoso.com", "", "", List.of()),
				new SeenState("Active", "", "TruePositive", "", List.of()),
				new SeenState("Active", "", "", "Malware", List.of()),
				new SeenState("Active", "", "", "", List.of("x")));
		List<String> fields = List.of("status", "assignedTo", "classification", "determination", "tags");
		for (int i = 0; i < fields.size(); i++) {
			this.incidents.set(1, changed.get(i));
			TriageResult result = change(UNTOUCHED,
					new TriageChange(null, null, null, null, List.of("mine"), List.of(), "My words."));
			assertThat(result.outcome()).isEqualTo(Outcome.CONFLICT);
			assertThat(result.conflicts()).containsExactly(fields.get(i));
			assertThat(result.request().seen()).isEqualTo(UNTOUCHED);
			assertThat(result.before()).isEqualTo(changed.get(i));
			assertThat(Objects.requireNonNull(result.unwritten()).comment()).isEqualTo("My words.");
		}
		assertThat(sent()).isEmpty();
	}

	@Test
	void theAnalystsOwnIsWrittenAllTheSameWhereThatIsWanted() {
		this.incidents.set(1, new SeenState("InProgress", "bo@contoso.com", "", "", List.of()));
		TriageResult result = this.triage
			.change(new TriageRequest(1, UNTOUCHED, owner(WritableIncidents.ANALYST), "f", true), this.incidents);
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
		assertThat(this.incidents.get(1).status()).isEqualTo("InProgress");
	}

	@Test
	void aNewAlertOrCommentIsNoConflict() {
		this.incidents.comment(1, "bo@contoso.com", "I look at it.");
		assertThat(change(UNTOUCHED, status("Resolved")).outcome()).isEqualTo(Outcome.DONE);
	}

	@Test
	void whatSomebodyElseDidAlreadyIsNoConflictIfNothingElseChanged() {
		this.incidents.set(1, new SeenState("Resolved", "", "", "", List.of()));
		assertThat(change(UNTOUCHED, status("Resolved")).outcome()).isEqualTo(Outcome.UNCHANGED);
		assertThat(change(UNTOUCHED, new TriageChange("Resolved", null, null, null, List.of(), List.of(), "Done."))
			.outcome()).isEqualTo(Outcome.CONFLICT);
		this.incidents.set(1, new SeenState("Resolved", "bo@contoso.com", "", "", List.of()));
		assertThat(change(UNTOUCHED, status("Resolved")).conflicts()).containsExactly("status", "assignedTo");
		assertThat(sent()).isEmpty();
	}

	@Test
	void whatTheAnalystWroteFromAnotherPageIsNoConflict() {
		change(UNTOUCHED, owner(WritableIncidents.ANALYST));
		TriageResult result = change(UNTOUCHED, status("Resolved"));
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
		assertThat(result.conflicts()).isEmpty();
	}

	@Test
	void whatSomebodyElseMadeOfTheAnalystsOwnChangeIsAConflict() {
		change(UNTOUCHED, owner(WritableIncidents.ANALYST));
		this.incidents.set(1, new SeenState("Active", "bo@contoso.com", "", "", List.of()));
		assertThat(change(UNTOUCHED, status("Resolved")).conflicts()).containsExactly("assignedTo");
	}

	@Test
	void defendersOwnLabelsInAQueuesSummaryAreNoConflict() {
		Incident incident = new Incident(1, null, "Title", null, null, null, "Active", null, null, null, null,
				List.of("VIP"), List.of(), List.of(), null,
				new Incident.Supplement(null, List.of("Attack Disruption", "vip"), null, null, null));
		this.incidents.change(1, (now) -> incident);
		TriageResult result = change(SeenState.of(IncidentSummary.of(incident)), status("Resolved"));
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
	}

	@Test
	void aMergedIncidentLeadsToItsTargetAndNothingIsSent() {
		this.incidents.redirect(1, 2L);
		TriageResult result = change(UNTOUCHED, comment("Hello"));
		assertThat(result.outcome()).isEqualTo(Outcome.REDIRECTED);
		assertThat(result.redirectedTo()).isEqualTo(2);
		this.incidents.redirect(1, null);
		assertThat(change(null, comment("Hello")).outcome()).isEqualTo(Outcome.REDIRECTED);
		assertThat(sent()).isEmpty();
	}

	@Test
	void anotherIncidentThanTheOneNamedIsNeverWritten() {
		Incident other = this.incidents.get(2);
		this.incidents.change(1, (now) -> other);
		TriageResult result = change(UNTOUCHED, status("Resolved"));
		assertThat(result.outcome()).isEqualTo(Outcome.REDIRECTED);
		assertThat(result.redirectedTo()).isEqualTo(2);
		assertThat(sent()).isEmpty();
	}

	@Test
	void theSameFormIsWrittenOnceAndHasTheSameResult() {
		TriageRequest request = new TriageRequest(1, UNTOUCHED, comment("Closed."), "form", false);
		TriageResult result = this.triage.change(request, this.incidents);
		assertThat(this.triage.change(request, this.incidents)).isSameAs(result);
		assertThat(this.triage.result("form")).isSameAs(result);
		assertThat(this.triage.result("other")).isNull();
		assertThat(this.incidents.get(1).comments()).hasSize(1);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.triage.result("form")).isNull();
	}

	@Test
	void aFormThatTheAnalystWentBackToAndChangedIsAnother() {
		this.triage.change(new TriageRequest(1, UNTOUCHED, comment("First"), "form", false), this.incidents);
		TriageResult second = this.triage.change(new TriageRequest(1, UNTOUCHED, comment("Second"), "form", false),
				this.incidents);
		assertThat(this.incidents.get(1).comments()).hasSize(2);
		assertThat(this.triage.result("form")).isSameAs(second);
	}

	@Test
	void aFormWithoutNameAndAChangeWithProblemsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TriageRequest(1, null, comment("x"), " ", false));
		assertThatIllegalArgumentException().isThrownBy(() -> change(null, status("Closed")));
		assertThat(this.incidents.reads).isEmpty();
	}

	@Test
	void aResultHasTheIncidentWithoutItsAlerts() {
		this.incidents.change(1, (now) -> now.with(List.of(SampleAlerts.withUser("eve@contoso.com")), false));
		TriageResult result = change(UNTOUCHED, owner(""));
		assertThat(Objects.requireNonNull(result.after()).alerts()).isEmpty();
		assertThat(result.after().supplement().alertsMissing()).isTrue();
	}

	@Test
	void noMoreThanTwoHundredResultsAreKept() {
		for (int i = 0; i < 201; i++) {
			this.triage.change(new TriageRequest(1, null, comment("No. " + i), "form " + i, false), this.incidents);
		}
		assertThat(this.triage.result("form 0")).isNull();
		assertThat(this.triage.result("form 1")).isNotNull();
	}

	private TriageResult change(@Nullable SeenState seen, TriageChange change) {
		return this.triage.change(new TriageRequest(1, seen, change, "form " + this.forms++, false), this.incidents);
	}

	private List<IncidentUpdate> sent() {
		return this.incidents.writes.stream().map(WritableIncidents.Write::call).toList();
	}

	private static IncidentUpdate update(@Nullable String status, @Nullable String owner,
			@Nullable Classification classification, @Nullable Determination determination) {
		return new IncidentUpdate(status, owner, classification, determination, null, null);
	}

}
