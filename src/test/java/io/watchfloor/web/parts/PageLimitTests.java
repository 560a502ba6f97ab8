package io.watchfloor.web.parts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.watchfloor.web.entity.FactValue;
import org.junit.jupiter.api.Test;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

class PageLimitTests {

	@Test
	void aTextOfAMegabyteIsCutAndSaysSo() {
		assertThat(PageLimit.ofOnePage().text("x".repeat(1_000_000))).startsWith("xxx")
			.endsWith("… (cut: it has 1,000,000 characters; the print page has all)")
			.hasSizeLessThan(300);
	}

	@Test
	void textsShareAnAllowanceSoThatManyStaySmallTogether() {
		PageLimit limit = PageLimit.ofPart();
		String hostile = "<\"&‹".repeat(1_000);
		List<String> shown = IntStream.range(0, 1_000).mapToObj((text) -> String.valueOf(limit.text(hostile))).toList();
		assertThat(shown.get(0)).isEqualTo(hostile);
		int bytes = shown.stream()
			.mapToInt((text) -> HtmlUtils.htmlEscape(text, "UTF-8").getBytes(StandardCharsets.UTF_8).length)
			.sum();
		assertThat(bytes).isLessThan(400_000);
	}

	@Test
	void shortTextsAreAlwaysWhole() {
		PageLimit limit = PageLimit.ofPart();
		IntStream.range(0, 100).forEach((text) -> limit.text("x".repeat(5_000)));
		assertThat(limit.text("powershell.exe")).isEqualTo("powershell.exe");
		assertThat(limit.text(null)).isNull();
	}

	@Test
	void aValueThatIsCutCannotBeCopied() {
		PageLimit limit = PageLimit.ofPart();
		FactValue hash = FactValue.code("5de839186691aa96ee2ca6d74f0a38fb8d1bd6dd");
		assertThat(limit.value(hash)).isEqualTo(hash);
		assertThat(limit.value(FactValue.code("x".repeat(100_000))).copy()).isNull();
		assertThat(limit.value(FactValue.code("short", "x".repeat(100_000))).copy()).isNull();
	}

	@Test
	void aLinkThatIsCutStillLeadsThere() {
		FactValue link = PageLimit.ofPart().value(FactValue.link("x".repeat(100_000), "entity-1"));
		assertThat(link.anchor()).isEqualTo("entity-1");
		assertThat(link.text()).hasSizeLessThan(300);
	}

	@Test
	void forPrintNothingIsCut() {
		PageLimit limit = PageLimit.none();
		List<Integer> numbers = IntStream.range(0, 10_000).boxed().toList();
		String text = "x".repeat(1_000_000);
		assertThat(limit.text(text)).isEqualTo(text);
		assertThat(limit.few(numbers)).isEqualTo(numbers);
		assertThat(limit.some(numbers)).isEqualTo(numbers);
		assertThat(limit.last(numbers)).isEqualTo(numbers);
	}

	@Test
	void listsKeepTheirBeginningAndCommentsTheirEnd() {
		PageLimit limit = PageLimit.ofPart();
		List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
		assertThat(limit.few(numbers)).startsWith(0, 1).hasSizeLessThan(10);
		assertThat(limit.some(numbers)).startsWith(0, 1).hasSizeLessThan(20);
		assertThat(limit.last(numbers)).endsWith(98, 99).hasSizeLessThan(20);
	}

}
