package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.queue.reading.IncidentQueues;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TriagedQueueTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final IncidentsInMemory source = new IncidentsInMemory();

	private final IncidentQueue queue = new IncidentQueues(new MutableClock(NOW), Duration.ofSeconds(30),
			Long.MAX_VALUE)
		.forSession("ada's", this.source);

	private final TriagedQueue triaged = new TriagedQueue(this.queue, new WordsLast());

	@Test
	void readsAndWritesTheIncidentsOfTheQueue() {
		this.source.save(1, NOW, NOW, "Active");
		this.queue.open(1);
		Incident before = this.triaged.read(1);
		assertThat(this.source.opened).containsExactly(1L, 1L);
		IncidentUpdate update = new IncidentUpdate("Resolved", null, null, null, null, "A word");
		List<IncidentUpdate> calls = this.triaged.calls(update);
		assertThat(calls).containsExactly(update.withoutComment(), update.commentOnly());
		this.triaged.write(before, calls.get(0));
		assertThat(this.queue.snapshot().index().find(1)).map(IncidentSummary::status).contains(Status.RESOLVED);
	}

	/**
	 * Takes the comment in a call of its own.
	 */
	private static final class WordsLast implements IncidentWriter {

		@Override
		public List<IncidentUpdate> calls(IncidentUpdate update) {
			return List.of(update.withoutComment(), update.commentOnly());
		}

		@Override
		public Incident write(Incident before, IncidentUpdate call, ReaderId reader) {
			return new Incident(before.id(), null, before.name(), before.created(), before.lastUpdate(), null,
					call.status(), "High", null, null, null, List.of(), List.of(), List.of(), null);
		}

	}

}
