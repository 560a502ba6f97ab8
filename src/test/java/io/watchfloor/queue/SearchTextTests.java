package io.watchfloor.queue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import io.watchfloor.queue.support.RandomTexts;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Search for words in texts of any length and script.
 */
class SearchTextTests {

	@Test
	void whatStandsInATextIsFound() {
		Seeds.tryOut(200, SearchTextTests::lookForAPart);
	}

	private static void lookForAPart(long seed) {
		RandomTexts texts = new RandomTexts(new Random(seed));
		String text = texts.text(2000);
		String part = texts.partOf(text);
		SearchText searched = SearchText.of(List.of("before", text, "after"));
		assertThat(searched.contains(SearchText.fold(part))).as(part).isTrue();
		assertThat(searched.contains(SearchText.fold(part.toUpperCase(Locale.ROOT)))).as(part).isTrue();
	}

	@Test
	void whatDoesNotStandInATextIsNotFoundHoweverItsPartsDo() {
		SearchText text = SearchText.of(List.of("abcd", "bcde", "cdef"));
		assertThat(text.contains("abcdef")).isFalse();
		assertThat(text.contains("dbc")).isFalse();
		assertThat(text.contains("bcde")).isTrue();
	}

	@Test
	void aTextThatOccursShortlyBeforeIsLeftOut() {
		assertThat(SearchText.of(List.of("ada@contoso.example", "Ada", "bob")))
			.hasToString("ada@contoso.example\nbob\n");
	}

	@Test
	@Timeout(30)
	void thirtyThousandTextsAreJoinedWithoutComparingEachWithAll() {
		SearchText text = SearchText
			.of(IntStream.range(0, 30_000).mapToObj((number) -> "%040x".formatted(number)).toList());
		assertThat(text.folded().lines()).hasSize(30_000);
	}

}
