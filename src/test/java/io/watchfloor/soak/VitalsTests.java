package io.watchfloor.soak;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VitalsTests {

	private static final Vitals BEFORE = new Vitals(20_000_000, 35, 32, 0, 0, 0, 0);

	@Test
	void whatGrowsAtFirstAndThenVariesIsFlat() {
		List<Vitals> periods = heaps(20, 30, 40, 41, 40, 44, 40, 41, 43, 40);
		assertThat(Vitals.heapIsFlat(periods)).isTrue();
		assertThat(Vitals.threadsAreFlat(periods)).isTrue();
	}

	@Test
	void whatGrowsOnAndOnIsNotFlat() {
		List<Vitals> periods = heaps(20, 30, 40, 41, 42, 43, 44, 45, 46, 47);
		assertThat(Vitals.heapIsFlat(periods)).isFalse();
		List<Vitals> threads = LongStream.rangeClosed(1, 10)
			.mapToObj((period) -> new Vitals(40_000_000, (int) (40 + 4 * period), 32, 0, 0, 0, 0))
			.toList();
		assertThat(Vitals.threadsAreFlat(threads)).isFalse();
	}

	@Test
	void aQueueATokenAnIncidentAConnectionOrAThreadThatStaysIsSeen() {
		assertThat(new Vitals(30_000_000, 40, 40, 0, 0, 0, 50).isEmptyAgain(BEFORE)).isTrue();
		assertThat(new Vitals(30_000_000, 40, 40, 1, 0, 0, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new Vitals(30_000_000, 40, 40, 0, 1, 0, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new Vitals(30_000_000, 40, 40, 0, 0, 1, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new Vitals(30_000_000, 40, 82, 0, 0, 0, 50).isEmptyAgain(BEFORE)).isFalse();
		assertThat(new Vitals(30_000_000, 85, 40, 0, 0, 0, 50).isEmptyAgain(BEFORE)).isFalse();
	}

	private static List<Vitals> heaps(long... megabytes) {
		return LongStream.of(megabytes).mapToObj((heap) -> new Vitals(heap * 1_000_000, 40, 32, 0, 0, 0, 0)).toList();
	}

}
