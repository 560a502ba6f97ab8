package io.watchfloor.web.triage.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageRequest;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.queue.triage.TriageRun;
import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.signin.session.SessionData;
import io.watchfloor.signin.session.SessionDataEnded;
import io.watchfloor.support.MutableClock;
import io.watchfloor.defender.SampleFailures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Desks of two nodes, which know of each other by what they store.
 */
class SharedDesksTests {

	private static final String KEY = "key";

	private static final long ID = 924600;

	private static final TriageChange COMMENT = new TriageChange("Resolved", null, null, null, List.of(), List.of(),
			"Closed.");

	private static final TriageRequest REQUEST = new TriageRequest(ID, null, COMMENT, "form", false);

	private final Clock clock = new MutableClock(Instant.parse("2026-11-23T14:03:10Z"));

	private final WrittenIncidents writes = new WrittenIncidents();

	private final StoredData data = new StoredData();

	private final SharedDesks one = new SharedDesks(this.data, this.clock);

	private final SharedDesks other = new SharedDesks(this.data, this.clock);

	private TriageResult write(SharedDesks node) {
		return node.change(KEY, (desk) -> desk.triage().change(REQUEST, desk.incidents(this.writes)));
	}

	@Test
	void aFormThatWasSentToBothIsWrittenOnceAndUndoneOnTheOther() {
		TriageResult result = write(this.one);
		assertThat(write(this.other)).isEqualTo(result);
		assertThat(this.writes.written()).hasSize(1);
		TriageResult undone = this.other.change(KEY,
				(desk) -> desk.triage().undo(String.valueOf(result.undo()), desk.incidents(this.writes)));
		assertThat(undone).isNotNull().extracting(TriageResult::outcome).isEqualTo(Outcome.DONE);
		assertThat(this.one.of(KEY).triage().undoable()).isEmpty();
	}

	@Test
	void aResultThatTheOtherLoggedIsNotLoggedAgain() {
		TriageResult result = this.one.change(KEY, (desk) -> {
			TriageResult made = desk.triage().change(REQUEST, desk.incidents(this.writes));
			assertThat(desk.isToBeLogged(made)).isTrue();
			return made;
		});
		assertThat(result.outcome()).isEqualTo(Outcome.DONE);
		boolean again = this.other.change(KEY,
				(desk) -> desk.isToBeLogged(desk.triage().change(REQUEST, desk.incidents(this.writes))));
		assertThat(again).isFalse();
	}

	@Test
	void aFormInWhoseWritingANodeDiedIsNotWrittenAgain() {
		this.data.dieAt(() -> write(this.one), this.writes);
		assertThat(this.writes.written()).hasSize(1);
		assertThat(this.other.of(KEY).triage().result("form")).isNotNull()
			.extracting(TriageResult::outcome)
			.isEqualTo(Outcome.UNKNOWN);
		TriageResult known = write(this.other);
		assertThat(known.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(known.unwritten()).extracting(IncidentUpdate::comment).isEqualTo("Closed.");
		assertThat(this.writes.written()).hasSize(1);
	}

	@Test
	void anIncidentInWhoseStepANodeDiedIsNotChangedAgain() {
		TriageRun run = this.one.change(KEY,
				(desk) -> desk.triage().begin(List.of(ID, ID + 1), COMMENT, "form", (id) -> null));
		this.data.dieAt(() -> step(this.one, run), this.writes);
		TriageRun left = this.other.of(KEY).triage().run(run.name());
		assertThat(left).isNotNull();
		assertThat(left.results()).extracting(TriageResult::outcome).containsExactly(Outcome.UNKNOWN);
		assertThat(left.left()).containsExactly(ID + 1);
		step(this.other, run);
		assertThat(this.writes.written()).filteredOn((write) -> write.startsWith(ID + " ")).hasSize(1);
	}

	private @Nullable TriageRun step(SharedDesks node, TriageRun run) {
		return node.change(KEY, (desk) -> desk.triage().step(run.name(), desk.incidents(this.writes)));
	}

	@Test
	void nothingIsWrittenInASessionThatIsOver() {
		assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(() -> this.one.change(KEY, (desk) -> {
				this.other.forget(new SessionDataEnded(KEY, true));
				return desk.triage().change(REQUEST, desk.incidents(this.writes));
			}));
		assertThat(this.writes.written()).isEmpty();
		assertThat(this.data.load(KEY)).isNull();
	}

	@Test
	void nothingIsWrittenWhereTheOthersCannotBeTold() {
		this.data.refuse(new QueryTimeoutException("Redis does not answer"));
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> write(this.one));
		assertThat(this.writes.written()).isEmpty();
	}

	@Test
	void whoLosesTheTurnWritesNothing() {
		this.data.refuse(new CannotAcquireLockException("Another one has the turn"));
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> write(this.one));
		assertThat(this.writes.written()).isEmpty();
	}

	@Test
	void whoLosesTheTurnWhileWritingIsToldWhatBecameOfIt() {
		this.writes.onWrite(() -> this.data.refuse(new CannotAcquireLockException("Another one has the turn")));
		assertThat(write(this.one).outcome()).isEqualTo(Outcome.DONE);
	}

	@Test
	void whatANodeHasNotBeenAskedForLongStaysForTheOther() {
		write(this.one);
		this.other.forget(new SessionDataEnded(KEY, false));
		assertThat(this.other.of(KEY).triage().result("form")).isNotNull();
	}

	@Test
	void aNodeIsToldOnceOfWhatTheOtherWrote() {
		write(this.one);
		assertThat(this.one.hasNews(KEY)).isFalse();
		assertThat(this.other.hasNews(KEY)).isTrue();
		assertThat(this.other.hasNews(KEY)).isFalse();
	}

	@Test
	void aDraftIsKeptAlsoWhereTheAnalystHasToSignInFirst() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.one.change(KEY, (desk) -> {
			desk.keep("form", new TriageDraft(ID, COMMENT, List.of()));
			throw new IllegalStateException("no token");
		}));
		assertThat(this.other.of(KEY).draft("form")).isNotNull()
			.extracting((draft) -> draft.change().comment())
			.isEqualTo("Closed.");
	}

	@Test
	void everyFailureIsStoredAsItIs() {
		for (DefenderException failure : failures()) {
			this.writes.failNext(failure);
			TriageRequest request = new TriageRequest(ID, null, COMMENT, UUID.randomUUID().toString(), false);
			this.one.change(KEY, (desk) -> desk.triage().change(request, desk.incidents(this.writes)));
			TriageResult stored = this.other.of(KEY).triage().result(request.form());
			assertThat(stored).isNotNull();
			assertThat(stored.failure()).usingRecursiveComparison()
				.ignoringFields("stackTrace", "cause", "detailMessage")
				.isEqualTo(failure);
			assertThat(stored.failure()).hasMessage(failure.getMessage()).hasSameClassAs(failure);
		}
	}

	private static List<DefenderException> failures() {
		return List.of(SampleFailures.unauthorized(), SampleFailures.forbidden(), SampleFailures.rejected(),
				SampleFailures.unavailable(), SampleFailures.overloaded(), SampleFailures.malformed(),
				SampleFailures.notFound(), SampleFailures.throttled(12_000), SampleFailures.heldBack());
	}

	@Test
	void whatCannotBeReadIsANewDesk() {
		this.data.values.put(KEY, new byte[] { 1, 2, 3 });
		assertThat(this.one.of(KEY).triage().last()).isNull();
		assertThat(write(this.one).outcome()).isEqualTo(Outcome.DONE);
	}

	/**
	 * Keeps data as long as they are not forgotten.
	 */
	private static final class StoredData implements SessionData {

		private final Map<String, byte[]> values = new HashMap<>();

		private boolean over;

		private @Nullable RuntimeException refusal;

		@Override
		public byte @Nullable [] load(String key) {
			return this.values.get(key);
		}

		@Override
		public <T> T change(String key, Function<Turn, T> work) {
			this.over = false;
			return work.apply(new Turn() {
				@Override
				public byte @Nullable [] load() {
					return StoredData.this.load(key);
				}

				@Override
				public boolean store(byte[] value) {
					if (StoredData.this.refusal != null) {
						throw StoredData.this.refusal;
					}
					if (!StoredData.this.over) {
						StoredData.this.values.put(key, value);
					}
					return !StoredData.this.over;
				}
			});
		}

		@Override
		public void forget(String key) {
			this.over = true;
			this.values.remove(key);
		}

		/**
		 * Store nothing from now on.
		 */
		void refuse(RuntimeException why) {
			this.refusal = why;
		}

		/**
		 * Do something and forget what is stored after the first write.
		 */
		void dieAt(Runnable work, WrittenIncidents writes) {
			Map<String, byte[]> then = new HashMap<>();
			writes.onWrite(() -> then.putAll(this.values));
			work.run();
			this.values.putAll(then);
		}

	}

	/**
	 * Incidents that anybody may write.
	 */
	private static final class WrittenIncidents implements TriagedIncidents {

		private final List<String> written = new ArrayList<>();

		private @Nullable DefenderException failure;

		private @Nullable Runnable afterWrite;

		List<String> written() {
			return this.written;
		}

		void failNext(DefenderException failing) {
			this.failure = failing;
		}

		/**
		 * Do something after the next write has taken effect, and before its answer
		 * comes.
		 */
		void onWrite(Runnable work) {
			this.afterWrite = work;
		}

		@Override
		public Incident read(long id) {
			boolean changed = this.written.contains(id + " Resolved");
			return new Incident(id, null, "Name", null, null, null, changed ? "Resolved" : "Active", null, null, null,
					null, List.of(), List.of(), List.of(), null);
		}

		@Override
		public List<IncidentUpdate> calls(IncidentUpdate update) {
			return List.of(update);
		}

		@Override
		public Incident write(Incident before, IncidentUpdate call) {
			DefenderException failing = this.failure;
			if (failing != null) {
				this.failure = null;
				throw failing;
			}
			this.written.add(before.id() + " " + call.status());
			Runnable work = this.afterWrite;
			if (work != null) {
				this.afterWrite = null;
				work.run();
			}
			return read(before.id());
		}

	}

}
