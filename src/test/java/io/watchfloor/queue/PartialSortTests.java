package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page in order against the whole in order.
 */
class PartialSortTests {

	@Test
	void aPageIsWhatItWouldBeIfAllWereSorted() {
		Seeds.tryOut(200, PartialSortTests::sortAPage);
	}

	private static void sortAPage(long seed) {
		Random random = new Random(seed);
		String[] texts = Stream.generate(() -> text(random)).limit(random.nextInt(300)).toArray(String[]::new);
		int from = random.nextInt(texts.length + 1);
		int to = from + random.nextInt(texts.length - from + 1);
		Comparator<String> order = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
		String[] whole = texts.clone();
		Arrays.sort(whole, order);
		PartialSort.sort(texts, from, to, order, TextRank::of);
		assertThat(Arrays.copyOfRange(texts, from, to)).containsExactly(Arrays.copyOfRange(whole, from, to));
		Arrays.sort(texts, order);
		assertThat(texts).containsExactly(whole);
	}

	@Test
	void aPageMayHoldTheLowestAndTheHighestNumberThereIs() {
		Long[] numbers = { 0L, Long.MAX_VALUE, Long.MIN_VALUE };
		PartialSort.sort(numbers, 0, 1, Comparator.naturalOrder(), Long::longValue);
		assertThat(numbers[0]).isEqualTo(Long.MIN_VALUE);
		PartialSort.sort(numbers, 2, 3, Comparator.naturalOrder(), Long::longValue);
		assertThat(numbers[2]).isEqualTo(Long.MAX_VALUE);
	}

	/**
	 * Up to a dozen letters of few, in any case: of ASCII, with a sign that folds into it
	 * (Kelvin's), beyond it, and beyond what one character holds.
	 */
	private static String text(Random random) {
		int[] letters = random.ints(random.nextInt(12), 0, 8)
			.map((letter) -> "aA\u0000k\u212A~\u00e4\ud83d\ude00".codePointAt(letter))
			.toArray();
		return new String(letters, 0, letters.length);
	}

}
