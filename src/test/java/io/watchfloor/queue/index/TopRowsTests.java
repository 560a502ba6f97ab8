package io.watchfloor.queue.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.queue.TextRank;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page in order against the whole in order.
 */
class TopRowsTests {

	@Test
	void aPageIsWhatItWouldBeIfAllWereSorted() {
		Seeds.tryOut(200, TopRowsTests::sortAPage);
	}

	private static void sortAPage(long seed) {
		Random random = new Random(seed);
		List<String> texts = Stream.generate(() -> text(random)).limit(random.nextInt(300) + 1).toList();
		int from = random.nextInt(texts.size());
		int to = from + 1 + random.nextInt(texts.size() - from);
		Comparator<String> order = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
		TopRows<String> foremost = new TopRows<>(to, texts.size(), order);
		texts.forEach((text) -> foremost.offer(text, TextRank.of(text)));
		assertThat(foremost.from(from)).isEqualTo(texts.stream().sorted(order).toList().subList(from, to));
	}

	@Test
	void aPageMayHoldTheLowestAndTheHighestNumberThereIs() {
		Long[] numbers = { 0L, Long.MAX_VALUE, Long.MIN_VALUE };
		for (int wanted = 1; wanted <= numbers.length; wanted++) {
			TopRows<Long> foremost = new TopRows<>(wanted, numbers.length, Comparator.naturalOrder());
			Arrays.stream(numbers).forEach((number) -> foremost.offer(number, number));
			assertThat(foremost.from(0)).isEqualTo(List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE).subList(0, wanted));
		}
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
