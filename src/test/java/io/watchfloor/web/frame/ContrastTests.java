package io.watchfloor.web.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Computes the contrast of the design tokens that meet on pages, in both themes.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast
 * ratio</a>
 */
class ContrastTests {

	private static final Path TOKENS = Path.of("src/main/resources/static/css/frame/tokens.css");

	private static final Pattern PAIR = Pattern
		.compile("--([a-z-]+): (?:light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)|(#[0-9a-f]{6}));");

	private static final List<String> SURFACES = List.of("bg", "surface", "surface-raised", "surface-sunken", "hover");

	static Stream<Arguments> texts() {
		Stream<Arguments> plain = Stream.of("text", "text-soft", "text-faint", "accent")
			.flatMap((text) -> Stream.concat(SURFACES.stream(), Stream.of("accent-soft"))
				.map((surface) -> Arguments.of(text, surface)));
		Stream<Arguments> colours = Stream.of("high", "medium", "low", "informational", "good")
			.flatMap((colour) -> Stream.concat(SURFACES.stream(), Stream.of(colour + "-soft"))
				.map((surface) -> Arguments.of(colour, surface)));
		Stream<Arguments> onColours = Stream.of("high", "medium", "low", "informational", "good")
			.flatMap((colour) -> Stream.of(Arguments.of("text", colour + "-soft"),
					Arguments.of("text-soft", colour + "-soft")));
		Stream<Arguments> filled = Stream.of(Arguments.of("on-accent-fill", "accent-fill"),
				Arguments.of("on-accent-fill", "accent-fill-hover"));
		return Stream.of(plain, colours, onColours, filled).flatMap((pairs) -> pairs);
	}

	static Stream<Arguments> controls() {
		return Stream.of("border-control", "focus")
			.flatMap((control) -> SURFACES.stream().map((surface) -> Arguments.of(control, surface)));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void textIsReadable(String text, String surface) throws IOException {
		assertThat(contrasts(text, surface)).allMatch((contrast) -> contrast >= 4.5);
	}

	@ParameterizedTest
	@MethodSource("controls")
	void controlsAreVisible(String control, String surface) throws IOException {
		assertThat(contrasts(control, surface)).allMatch((contrast) -> contrast >= 3);
	}

	private static List<Double> contrasts(String one, String other) throws IOException {
		Map<String, List<String>> tokens = tokens();
		List<String> ones = tokens.getOrDefault(one, List.of());
		List<String> others = tokens.getOrDefault(other, List.of());
		assertThat(ones).as(one).hasSize(2);
		assertThat(others).as(other).hasSize(2);
		return IntStream.range(0, 2).mapToObj((theme) -> contrast(ones.get(theme), others.get(theme))).toList();
	}

	private static Map<String, List<String>> tokens() throws IOException {
		Map<String, List<String>> tokens = new HashMap<>();
		PAIR.matcher(Files.readString(TOKENS)).results().forEach((token) -> tokens.put(token.group(1), themes(token)));
		return tokens;
	}

	private static List<String> themes(MatchResult token) {
		return (token.group(4) != null) ? List.of(token.group(4), token.group(4))
				: List.of(token.group(2), token.group(3));
	}

	private static double contrast(String one, String other) {
		double first = luminance(one);
		double second = luminance(other);
		return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
	}

	private static double luminance(String colour) {
		return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
	}

	private static double channel(String colour, int at) {
		double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
