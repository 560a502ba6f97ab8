package io.watchfloor.queue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import io.watchfloor.queue.support.RandomTexts;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@ParameterizedTest
	@CsvSource({ "198[.]51[.]100[.]77", "198(.)51(.)100(.)77", "198{.}51{.}100[dot]77", "hxxps://evil[.]example/a",
			"hXXps[:]//evil[.]example/a", "hxxps[://]evil.example/a", "h**ps://evil(dot)example/a",
			"fxp://files[.]evil[.]example", "ada[@]contoso[.]example", "ada[at]contoso[dot]example",
			"2001[:]db8[:][:]7", "ab‹U+202E›gpj.exe", "CONTOSO\\ada", "x[.]y" })
	void aDefangedWordIsFoundAsWhatItStandsForAndAsItStands(String word) {
		SearchText text = SearchText.of(List.of("198.51.100.77", "https://evil.example/a", "ftp://files.evil.example",
				"ada@contoso.example", "2001:db8::7", "ab\u202Egpj.exe", "contoso\\ada", "x[.]y"));
		assertThat(text.containsAny(SearchText.spellings(word))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "198[.]51[.]100[.]78", "hxxp://evil[.]example/a", "hxxpd", "‹U+FFFFFF›" })
	void nothingElseIsFound(String word) {
		SearchText text = SearchText.of(List.of("198.51.100.77", "https://evil.example/a", "httpd"));
		assertThat(text.containsAny(SearchText.spellings(word))).isFalse();
	}

	@Test
	void composedAndDecomposedLettersFindEachOther() {
		String composed = "J\u00FCrgen@contoso.example \uD55C\uAE00";
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		assertThat(decomposed).isNotEqualTo(composed);
		for (String text : List.of(composed, decomposed)) {
			assertThat(SearchText.of(List.of(text)).contains(SearchText.fold(composed))).isTrue();
			assertThat(SearchText.of(List.of(text)).contains(SearchText.fold(decomposed))).isTrue();
		}
		String latin = "\u00FCber evil.exe";
		assertThat(SearchText.composed(latin)).isSameAs(latin);
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
