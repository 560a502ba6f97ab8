package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomIncidents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attention as a table of incidents, with the order that follows from it.
 */
class AttentionTests {

	private static final Instant NOW = RandomIncidents.NOW;

	private static final Viewpoint VIEWPOINT = new Viewpoint("ada@contoso.com", NOW, Viewpoint.ACTIVE_LIMIT);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					High          | Active     |                 |              | PT5H   | OVERDUE           | High, unassigned for 5 h
					high          | active     | bo@contoso.com  |              | PT49H  | OVERDUE           | High, active for 2 d
					High          | Active     | ADA@contoso.com | TruePositive | PT4H1S | OVERDUE           | High, active for 4 h
					High          | New        | bo@contoso.com  |              | PT5H   | OVERDUE           | High, active for 5 h
					High          | Awaiting   |                 |              | PT5H   | OVERDUE           | High, unassigned for 5 h
					High          | Active     |                 |              | PT4H   | HIGH_UNASSIGNED   | High, unassigned for 4 h
					High          | InProgress |                 |              | PT30H  | HIGH_UNASSIGNED   | High, unassigned for 1 d
					High          | InProgress | ADA@contoso.com |              | PT59M  | HIGH_MINE         | High and yours, open for 59 min
					High          | InProgress | bo@contoso.com  |              | PT9H   | REST              | Assigned, open for 9 h
					Medium        | Active     |                 |              | PT96H  | MEDIUM_UNASSIGNED | Medium, unassigned for 4 d
					Medium        | Active     | ada@contoso.com |              | PT96H  | REST              | Assigned, open for 4 d
					Informational | Active     |                 |              | PT0S   | UNASSIGNED        | Unassigned for 0 s
					              |            |                 |              | PT1H   | UNASSIGNED        | Unassigned for 1 h
					High          | Resolved   |                 |              | PT5H   | UNCLASSIFIED      | Resolved without classification
					Low           | Resolved   | bo@contoso.com  | unknown      | PT5H   | UNCLASSIFIED      | Resolved without classification
					High          | Resolved   |                 | TruePositive | PT5H   | REST              | Resolved
					High          | Redirected |                 |              | PT5H   | REST              | Merged into another
					High          | Active     |                 |              | -PT5H  | HIGH_UNASSIGNED   | High, unassigned for 0 s
					High          | Active     |                 |              |        | HIGH_UNASSIGNED   | High, unassigned, time unknown
					High          | InProgress | ADA@contoso.com |              |        | HIGH_MINE         | High and yours, open, time unknown
					Low           | Active     | bo@contoso.com  |              |        | REST              | Assigned, open, time unknown
					""")
	void theFirstRuleThatHoldsDecides(@Nullable String severity, @Nullable String status, @Nullable String owner,
			@Nullable String classification, @Nullable Duration age, Attention.Rule rule, String reason) {
		IncidentSummary summary = summary(1, severity, status, owner, classification,
				(age != null) ? NOW.minus(age) : null);
		assertThat(Attention.of(summary, VIEWPOINT)).isEqualTo(new Attention(rule, reason));
	}

	@Test
	void sortsByRuleThenByAge() {
		IncidentIndex index = IncidentIndex.EMPTY
			.with(List.of(summary(1, "Low", "Resolved", null, "TruePositive", NOW.minusSeconds(9)),
					summary(2, "High", "Active", null, null, NOW.minusSeconds(60)),
					summary(3, "High", "Active", null, null, NOW.minusSeconds(600)),
					summary(4, "High", "Active", "bo@contoso.com", null, NOW.minus(Duration.ofHours(5))),
					summary(5, "Low", "Resolved", null, "TruePositive", NOW.minusSeconds(3))));
		IncidentQuery query = IncidentQuery.DEFAULT.with(new IncidentOrder(IncidentOrder.Column.ATTENTION, false));
		assertThat(index.select(query, VIEWPOINT).rows()).extracting(IncidentSummary::id)
			.containsExactly(4L, 3L, 2L, 5L, 1L);
	}

	@Test
	void whatHasNoTimeComesLastUnderItsRule() {
		IncidentIndex index = IncidentIndex.EMPTY.with(List.of(summary(9, "High", "Active", null, null, null),
				summary(2, "High", "Active", null, null, NOW.minusSeconds(60)),
				summary(3, "Medium", "Active", null, null, NOW.minusSeconds(600)),
				summary(8, "Low", "Resolved", null, "TruePositive", null),
				summary(5, "Low", "Resolved", null, "TruePositive", NOW.minusSeconds(3))));
		IncidentQuery query = IncidentQuery.DEFAULT.with(new IncidentOrder(IncidentOrder.Column.ATTENTION, false));
		assertThat(index.select(query, VIEWPOINT).rows()).extracting(IncidentSummary::id)
			.containsExactly(2L, 9L, 3L, 5L, 8L);
	}

	@ParameterizedTest
	@CsvSource({ "ada@outlook.com, live.com#ada@outlook.com", "live.com#ada@outlook.com, Ada@Outlook.com",
			"ada_b@contoso.com, ada_b_contoso.com#EXT#@tenant.onmicrosoft.com",
			"ada_b_contoso.com#EXT#@tenant.onmicrosoft.com, ADA_B@contoso.com" })
	void aGuestIsTheSamePersonUnderEitherName(String owner, String analyst) {
		Viewpoint guest = new Viewpoint(Set.of("other@contoso.com", analyst), NOW, Viewpoint.ACTIVE_LIMIT);
		IncidentSummary summary = summary(1, "High", "InProgress", owner, null, NOW);
		assertThat(Attention.of(summary, guest).rule()).isEqualTo(Attention.Rule.HIGH_MINE);
		IncidentQuery mine = IncidentQuery.DEFAULT.with(Facet.ASSIGNED_TO, Set.of(Facet.ME));
		assertThat(IncidentIndex.EMPTY.with(List.of(summary)).select(mine, guest).total()).isEqualTo(1);
		assertThat(guest.isAnalyst("ada@fabrikam.com")).isFalse();
	}

	@Test
	void nobodyIsMineWhoseNameIsUnknown() {
		Viewpoint nameless = new Viewpoint(Set.of(), NOW, Viewpoint.ACTIVE_LIMIT);
		IncidentSummary summary = summary(1, "High", "InProgress", "ada@contoso.com", null, NOW);
		assertThat(Attention.of(summary, nameless).rule()).isEqualTo(Attention.Rule.REST);
		IncidentQuery mine = IncidentQuery.DEFAULT.with(Facet.ASSIGNED_TO, Set.of(Facet.ME));
		assertThat(IncidentIndex.EMPTY.with(List.of(summary)).select(mine, nameless).total()).isZero();
	}

	private static IncidentSummary summary(long id, @Nullable String severity, @Nullable String status,
			@Nullable String owner, @Nullable String classification, @Nullable Instant created) {
		return IncidentSummary.of(new Incident(id, null, null, created, created, owner, status, severity,
				classification, null, null, List.of(), List.of(), List.of(), null));
	}

}
