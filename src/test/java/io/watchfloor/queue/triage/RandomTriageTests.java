package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.support.WritableIncidents;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random sequences of changes, runs and undoing by one analyst, of changes by a
 * colleague, and of failures.
 */
class RandomTriageTests {

	private static final int INCIDENTS = 4;

	private static final List<String> STATUSES = List.of("Active", "InProgress", "Resolved");

	private static final List<String> OWNERS = List.of("", "ada@contoso.com", "bo@contoso.com");

	private static final List<String> TAGS = List.of("VIP", "Team A", "old", "new");

	@Test
	void nothingIsWrittenThatTheAnalystDidNotAskForAndNoFormTwice() {
		Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
		Seeds.tryOut(150, (seed) -> new Session(new Random(seed), outcomes).play());
		assertThat(outcomes).containsExactly(Outcome.values());
	}

	/**
	 * A session, and what has to hold in it after each action.
	 */
	private static final class Session {

		private final Random random;

		private final Set<Outcome> outcomes;

		private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T12:00:00Z"));

		private final Triage triage = new Triage(this.clock);

		private final WritableIncidents incidents = new WritableIncidents();

		private final Map<Long, SeenState> page = new HashMap<>();

		private final List<TriageRequest> sent = new ArrayList<>();

		private final List<String> runs = new ArrayList<>();

		private int number;

		Session(Random random, Set<Outcome> outcomes) {
			this.random = random;
			this.outcomes = outcomes;
			this.incidents.commentsApart = random.nextBoolean();
			this.incidents.takesNotSet = random.nextBoolean();
			for (long id = 1; id <= INCIDENTS; id++) {
				this.incidents.add(id);
				look(id);
			}
		}

		void play() {
			for (int i = 0; i < 60; i++) {
				spoil();
				int before = this.incidents.writes.size();
				try {
					act(before);
				}
				catch (IllegalStateException ex) {
					assertThat(ex).hasMessage("no token");
					assertThat(this.incidents.writes).hasSize(before);
				}
			}
			assertThat(this.incidents.writes.stream()
				.filter((write) -> write.call().comment() != null)
				.map((write) -> write.id() + Objects.requireNonNull(write.call().comment()))).doesNotHaveDuplicates();
		}

		private void act(int before) {
			switch (this.random.nextInt(9)) {
				case 0, 1 -> check(send(request()), before);
				case 2 -> sendAgain(before);
				case 3 -> undo(before);
				case 4 -> this.runs.add(begin().name());
				case 5 -> step(before);
				case 6 -> colleague(id());
				case 7 -> look(id());
				default -> this.clock.advance(Duration.ofSeconds(this.random.nextInt(240)));
			}
		}

		private void spoil() {
			RuntimeException failure = one(List.of(SampleFailures.unavailable(), SampleFailures.rejected(),
					SampleFailures.forbidden(), SampleFailures.heldBack(), SampleFailures.unreachable(),
					new IllegalStateException("no token")));
			switch (this.random.nextInt(16)) {
				case 0 -> this.incidents.refuse(failure);
				case 1 -> this.incidents.breakOff(SampleFailures.malformed());
				case 2 -> this.incidents.failReading(failure);
				case 3 -> this.incidents.breakOffAndLag(SampleFailures.malformed());
				default -> {
				}
			}
		}

		private TriageRequest request() {
			long id = id();
			return new TriageRequest(id, (this.random.nextInt(5) > 0) ? this.page.get(id) : null, change(),
					"form " + this.number++, this.random.nextInt(6) == 0);
		}

		private TriageResult send(TriageRequest request) {
			this.sent.add(request);
			return this.triage.change(request, this.incidents);
		}

		private void sendAgain(int before) {
			if (!this.sent.isEmpty()) {
				TriageRequest request = this.sent.get(this.sent.size() - 1);
				TriageResult known = this.triage.result(request.form());
				if (known != null) {
					assertThat(this.triage.change(request, this.incidents)).isSameAs(known);
					assertThat(this.incidents.writes).hasSize(before);
				}
			}
		}

		private void undo(int before) {
			List<UndoEntry> entries = this.triage.undoable();
			if (!entries.isEmpty()) {
				UndoEntry entry = one(entries);
				IncidentUpdate asked = entry.restores();
				TriageResult result = Objects.requireNonNull(this.triage.undo(entry.name(), this.incidents));
				check(result, before);
				for (WritableIncidents.Write write : since(before)) {
					assertThat(write.call().comment()).isNull();
					assertThat(asked.status() != null || write.call().status() == null).isTrue();
					assertThat(asked.assignedTo() != null || write.call().assignedTo() == null).isTrue();
					assertThat(asked.classification() != null || write.call().classification() == null).isTrue();
				}
			}
		}

		private TriageRun begin() {
			return this.triage.begin(List.of(1L, 2L, 3L, 4L), change(), "form " + this.number++, this.page::get);
		}

		private void step(int before) {
			TriageRun run = this.runs.isEmpty() ? null : this.triage.run(one(this.runs));
			if (run != null && !run.ended()) {
				TriageRun now = Objects.requireNonNull(this.triage.step(run.name(), this.incidents));
				assertThat(now.results().size() + now.left().size()).isEqualTo(INCIDENTS);
				long next = run.left().get(0);
				since(before).forEach((write) -> checkAsked(write.id(), write.call(), next, run.change()));
			}
		}

		/**
		 * Check that a result tells the truth, and that only what was asked for was
		 * written.
		 */
		private void check(TriageResult result, int before) {
			this.outcomes.add(result.outcome());
			long id = result.request().id();
			TriageChange change = result.request().change();
			since(before).forEach((write) -> checkAsked(write.id(), write.call(), id, change));
			boolean nothingSent = List.of(Outcome.CONFLICT, Outcome.REDIRECTED, Outcome.UNCHANGED)
				.contains(result.outcome()) || (result.outcome() == Outcome.NOT_DONE && !result.brokeOff());
			if (nothingSent) {
				assertThat(since(before)).as("written with %s", result.outcome()).isEmpty();
				assertThat(result.written()).isNull();
			}
			IncidentUpdate written = result.written();
			if (written != null) {
				SeenState now = SeenState.of(this.incidents.get(id));
				assertThat(now.differences(now.with(written))).isEmpty();
			}
			if (result.outcome() == Outcome.DONE) {
				checkDone(result, change, this.incidents.get(id));
			}
			if (!since(before).isEmpty() && !result.request().overwrite()) {
				assertThat(result.conflicts()).isEmpty();
			}
		}

		private static void checkDone(TriageResult result, TriageChange change, Incident now) {
			assertThat(result.unwritten()).isNull();
			assertThat(UpdatePlan.of(change, now).changesFields()).isFalse();
			String comment = change.comment();
			if (comment != null) {
				assertThat(now.comments()).extracting(Incident.Comment::text).contains(comment.replace("\n", "\r\n"));
			}
		}

		private void checkAsked(long written, IncidentUpdate call, long asked, TriageChange change) {
			assertThat(written).isEqualTo(asked);
			assertThat(call.status()).isIn(null, change.status());
			assertThat(call.assignedTo()).isIn(null, change.assignedTo());
			assertThat(call.classification()).isIn(null, change.classification());
			assertThat(call.determination()).isIn(null, change.determination());
			assertThat(call.comment()).isIn(null, change.comment());
			List<String> tags = call.tags();
			if (tags != null) {
				Set<String> touched = new HashSet<>(change.tagsAdded());
				touched.addAll(change.tagsRemoved());
				assertThat(touched).isNotEmpty();
				assertThat(tags.containsAll(change.tagsAdded())).isTrue();
				assertThat(tags).noneMatch(change.tagsRemoved()::contains);
			}
		}

		private List<WritableIncidents.Write> since(int before) {
			return this.incidents.writes.subList(before, this.incidents.writes.size());
		}

		private void look(long id) {
			this.page.put(id, SeenState.of(this.incidents.get(id)));
		}

		private void colleague(long id) {
			if (this.random.nextInt(12) == 0) {
				this.incidents.redirect(id, 99L);
			}
			else if (this.incidents.get(id).redirectedTo() == null) {
				Classification classification = one(List.of(Classification.values()));
				this.incidents.set(id,
						new SeenState(one(STATUSES), one(OWNERS), classification.word(),
								classification.determinations().isEmpty() ? "NotAvailable"
										: one(classification.determinations()).word(),
								TAGS.subList(this.random.nextInt(2), 2 + this.random.nextInt(2))));
			}
		}

		private TriageChange change() {
			Classification classification = maybe(List.of(Classification.TRUE_POSITIVE, Classification.FALSE_POSITIVE));
			Determination determination = (classification != null) ? one(classification.determinations()) : null;
			String added = maybe(TAGS);
			String removed = maybe(TAGS);
			TriageChange change = new TriageChange(maybe(STATUSES), maybe(OWNERS), classification, determination,
					(added != null) ? List.of(added) : List.of(),
					(removed != null && !removed.equals(added)) ? List.of(removed) : List.of(),
					this.random.nextBoolean() ? "Comment " + this.number++ + "\nof two lines" : null);
			return change.isEmpty() ? SampleChanges.status("Resolved") : change;
		}

		private long id() {
			return 1 + this.random.nextInt(INCIDENTS);
		}

		private <T> T one(List<T> values) {
			return values.get(this.random.nextInt(values.size()));
		}

		private <T> @Nullable T maybe(List<T> values) {
			return (this.random.nextInt(3) == 0) ? one(values) : null;
		}

	}

}
