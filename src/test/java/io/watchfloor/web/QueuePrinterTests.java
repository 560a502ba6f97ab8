package io.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.MutableClock;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentQueue;
import io.watchfloor.queue.IncidentQueues;
import io.watchfloor.queue.QueueSnapshot;
import io.watchfloor.queue.Viewpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueuePrinterTests {

	private static final Instant NOW = QueueIncidents.NOW;

	private static final String ADA = "ada.analyst@contoso.com";

	private static final String LEE = "lee.lead@contoso.com";

	private final SampleEngine engine = new SampleEngine();

	private final QueuePrinter printer = new QueuePrinter(this.engine.engine());

	private final IncidentQueues queues = new IncidentQueues(new MutableClock(NOW), Duration.ofDays(1), Long.MAX_VALUE);

	private final IncidentQueue adas = queue("ada");

	@Test
	void whatIsAsItWasIsNotPrintedAgain() {
		String first = print(this.adas, ADA, NOW, IncidentQuery.DEFAULT);
		int printed = this.engine.printed().size();
		assertThat(print(this.adas, ADA, NOW.plusSeconds(20), IncidentQuery.DEFAULT)).isEqualTo(first);
		assertThat(this.engine.printed()).hasSize(printed).filteredOn("fragments/queue-table"::equals).hasSize(4);
	}

	@Test
	void agesAreThoseOfTheMoment() {
		assertThat(print(this.adas, ADA, NOW, IncidentQuery.DEFAULT)).contains(">5 h</time>", "unassigned for 5 h");
		assertThat(print(this.adas, ADA, NOW.plus(Duration.ofHours(1)), IncidentQuery.DEFAULT))
			.contains(">6 h</time>", "unassigned for 6 h")
			.doesNotContain(">5 h</time>");
	}

	@Test
	void aRowLeadsOnFromTheViewThatItStandsIn() {
		print(this.adas, ADA, NOW, IncidentQuery.DEFAULT);
		assertThat(print(this.adas, ADA, NOW, IncidentQuery.DEFAULT.with(Facet.SEVERITY, Set.of("High"))))
			.contains("href=\"/incidents/1?severity=High\"");
	}

	@Test
	void countsAreThoseOfTheQueueAsItIs() {
		assertThat(print(this.adas, ADA, NOW, IncidentQuery.DEFAULT)).contains("<span class=\"count\">2</span>");
		this.adas.forget(2);
		assertThat(print(this.adas, ADA, NOW, IncidentQuery.DEFAULT)).doesNotContain("<span class=\"count\">2</span>");
	}

	@Test
	void whatWasPrintedForOneIsNotShownToAnother() {
		assertThat(print(this.adas, ADA, NOW, IncidentQuery.DEFAULT)).contains("High and yours");
		int printed = this.engine.printed().size();
		assertThat(print(queue("lee"), LEE, NOW, IncidentQuery.DEFAULT)).doesNotContain("yours");
		assertThat(this.engine.printed()).hasSize(2 * printed);
	}

	@Test
	void evenInTheSameQueueAReasonIsThatOfWhoLooks() {
		assertThat(print(this.adas, ADA, NOW, IncidentQuery.DEFAULT)).contains("High and yours");
		assertThat(print(this.adas, LEE, NOW, IncidentQuery.DEFAULT)).doesNotContain("yours");
	}

	private String print(IncidentQueue queue, String analyst, Instant now, IncidentQuery query) {
		Viewpoint viewpoint = new Viewpoint(analyst, now, Viewpoint.PATIENCE);
		QueueSnapshot snapshot = queue.snapshot();
		QueuePage page = QueuePage.of("/incidents", snapshot.index().select(query, viewpoint), viewpoint,
				Freshness.of(snapshot.state(), QueueIncidents.NOW));
		PrintedQueue printed = this.printer.print(queue, snapshot, viewpoint, page, QueueLayout.DEFAULT, "/icons.svg");
		return printed.filters().html() + printed.heads().html() + printed.rows().html() + printed.pager().html()
				+ printed.layout().html();
	}

	private IncidentQueue queue(String session) {
		IncidentQueue queue = this.queues.forSession(session,
				new StubIncidents(List.of(incident(1, null, "Active"), incident(2, ADA, "InProgress"))));
		queue.refresh(NOW.minus(Duration.ofDays(30)));
		return queue;
	}

	private static Incident incident(long id, @Nullable String owner, String status) {
		Instant created = NOW.minus(Duration.ofHours(5));
		return new Incident(id, null, "Incident", created, created, owner, status, "High", null, null, null, List.of(),
				List.of(), List.of(), null);
	}

}
