package io.watchfloor.web.format;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForeignTextTests {

	@ParameterizedTest
	@CsvSource({ "202E", "200B", "2066", "FEFF", "00AD", "0000", "001B", "007F", "0085", "2028", "3164", "2800",
			"E0041", "E000" })
	void whatCannotBeSeenIsWrittenOut(String hex) {
		String hidden = Character.toString(Integer.parseInt(hex, 16));
		assertThat(ForeignText.line("a" + hidden + "b")).isEqualTo("a‹U+" + hex + "›b");
		assertThat(ForeignText.lines("a" + hidden + "b")).isEqualTo("a‹U+" + hex + "›b");
	}

	@Test
	void halfACharacterIsWrittenOut() {
		assertThat(ForeignText.line("a\ud83d")).isEqualTo("a‹U+D83D›");
	}

	@Test
	void lineBreaksAndTabsAreKeptWhereLinesAreWanted() {
		assertThat(ForeignText.lines("a\r\nb\tc\rd")).isEqualTo("a\nb\tc‹U+000D›d");
		assertThat(ForeignText.line("a\nb")).isEqualTo("a‹U+000A›b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Übung", "שלום", "مرحبا", "日本語", "🚨 alert", "<script>" })
	void lettersOfAnyScriptStayAsTheyAre(String text) {
		assertThat(ForeignText.line(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "\n" })
	void nothingIsNothing(String text) {
		assertThat(ForeignText.line(text)).isNull();
		assertThat(ForeignText.lines(text)).isNull();
		assertThat(ForeignText.lineOr(text, "none")).isEqualTo("none");
	}

}
