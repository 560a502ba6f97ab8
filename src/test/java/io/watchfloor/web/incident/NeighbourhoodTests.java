package io.watchfloor.web.incident;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.queue.reading.IncidentQueues;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.address.SavedView;
import io.watchfloor.web.address.SavedViews;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.StubIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeighbourhoodTests {

	private static final Viewpoint ADA = new Viewpoint("ada.analyst@contoso.com", QueueIncidents.NOW,
			AttentionSettings.DEFAULT);

	private static final IncidentQuery BY_ID = IncidentQuery.DEFAULT.with(IncidentOrder.of("-id").orElseThrow());

	private final IncidentIndex index = index();

	@Test
	void theWaysKeepTheViewThatTheIncidentWasOpenedFrom() {
		IncidentQuery high = BY_ID.with(Facet.SEVERITY, Set.of("High")).onPage(2);
		Neighbourhood beside = Neighbourhood.of("/app/incidents", 924_596, high, SavedViews.NONE, this.index, ADA);
		assertThat(beside.previous()).isEqualTo(Link.to(
				"Multi-stage incident involving Initial access & Lateral movement on multiple endpoints reported by multiple sources",
				"/app/incidents/924600?severity=High&sort=-id&page=2"));
		assertThat(beside.next())
			.isEqualTo(Link.to("Incident 924594", "/app/incidents/924594?severity=High&sort=-id&page=2"));
		assertThat(beside.back())
			.isEqualTo(Link.to("Selection", "/app/incidents?severity=High&sort=-id#incident-924596"));
	}

	@Test
	void theWayBackLeadsToThePageWhereTheIncidentStandsNow() {
		IncidentQuery one = new IncidentQuery(BY_ID.filters(), BY_ID.terms(), BY_ID.range(), BY_ID.order(), 1, 1);
		Neighbourhood first = Neighbourhood.of("/incidents", 924_600, one.onPage(7), SavedViews.NONE, this.index, ADA);
		assertThat(first.back().address()).isEqualTo("/incidents?sort=-id&size=1#incident-924600");
		long next = Long.parseLong(Objects.requireNonNull(Objects.requireNonNull(first.next()).address())
			.replaceAll("^/incidents/|\\?.*", ""));
		assertThat(Neighbourhood.of("/incidents", next, one, SavedViews.NONE, this.index, ADA).back().address())
			.isEqualTo("/incidents?sort=-id&size=1&page=2#incident-" + next);
	}

	@Test
	void theFirstHasNothingBeforeIt() {
		Neighbourhood beside = Neighbourhood.of("/incidents", 924_600, BY_ID, SavedViews.NONE, this.index, ADA);
		assertThat(beside.previous()).isNull();
		assertThat(beside.next()).isNotNull();
	}

	@Test
	void aUsualViewIsCalledByItsNameOnEveryPageOfIt() {
		IncidentQuery open = StandardView.OPEN.query().onPage(3);
		assertThat(Neighbourhood.of("/incidents", 924_600, open, SavedViews.NONE, this.index, ADA).back().label())
			.isEqualTo("Open");
		assertThat(
				Neighbourhood.of("/incidents", 924_600, IncidentQuery.DEFAULT, SavedViews.NONE, this.index, ADA).back())
			.isEqualTo(Link.to("All", "/incidents#incident-924600"));
	}

	@Test
	void aSavedViewIsCalledByItsNameOnEveryPageOfIt() {
		IncidentQuery high = BY_ID.with(Facet.SEVERITY, Set.of("High"));
		SavedViews saved = SavedViews.NONE.with(new SavedView("Highs", high.ofSize(100)));
		assertThat(Neighbourhood.of("/incidents", 924_600, high.onPage(2), saved, this.index, ADA).back().label())
			.isEqualTo("Highs");
		assertThat(Neighbourhood.of("/incidents", 924_600, BY_ID, saved, this.index, ADA).back().label())
			.isEqualTo("Selection");
	}

	@Test
	void anIncidentThatTheQueueDoesNotHoldStillHasAWayBack() {
		Neighbourhood beside = Neighbourhood.of("/incidents", 1, BY_ID, SavedViews.NONE, this.index, ADA);
		assertThat(beside.previous()).isNull();
		assertThat(beside.next()).isNull();
		assertThat(beside.back().address()).isEqualTo("/incidents?sort=-id#incident-1");
	}

	private static IncidentIndex index() {
		IncidentQueue queue = new IncidentQueues(new MutableClock(QueueIncidents.NOW), Duration.ofSeconds(30),
				Long.MAX_VALUE)
			.forSession("one", new StubIncidents(QueueIncidents.incidents(20)));
		return queue.refresh(QueueIncidents.NOW.minus(Duration.ofDays(30))).index();
	}

}
