package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.util.List;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.ShiftIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstOwnersTests {

	private static final IncidentSummary FIRST = incident(1);

	private static final IncidentIndex INDEX = IncidentIndex.EMPTY.with(List.of(FIRST, incident(2)));

	@Test
	void theTimeToTheFirstOwnerIsMeasuredWhereItWasSeen() {
		Duration hour = Duration.ofHours(1);
		assertThat(FirstOwners.of(changes(assigned(1, hour), assigned(1, Duration.ofHours(5))), INDEX))
			.isEqualTo(new Spread(1, 0, hour, hour, hour));
		assertThat(FirstOwners.of(changes(assigned(1, hour), assigned(2, Duration.ofHours(3))), INDEX))
			.isEqualTo(new Spread(2, 0, hour, Duration.ofHours(3), Duration.ofHours(3)));
	}

	@Test
	void whatTheQueueNoLongerHoldsOrWhenIsUnknownIsLeftOut() {
		assertThat(FirstOwners
			.of(changes(assigned(3, Duration.ofHours(1)),
					new SeenChange(SeenChange.Kind.ASSIGNED, 1, "", "ada", IncidentSummary.UNKNOWN_TIME)), INDEX)
			.count()).isZero();
	}

	private static SeenChanges changes(SeenChange... changes) {
		return new SeenChanges(List.of(changes));
	}

	private static SeenChange assigned(long id, Duration afterCreation) {
		return new SeenChange(SeenChange.Kind.ASSIGNED, id, "", "ada",
				FIRST.createdMillis() + afterCreation.toMillis());
	}

	private static IncidentSummary incident(long id) {
		return ShiftIncidents.summary(id, Duration.ofHours(9), Duration.ofHours(1), "Active", "High", "ada");
	}

}
