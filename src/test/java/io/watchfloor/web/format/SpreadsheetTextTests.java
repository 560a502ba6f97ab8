package io.watchfloor.web.format;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "=HYPERLINK(\"http://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1",
			"\r=1", "\n=1", " =1", "\u00A0=1", "\u200B=1", "\u0000=1", "\uFEFF=1", "\uFF1D1", "\uFF0B1", "\uFF0D1",
			"\uFF201" })
	void whatCouldBeAFormulaStandsBehindAnApostrophe(String text) {
		assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Ransomware", "1=1", "a+b", "ada@contoso.com", "'quoted", "\"=1\"" })
	void everythingElseStaysAsItIs(String text) {
		assertThat(SpreadsheetText.of(text)).isEqualTo(text);
	}

}
