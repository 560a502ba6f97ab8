package io.watchfloor.queue;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.watchfloor.Seeds;
import io.watchfloor.queue.SearchText.Word;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words found and not found in texts of any length and script.
 */
class SearchTextTests {

	@Test
	void whatStandsInATextIsFound() {
		Seeds.tryOut(200, SearchTextTests::lookForAPart);
	}

	private static void lookForAPart(long seed) {
		Random random = new Random(seed);
		String text = text(random, random.nextInt(2000) + 1);
		int begin = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
		int length = random.nextInt(text.codePointCount(begin, text.length()) + 1);
		String part = text.substring(begin, text.offsetByCodePoints(begin, length));
		SearchText searched = SearchText.of(List.of("before", text, "after"));
		assertThat(searched.contains(new Word(part))).as(part).isTrue();
		assertThat(searched.contains(new Word(part.toUpperCase(Locale.ROOT)))).as(part).isTrue();
	}

	@Test
	void whatDoesNotStandInATextIsNotFoundHoweverItsPartsDo() {
		SearchText text = SearchText.of(List.of("abcd", "bcde", "cdef"));
		assertThat(text.contains(new Word("abcdef"))).isFalse();
		assertThat(text.contains(new Word("dbc"))).isFalse();
		assertThat(text.contains(new Word("bcde"))).isTrue();
	}

	@Test
	void mostTextsNeedNoLook() {
		Random random = new Random(1);
		Word word = new Word("powershell");
		long looks = random.ints(1000, 100, 2000)
			.filter((length) -> SearchText.of(List.of(text(random, length))).mayContain(word))
			.count();
		assertThat(looks).isLessThan(50);
	}

	/**
	 * Letters that have a case of one form each, and others.
	 */
	private static String text(Random random, int length) {
		String letters = "abcdefghijklmnopqrstuvwxyz0123456789.-@:/ä管😀";
		int[] points = letters.codePoints().toArray();
		return random.ints(length, 0, points.length)
			.map((place) -> points[place])
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
