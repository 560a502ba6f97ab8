package io.watchfloor.queue.index;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.RandomTexts;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which rows of a day a grid leaves to look at.
 */
class TextSignaturesTests {

	@Test
	void noRowThatHoldsAWordIsLost() {
		Seeds.tryOut(50, TextSignaturesTests::lookForAPart);
	}

	private static void lookForAPart(long seed) {
		Random random = new Random(seed);
		RandomTexts texts = new RandomTexts(random);
		List<String> names = Stream.generate(() -> texts.text(300)).limit(1 + random.nextInt(150)).toList();
		Day day = day(names);
		int row = random.nextInt(names.size());
		String part = SearchText.fold(texts.partOf(day.get(row).name()).toUpperCase(Locale.ROOT));
		BitSet left = left(day, TextSignatures.marksOfWord(part));
		for (int other = 0; other < names.size(); other++) {
			if (day.get(other).text().contains(part)) {
				assertThat(left.get(other)).as("%s in %s", part, day.get(other).text()).isTrue();
			}
		}
	}

	@Test
	void mostRowsNeedNoLook() {
		RandomTexts texts = new RandomTexts(new Random(1));
		Day day = day(Stream.generate(() -> texts.text(800)).limit(1000).toList());
		assertThat(left(day, TextSignatures.marksOfWord("powershell")).cardinality()).isLessThan(100);
	}

	@Test
	void twoLettersNeedNoLookAtAll() {
		RandomTexts texts = new RandomTexts(new Random(1));
		Day day = day(Stream.generate(() -> texts.text(100)).limit(200).toList());
		for (String word : List.of("er", "qx", "zz", "az")) {
			int[] marks = TextSignatures.marksOfWord(word);
			assertThat(day.columns().texts().tellsAllOf(marks)).isTrue();
			assertThat(left(day, marks).stream()).containsExactlyElementsOf(IntStream.range(0, day.size())
				.filter((row) -> day.get(row).text().contains(word))
				.boxed()
				.toList());
		}
		for (String word : List.of("e", "e1", "err", "\u00e9")) {
			assertThat(day.columns().texts().tellsAllOf(TextSignatures.marksOfWord(SearchText.fold(word)))).isFalse();
		}
		assertThat(day(List.of("er")).columns().texts().tellsAllOf(TextSignatures.marksOfWord("er"))).isFalse();
	}

	@Test
	void anAssetIsFoundInAnyCaseThatEqualsItsOwn() {
		List<String> spellings = List.of("srv-k.example", "SRV-\u212A.EXAMPLE", "srv-\u0131.example", "SRV-I.EXAMPLE",
				"\ud801\udc28", "\ud801\udc00");
		for (String one : spellings) {
			for (String other : spellings) {
				if (String.CASE_INSENSITIVE_ORDER.compare(one, other) == 0) {
					assertThat(TextSignatures.marksOfAsset(one).toArray()).as("%s %s", one, other)
						.isEqualTo(TextSignatures.marksOfAsset(other).toArray());
				}
			}
		}
	}

	private static BitSet left(Day day, int[] marks) {
		BitSet rows = day.rows(Long.MIN_VALUE, Long.MAX_VALUE);
		day.columns().texts().narrow(rows, marks);
		return rows;
	}

	private static Day day(List<String> names) {
		List<IncidentSummary> summaries = LongStream.rangeClosed(1, names.size())
			.mapToObj((id) -> IncidentSummary.of(incident(id, names.get((int) id - 1))))
			.toList();
		return Day.empty().with(List.of(), summaries);
	}

	private static Incident incident(long id, String name) {
		return new Incident(id, null, name, RandomIncidents.NOW, RandomIncidents.NOW, null, null, null, null, null,
				null, List.of(), List.of(), List.of(), null);
	}

}
