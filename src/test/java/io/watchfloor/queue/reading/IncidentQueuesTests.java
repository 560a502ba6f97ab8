package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.IncidentsInMemory;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the queues of two analysts of one team, who see different incidents.
 */
class IncidentQueuesTests {

	private static final Instant MONTH_AGO = RandomIncidents.NOW.minus(Duration.ofDays(30));

	private final IncidentQueues queues = new IncidentQueues(new MutableClock(RandomIncidents.NOW),
			Duration.ofSeconds(30), Long.MAX_VALUE);

	private final IncidentsInMemory adas = new IncidentsInMemory();

	private final IncidentsInMemory bos = new IncidentsInMemory();

	@Test
	void equalSummariesAreOneObjectAndAccessStaysApart() {
		save(this.adas, 1);
		save(this.bos, 1);
		save(this.adas, 2);
		save(this.bos, 3);
		IncidentIndex ada = queue("ada's session", this.adas).refresh(MONTH_AGO).index();
		IncidentIndex bo = queue("bo's session", this.bos).refresh(MONTH_AGO).index();
		assertThat(ada.find(1).orElseThrow()).isSameAs(bo.find(1).orElseThrow());
		assertThat(ada.find(3)).isEmpty();
		assertThat(bo.find(2)).isEmpty();
		assertThat(ada.size()).isEqualTo(2);
	}

	@Test
	void whatOneAnalystSeesOfAnIncidentIsNotWhatTheOtherSees() {
		this.adas.save(new RandomIncidents(1).incident(7));
		this.bos.save(new RandomIncidents(2).incident(7));
		IncidentQueue ada = queue("ada's session", this.adas);
		IncidentQueue bo = queue("bo's session", this.bos);
		ada.put(this.adas.get(7));
		bo.put(this.bos.get(7));
		assertThat(ada.snapshot().index().find(7)).contains(IncidentSummary.of(this.adas.get(7)));
		assertThat(bo.snapshot().index().find(7)).contains(IncidentSummary.of(this.bos.get(7)));
		assertThat(ada.snapshot().version()).isNotEqualTo(bo.snapshot().version());
	}

	@Test
	void aSessionKeepsItsQueueUntilItEnds() {
		IncidentQueue queue = queue("ada's session", this.adas);
		assertThat(queue("ada's session", this.bos)).isSameAs(queue);
		assertThat(queue("bo's session", this.bos)).isNotSameAs(queue);
		this.queues.remove("ada's session");
		assertThat(this.queues.size()).isOne();
		assertThat(queue("ada's session", this.adas)).isNotSameAs(queue);
	}

	private IncidentQueue queue(String session, IncidentsInMemory source) {
		return this.queues.forSession(session, source);
	}

	private static void save(IncidentsInMemory source, long id) {
		source.save(id, RandomIncidents.NOW, RandomIncidents.NOW, "Active");
	}

}
