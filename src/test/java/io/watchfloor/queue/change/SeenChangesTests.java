package io.watchfloor.queue.change;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.support.ShiftIncidents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenChangesTests {

	private static final IncidentSummary BEFORE = incident("Active", "Medium", null, 2);

	@Test
	void aHigherSeverityIsSeenAndALowerOneIsNot() {
		IncidentSummary raised = incident("Active", "High", null, 1);
		assertThat(between(BEFORE, raised))
			.containsExactly(new SeenChange(SeenChange.Kind.RAISED, 1, "Medium", "High", raised.updatedMillis()));
		assertThat(between(raised, BEFORE)).isEmpty();
	}

	@Test
	void aFirstOwnerIsSeenAndAnotherOneIsNot() {
		IncidentSummary owned = incident("Active", "Medium", "ada@contoso.com", 1);
		assertThat(between(BEFORE, owned))
			.containsExactly(new SeenChange(SeenChange.Kind.ASSIGNED, 1, "", "ada@contoso.com", owned.updatedMillis()));
		assertThat(between(owned, incident("Active", "Medium", "bo@contoso.com", 0))).isEmpty();
		assertThat(between(owned, BEFORE)).isEmpty();
	}

	@Test
	void openingAgainIsSeen() {
		IncidentSummary closed = incident("Resolved", "Medium", null, 2);
		assertThat(between(closed, incident("InProgress", "Medium", null, 1))).extracting(SeenChange::kind)
			.containsExactly(SeenChange.Kind.REOPENED);
		assertThat(between(BEFORE, closed)).isEmpty();
	}

	@Test
	void whatWasNotHeldBeforeHasNotChanged() {
		assertThat(SeenChanges.NONE.with(List.of(BEFORE), (id) -> Optional.empty())).isSameAs(SeenChanges.NONE);
	}

	@Test
	void theLatestAreKeptAndNoMore() {
		SeenChanges many = new SeenChanges(LongStream.rangeClosed(1, SeenChanges.MOST + 5L)
			.mapToObj((id) -> new SeenChange(SeenChange.Kind.RAISED, id, "Low", "High", id))
			.toList());
		assertThat(many.all()).hasSize(SeenChanges.MOST).first().extracting(SeenChange::id).isEqualTo(6L);
	}

	private static List<SeenChange> between(IncidentSummary before, IncidentSummary after) {
		return SeenChanges.NONE.with(List.of(after), (id) -> Optional.of(before)).all();
	}

	private static IncidentSummary incident(String status, String severity, @Nullable String owner, long hoursAgo) {
		return ShiftIncidents.summary(1, Duration.ofHours(9), Duration.ofHours(hoursAgo), status, severity, owner);
	}

}
