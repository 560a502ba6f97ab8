package io.watchfloor.web.format;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LongTextTests {

	@Test
	void linesAndTabsAreKept() {
		assertThat(LongText.of(" First.\r\n\tSecond.\n ")).isEqualTo(new LongText("First.\n\tSecond.", null));
	}

	@Test
	void nothingIsNoText() {
		assertThat(LongText.of(null)).isNull();
		assertThat(LongText.of(" \n\t")).isNull();
	}

	@Test
	void addressesAreDefangedAndHiddenCharactersAreWrittenOut() {
		assertThat(LongText.of("See http://evil.example/a (or 10.0.0.1,\u202E now) and evil.example.")).isEqualTo(
				new LongText("See hxxp://evil[.]example/a (or 10[.]0[.]0[.]1,‹U+202E› now) and evil[.]example.", null));
	}

	@Test
	void manyCharactersOrManyLinesAreFolded() {
		assertThat(LongText.of("x".repeat(1_000))).extracting(LongText::preview).isNull();
		assertThat(LongText.of("x".repeat(1_001))).extracting(LongText::preview).isEqualTo("x".repeat(159) + "…");
		assertThat(LongText.of("a\n".repeat(13))).extracting(LongText::preview).isEqualTo("a a a a a a a a a a a a a");
	}

}
