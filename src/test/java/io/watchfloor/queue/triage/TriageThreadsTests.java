package io.watchfloor.queue.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.watchfloor.queue.support.WritableIncidents;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.watchfloor.queue.triage.SampleChanges.comment;
import static io.watchfloor.queue.triage.SampleChanges.status;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class TriageThreadsTests {

	private static final int THREADS = 8;

	private final Triage triage = new Triage(new MutableClock(Instant.parse("2026-11-29T12:00:00Z")));

	private final WritableIncidents incidents = new WritableIncidents().add(1).add(2).add(3);

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	@AfterEach
	void end() {
		this.threads.shutdownNow();
	}

	@Test
	void theSameFormSentManyTimesAtOnceIsWrittenOnce() throws Exception {
		TriageRequest request = new TriageRequest(1, null, comment("Closed."), "form", false);
		List<TriageResult> results = atOnce((i) -> this.triage.change(request, this.incidents));
		assertThat(results).hasSize(THREADS).allMatch((result) -> result == results.get(0));
		assertThat(this.incidents.writes).hasSize(1);
	}

	@Test
	void twoFormsForOneIncidentAreWrittenOneAfterTheOther() throws Exception {
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		this.incidents.beforeRead = () -> most.accumulateAndGet(inside.incrementAndGet(), Math::max);
		this.incidents.beforeWrite = inside::decrementAndGet;
		List<TriageResult> results = atOnce((i) -> this.triage
			.change(new TriageRequest(1, null, comment("No. " + i), "form " + i, false), this.incidents));
		assertThat(results).extracting(TriageResult::outcome).containsOnly(Outcome.DONE);
		assertThat(most).hasValue(1);
		assertThat(this.incidents.get(1).comments()).hasSize(THREADS);
	}

	@Test
	void anEntryUndoneManyTimesAtOnceIsWrittenOnce() throws Exception {
		this.triage.change(new TriageRequest(1, null, status("Resolved"), "form", false), this.incidents);
		String entry = this.triage.undoable().get(0).name();
		List<TriageResult> results = atOnce((i) -> Objects.requireNonNull(this.triage.undo(entry, this.incidents)));
		assertThat(results).allMatch((result) -> result.outcome() == Outcome.DONE);
		assertThat(this.incidents.writes).hasSize(2);
	}

	@Test
	void aStepThatTwoTabsMakeAtOnceWorksOnOneIncident() throws Exception {
		TriageRun run = this.triage.begin(List.of(1L, 2L, 3L), comment("Known test."), "form", (id) -> null);
		CountDownLatch writing = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.incidents.beforeWrite = () -> {
			writing.countDown();
			await(go);
		};
		Future<TriageRun> first = this.threads
			.submit(() -> Objects.requireNonNull(this.triage.step(run.name(), this.incidents)));
		await(writing);
		assertThat(this.triage.run(run.name())).isNotNull().extracting(TriageRun::left).isEqualTo(List.of(1L, 2L, 3L));
		assertThat(this.triage.undoable()).isEmpty();
		Thread second = new Thread(() -> this.triage.step(run.name(), this.incidents));
		second.start();
		while (second.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		go.countDown();
		second.join();
		assertThat(first.get(10, TimeUnit.SECONDS).left()).containsExactly(2L, 3L);
		assertThat(this.incidents.writes).hasSize(1);
	}

	private <T> List<T> atOnce(Numbered<T> task) throws Exception {
		CountDownLatch all = new CountDownLatch(THREADS);
		List<Callable<T>> tasks = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			int number = i;
			tasks.add(() -> {
				all.countDown();
				await(all);
				return task.run(number);
			});
		}
		List<T> results = new ArrayList<>();
		for (Future<T> future : this.threads.invokeAll(tasks)) {
			results.add(future.get());
		}
		return results;
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Numbered<T> {

		T run(int number);

	}

}
