package io.watchfloor.queue;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTests {

	@ParameterizedTest
	@CsvSource({ "Active, , true", "InProgress, , true", "New, , true", "AwaitingAction, , true", "Paused, , true",
			", , true", "Resolved, , false", "resolved, , false", "Redirected, , false", "Active, 7, false" })
	void openIsWhateverIsNeitherResolvedNorMerged(@Nullable String status, @Nullable Long redirectedTo, boolean open) {
		Instant time = Instant.parse("2026-11-23T08:00:00Z");
		IncidentSummary summary = IncidentSummary.of(new Incident(1, redirectedTo, "Incident", time, time, null, status,
				"High", null, null, null, List.of(), List.of(), List.of(), null));
		assertThat(summary.isOpen()).isEqualTo(open);
		assertThat(Facet.STATUS.values(summary).contains(Facet.OPEN)).isEqualTo(open);
	}

	@Test
	void aWordOfTheApiThatReadsOpenCountsOnce() {
		assertThat(Status.of("Open").valuesWhileOpen()).containsExactly(Facet.OPEN);
		assertThat(Status.of("New").valuesWhileOpen()).containsExactly("New", Facet.OPEN);
	}

}
