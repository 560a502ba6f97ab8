package io.watchfloor.queue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import io.watchfloor.queue.support.RandomTexts;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type into the search field, and how it is written back.
 */
class SearchTermsTests {

	@Test
	void wordsStandBetweenWhiteSpaceOfAnyKind() {
		assertThat(SearchTerms.parse("  evil.exe\tada\u00A0#42\n")).containsExactly(SearchTerm.of("evil.exe"),
				SearchTerm.of("ada"), SearchTerm.of("#42"));
		assertThat(SearchTerms.parse(" \n ")).isEmpty();
	}

	@Test
	void quotesHoldWordsTogether() {
		assertThat(SearchTerms.parse("\"two  words\" x")).containsExactly(SearchTerm.of("two words"),
				SearchTerm.of("x"));
		assertThat(SearchTerms.parse("\u201Ctwo words\u201D\u201Eand more\u201C"))
			.containsExactly(SearchTerm.of("two words"), SearchTerm.of("and more"));
	}

	@Test
	void anUnclosedQuoteReachesToTheEnd() {
		assertThat(SearchTerms.parse("x \"two words ")).containsExactly(SearchTerm.of("x"), SearchTerm.of("two words"));
	}

	@Test
	void aMinusExcludes() {
		assertThat(SearchTerms.parse("-word -\"some words\" -ip:10.0.0.5 --x")).containsExactly(
				new SearchTerm(null, "word", true), new SearchTerm(null, "some words", true),
				new SearchTerm(SearchScope.IP, "10.0.0.5", true), new SearchTerm(null, "-x", true));
	}

	@ParameterizedTest
	@EnumSource
	void aPrefixNarrowsAWordOrQuotedWords(SearchScope scope) {
		assertThat(SearchTerms.parse(scope.prefix() + "a " + scope.name() + ":\"b c\""))
			.containsExactly(new SearchTerm(scope, "a", false), new SearchTerm(scope, "b c", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "c:\\windows", "http://evil.example", "ip:", "-", "ipx:1", "a\"b", "x-y", "user:-", "::1",
			"'ip:1'" })
	void whatHasNoMeaningOfItsOwnIsAPlainWord(String word) {
		SearchTerm expected = word.equals("user:-") ? new SearchTerm(SearchScope.USER, "-", false)
				: SearchTerm.of(word);
		assertThat(SearchTerms.parse(word)).containsExactly(expected);
	}

	@Test
	void theSameTermCountsOnceAndAnEmptyOneNotAtAll() {
		assertThat(SearchTerms.parse("a \"a\" \"\" -\"\" ip:\"  \" a \"")).containsExactly(SearchTerm.of("a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"-a\"", "\"ip:1\"", "-\"ip:1\"", "--a", "ip:ip:1", "ip:\"-a\"", "a\"b", "-\"a b\"",
			"user:\"Ada L\"", "\"ip: 1\"", "-", "\"-\"", "\u201Ca", "#42" })
	void whatIsWrittenIsReadAsTheSame(String search) {
		List<SearchTerm> terms = SearchTerms.parse(search);
		assertThat(terms).hasSize(1);
		assertThat(SearchTerms.parse(SearchTerms.write(terms))).isEqualTo(terms);
	}

	@Test
	void whateverIsTypedIsReadAndWrittenStably() {
		Seeds.tryOut(300, (seed) -> {
			Random random = new Random(seed);
			StringBuilder typed = new StringBuilder(new RandomTexts(random).text(40));
			List<String> pieces = List.of("\"", "-", " ", "ip:", "USER:", "\u201C", "a", "--", "\\", "\n");
			for (int i = 0; i < 12; i++) {
				typed.insert(random.nextInt(typed.length() + 1), pieces.get(random.nextInt(pieces.size())));
			}
			List<SearchTerm> terms = SearchTerms.parse(typed.toString());
			assertThat(SearchTerms.parse(SearchTerms.write(terms))).as(typed.toString()).isEqualTo(terms);
			terms.forEach((term) -> new SearchMatcher(term).selects(SearchText.of(Map.of())));
		});
	}

}
