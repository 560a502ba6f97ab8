package io.watchfloor.queue.statistics;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MergesTests {

	@Test
	void anIncidentThatPointsAtItselfOrNowhereWasNotMerged() {
		assertThat(merges(1, merged(1, 1))).isEqualTo(new Merges(List.of(), false, List.of()));
		assertThat(merges(1, merged(1, 0))).isEqualTo(new Merges(List.of(), false, List.of()));
		assertThat(merges(1, merged(1, -7))).isEqualTo(new Merges(List.of(), false, List.of()));
	}

	@Test
	void aChainIsFollowedAsFarAsTheQueueKnowsIt() {
		assertThat(merges(1, merged(1, 2), merged(2, 3)).onwards()).containsExactly(2L, 3L);
		assertThat(merges(2, merged(1, 2), merged(2, 3)).mergedHere()).extracting(IncidentSummary::id)
			.containsExactly(1L);
	}

	@Test
	void aCycleEndsWhereItBegan() {
		Merges merges = merges(1, merged(1, 2), merged(2, 3), merged(3, 1));
		assertThat(merges.onwards()).containsExactly(2L, 3L);
		assertThat(merges.circular()).isTrue();
		assertThat(merges(1, merged(1, 2), merged(2, 3), merged(3, 2)).circular()).isTrue();
		assertThat(merges(1, merged(1, 2), merged(2, 3)).circular()).isFalse();
	}

	@Test
	void anEndlessChainIsFollowedToALimit() {
		Incident[] chain = LongStream.rangeClosed(1, 100).mapToObj((id) -> merged(id, id + 1)).toArray(Incident[]::new);
		assertThat(merges(1, chain).onwards()).hasSize(Merges.LONGEST_CHAIN);
		assertThat(merges(1, chain).circular()).isFalse();
	}

	private static Merges merges(long id, Incident... incidents) {
		IncidentIndex index = IncidentIndex.EMPTY.with(List.of(incidents).stream().map(IncidentSummary::of).toList());
		Incident first = List.of(incidents).stream().filter((one) -> one.id() == id).findFirst().orElseThrow();
		return Merges.of(first, index, new Viewpoint(Set.of(), RandomIncidents.NOW, AttentionSettings.DEFAULT));
	}

	private static Incident merged(long id, long target) {
		return new Incident(id, target, null, null, null, null, "Redirected", null, null, null, null, List.of(),
				List.of(), List.of(), null);
	}

}
