package io.watchfloor.web.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the content security policy forbids must not even be written, and what incidents
 * hold must never be markup.
 */
class TemplateTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
	}

	@ParameterizedTest
	@MethodSource("templates")
	void nothingIsInline(Path template) throws IOException {
		Document page = Jsoup.parse(template);
		assertThat(page.select("style, [style], script:not([th:src]), iframe, object, embed, base")).isEmpty();
		assertThat(attributes(page)).noneMatch((name) -> name.matches("(th:)?on[a-z]+|th:style(append)?"));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void textIsNeverMarkup(Path template) throws IOException {
		assertThat(Files.readString(template)).doesNotContain("th:utext", "[(", "th:inline", "__${");
	}

	@ParameterizedTest
	@MethodSource("templates")
	void everythingComesFromThisServer(Path template) throws IOException {
		assertThat(Jsoup.parse(template)
			.select("[th:src], [th:href], [th:action], script, link")
			.stream()
			.flatMap((element) -> Stream.of(element.attr("src"), element.attr("th:src"),
					element.tagName().equals("link") ? element.attr("href") + element.attr("th:href") : "")))
			.noneMatch((address) -> address.contains("//"));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void pictographsAreHiddenFromScreenReaders(Path template) throws IOException {
		assertThat(Jsoup.parse(template).select("svg.icon:not([aria-hidden=true])")).isEmpty();
	}

	@Test
	void iconsAreDrawnByOneTemplateAndTheirAddressIsResolvedByAnother() throws IOException {
		assertThat(templatesWith("<use")).containsExactly(TEMPLATES.resolve("frame/icon.html"));
		assertThat(templatesWith("@{/icons/shapes.svg")).containsExactly(TEMPLATES.resolve("frame/layout.html"));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void noLineIsTooLongToRead(Path template) throws IOException {
		assertThat(Files.readAllLines(template)).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(160));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void attributesThatThymeleafWritesHaveNoSamples(Path template) throws IOException {
		assertThat(Jsoup.parse(template).getAllElements()).allSatisfy((element) -> assertThat(element.attributes())
			.noneMatch((attribute) -> element.hasAttr("th:" + attribute.getKey())));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void everyPostingFormGetsItsTokenFromThymeleaf(Path template) throws IOException {
		assertThat(Jsoup.parse(template).select("form[method=post]"))
			.allSatisfy((form) -> assertThat(form.hasAttr("th:action")).isTrue());
	}

	private static List<Path> templatesWith(String text) throws IOException {
		List<Path> found = new ArrayList<>();
		for (Path template : templates()) {
			if (Files.readString(template).contains(text)) {
				found.add(template);
			}
		}
		return found;
	}

	private static List<String> attributes(Document page) {
		return page.getAllElements()
			.stream()
			.map(Element::attributes)
			.flatMap((all) -> all.asList().stream())
			.map(Attribute::getKey)
			.toList();
	}

}
