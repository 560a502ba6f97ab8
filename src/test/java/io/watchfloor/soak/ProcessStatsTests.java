package io.watchfloor.soak;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessStatsTests {

	private static final ProcessStats BEFORE = new ProcessStats(20_000_000, 35, 32, 0, 0, 0, 0);

	@Test
	void whatGrowsAtFirstAndThenVariesIsFlat() {
		List<ProcessStats> periods = heaps(20, 30, 40, 41, 40, 44, 40, 41, 43, 40);
		assertThat(ProcessStats.heapIsFlat(periods)).isTrue();
		assertThat(ProcessStats.threadsAreFlat(periods, BEFORE, 1)).isTrue();
	}

	@Test
	void whatGrowsOnAndOnIsNotFlat() {
		List<ProcessStats> periods = heaps(20, 30, 40, 41, 42, 43, 44, 45, 46, 47);
		assertThat(ProcessStats.heapIsFlat(periods)).isFalse();
		List<ProcessStats> threads = LongStream.rangeClosed(1, 10)
			.mapToObj((period) -> new ProcessStats(40_000_000, (int) (200 + 20 * period), 32, 0, 0, 0, 0))
			.toList();
		assertThat(ProcessStats.threadsAreFlat(threads, BEFORE, 1)).isFalse();
		assertThat(ProcessStats.threadsAreFlat(threads, BEFORE, 2)).as("those that answer requests").isTrue();
	}

	@Test
	void aQueueATokenAnIncidentAConnectionOrAThreadThatStaysIsSeen() {
		assertThat(new ProcessStats(30_000_000, 40, 40, 0, 0, 0, 50).isEmptyAgain(BEFORE)).isTrue();
		assertThat(new ProcessStats(30_000_000, 40, 40, 1, 0, 0, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new ProcessStats(30_000_000, 40, 40, 0, 1, 0, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new ProcessStats(30_000_000, 40, 40, 0, 0, 1, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new ProcessStats(30_000_000, 40, 82, 0, 0, 0, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new ProcessStats(30_000_000, 85, 40, 0, 0, 0, 50).isEmptyAgain(BEFORE)).isFalse();
	}

	private static List<ProcessStats> heaps(long... megabytes) {
		return LongStream.of(megabytes)
			.mapToObj((heap) -> new ProcessStats(heap * 1_000_000, 40, 32, 0, 0, 0, 0))
			.toList();
	}

}
