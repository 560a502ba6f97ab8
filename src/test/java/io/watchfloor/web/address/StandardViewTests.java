package io.watchfloor.web.address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StandardViewTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final Viewpoint ADA = new Viewpoint("ada@contoso.com", NOW, AttentionSettings.DEFAULT);

	@ParameterizedTest
	@ValueSource(strings = { "Active", "InProgress", "New", "AwaitingAction", "SomethingNewer", "" })
	void anOpenIncidentIsInTheUsualViewsWhateverItsStatusIsCalled(String status) {
		IncidentIndex index = index(incident(1, status, null), incident(2, status, "ADA@contoso.com"));
		assertThat(ids(index, StandardView.OPEN.query())).containsExactlyInAnyOrder(1L, 2L);
		assertThat(ids(index, StandardView.UNASSIGNED_HIGH.query())).containsExactly(1L);
		assertThat(ids(index, StandardView.MINE.query())).containsExactly(2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Resolved", "resolved", "Redirected" })
	void aClosedIncidentIsOnlyInTheViewOfAll(String status) {
		IncidentIndex index = index(incident(1, status, null), incident(2, status, "ada@contoso.com"));
		assertThat(ids(index, StandardView.OPEN.query())).isEmpty();
		assertThat(ids(index, StandardView.UNASSIGNED_HIGH.query())).isEmpty();
		assertThat(ids(index, StandardView.MINE.query())).isEmpty();
		assertThat(ids(index, StandardView.ALL.query())).hasSize(2);
	}

	@Test
	void anOlderAddressKeepsSelectingTheStatesThatItNames() {
		IncidentIndex index = index(incident(1, "Active", null), incident(2, "New", null),
				incident(3, "InProgress", null));
		IncidentQuery older = IncidentQuery.DEFAULT.with(Facet.STATUS, Set.of("Active", "InProgress"));
		assertThat(ids(index, older)).containsExactlyInAnyOrder(1L, 3L);
	}

	@Test
	void addressesSayOpen() {
		assertThat(StandardView.OPEN.address("/app")).isEqualTo("/app/incidents?status=open&range=any&sort=attention");
		assertThat(StandardView.UNASSIGNED_HIGH.address(""))
			.isEqualTo("/incidents?status=open&severity=High&assignedTo=none&range=any&sort=attention");
		assertThat(StandardView.MINE.address(""))
			.isEqualTo("/incidents?status=open&assignedTo=me&range=any&sort=attention");
	}

	private static List<Long> ids(IncidentIndex index, IncidentQuery query) {
		return index.all(query, ADA).map(IncidentSummary::id).toList();
	}

	private static IncidentIndex index(IncidentSummary... summaries) {
		return IncidentIndex.EMPTY.with(List.of(summaries));
	}

	private static IncidentSummary incident(long id, String status, @Nullable String owner) {
		Instant time = NOW.minus(Duration.ofHours(1));
		return IncidentSummary.of(new Incident(id, null, "Incident", time, time, owner, status, "High", null, null,
				null, List.of(), List.of(), List.of(), null));
	}

}
