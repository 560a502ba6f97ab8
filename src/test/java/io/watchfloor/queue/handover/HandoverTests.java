package io.watchfloor.queue.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.RandomQueues;
import io.watchfloor.queue.support.ShiftIncidents;
import io.watchfloor.support.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * The shift began three hours ago.
 */
class HandoverTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint(Set.of(), RandomIncidents.NOW, AttentionSettings.DEFAULT);

	private static final Instant SINCE = RandomIncidents.NOW.minus(Duration.ofHours(3));

	@Test
	void whatWasCreatedSinceArrived() {
		Handover handover = handover(incident(1, 4, 1, "Active", "High", null),
				incident(2, 3, 3, "Resolved", "Low", null), incident(3, 1, 1, "Active", "High", "ada"));
		assertThat(ids(handover.arrived())).containsExactly(3L, 2L);
		assertThat(handover.arrivedBySeverity()).containsOnly(entry("High", 1L), entry("Low", 1L));
	}

	@Test
	void whatIsResolvedOrMergedAndChangedSinceCounts() {
		Handover handover = handover(incident(1, 90, 1, "Resolved", "Low", "ada"),
				incident(2, 90, 2, "Redirected", "Low", null), incident(3, 90, 4, "Resolved", "High", null),
				incident(4, 90, 2, "Resolved", "High", null));
		assertThat(ids(handover.closed())).containsExactly(4L, 1L);
		assertThat(handover.closedByClassification()).containsOnly(entry("Unknown", 2L));
		assertThat(ids(handover.merged())).containsExactly(2L);
	}

	@Test
	void whatIsOpenAndNobodysWaitsWhateverItsAge() {
		Handover handover = handover(incident(1, 2, 1, "Active", "Low", null),
				incident(2, 4000, 4000, "Active", "Low", null), incident(3, 5000, 1, "Active", "Low", "ada"),
				incident(4, 5000, 1, "Resolved", "Low", null));
		assertThat(ids(handover.waiting())).containsExactly(2L, 1L);
		assertThat(ids(handover.ranked())).containsExactlyInAnyOrder(1L, 2L, 3L);
	}

	@Test
	void whatIsOlderAndGainedAlertsEscalated() {
		Handover handover = handover(
				ShiftIncidents.summary(1, Duration.ofHours(9), Duration.ofHours(1), "Active", "Low", null,
						Duration.ofHours(9), Duration.ofHours(2), Duration.ofHours(1)),
				ShiftIncidents.summary(2, Duration.ofHours(9), Duration.ofHours(1), "Active", "Low", null,
						Duration.ofHours(9)),
				ShiftIncidents.summary(3, Duration.ofHours(2), Duration.ofHours(1), "Active", "Low", null,
						Duration.ofHours(1)),
				ShiftIncidents.summary(4, Duration.ofHours(9), Duration.ofHours(1), "Resolved", "Low", null,
						Duration.ofHours(1)));
		assertThat(handover.escalated()).singleElement().satisfies((escalation) -> {
			assertThat(escalation.incident().id()).isEqualTo(1);
			assertThat(escalation.newAlerts()).isEqualTo(2);
			assertThat(escalation.changes()).isEmpty();
		});
	}

	@Test
	void whatTheQueueSawRisingEscalatedAndComesFirst() {
		IncidentSummary grown = ShiftIncidents.summary(1, Duration.ofHours(9), Duration.ofHours(1), "Active", "High",
				null, Duration.ofHours(1));
		IncidentSummary raised = incident(2, 9, 1, "Active", "Medium", null);
		IncidentIndex index = IncidentIndex.EMPTY
			.with(List.of(grown, raised, incident(3, 9, 1, "Active", "Low", null)));
		SeenChanges changes = new SeenChanges(List.of(raised(2, raised.updatedMillis()),
				raised(3, SINCE.toEpochMilli() - 1), raised(4, raised.updatedMillis())));
		assertThat(new Handover(index, changes, SINCE, VIEWPOINT).escalated())
			.extracting((escalation) -> escalation.incident().id())
			.as("not what rose before, nor what the queue no longer holds")
			.containsExactly(2L, 1L);
	}

	private static SeenChange raised(long id, long millis) {
		return new SeenChange(SeenChange.Kind.RAISED, id, "Low", "Medium", millis);
	}

	@Test
	void longListsAreCutAndTheirViewsSelectTheRest() {
		Handover handover = handover(LongStream.rangeClosed(1, 30)
			.mapToObj((id) -> incident(id, 2, 1, "Active", "Low", null))
			.toArray(IncidentSummary[]::new));
		assertThat(handover.arrived().rows()).hasSize(Handover.MOST);
		assertThat(handover.arrived().total()).isEqualTo(30);
	}

	@Test
	void everyNumberIsThatOfItsView() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			Handover handover = new Handover(index, SeenChanges.NONE, SINCE.minus(Duration.ofHours(20)), VIEWPOINT);
			List.of(handover.arrived(), handover.closed(), handover.merged(), handover.waiting(), handover.ranked())
				.forEach((part) -> assertThat(index.select(part.query(), VIEWPOINT).total()).isEqualTo(part.total()));
			assertThat(handover.escalated())
				.allSatisfy((escalation) -> assertThat(index.all(handover.olderChanged(), VIEWPOINT))
					.contains(escalation.incident()));
		});
	}

	private static Handover handover(IncidentSummary... incidents) {
		return new Handover(IncidentIndex.EMPTY.with(List.of(incidents)), SeenChanges.NONE, SINCE, VIEWPOINT);
	}

	private static IncidentSummary incident(long id, long createdHoursAgo, long updatedHoursAgo, String status,
			String severity, @Nullable String owner) {
		return ShiftIncidents.summary(id, Duration.ofHours(createdHoursAgo), Duration.ofHours(updatedHoursAgo), status,
				severity, owner);
	}

	private static List<Long> ids(Selection selection) {
		return selection.rows().stream().map(IncidentSummary::id).toList();
	}

}
