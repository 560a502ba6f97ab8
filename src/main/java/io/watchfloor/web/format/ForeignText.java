package io.watchfloor.web.format;

import org.jspecify.annotations.Nullable;

/**
 * Makes text that somebody outside wrote safe to show: characters that are invisible or
 * change the direction of the text around them are written out, such as {@code ‹U+202E›}.
 * Escaping for HTML is the template's task.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode Security
 * Considerations</a>
 */
public final class ForeignText {

	private ForeignText() {
	}

	/**
	 * Prepare a text for one line.
	 * @param text the text as it came
	 * @return the text to show, or {@code null} when there is none
	 */
	public static @Nullable String line(@Nullable String text) {
		return (text != null && !text.isBlank()) ? visible(text, false) : null;
	}

	/**
	 * Prepare a text whose line breaks and tabs are kept.
	 * @param text the text as it came
	 * @return the text to show, with {@code \n} between its lines, or {@code null} when
	 * there is none
	 */
	public static @Nullable String lines(@Nullable String text) {
		return (text != null && !text.isBlank()) ? visible(text.replace("\r\n", "\n"), true) : null;
	}

	/**
	 * Prepare a text for one line, with another in its place if there is none.
	 * @param text the text as it came
	 * @param otherwise the text to show if there is none
	 * @return the text to show
	 */
	public static String lineOr(@Nullable String text, String otherwise) {
		String line = line(text);
		return (line != null) ? line : otherwise;
	}

	/**
	 * Cut a text that is too long for its place.
	 * @param text the text to show
	 * @param longest the most characters that it may have, at least 1
	 * @return the text, or its beginning and an ellipsis
	 */
	public static String shortened(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
	}

	private static String visible(String text, boolean linesKept) {
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints().forEach((codePoint) -> {
			if (isHidden(codePoint) && !(linesKept && (codePoint == '\n' || codePoint == '\t'))) {
				visible.append("‹U+%04X›".formatted(codePoint));
			}
			else {
				visible.appendCodePoint(codePoint);
			}
		});
		return visible.toString();
	}

	private static boolean isHidden(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE ->
				true;
			default -> isBlankLetter(codePoint);
		};
	}

	/**
	 * Return whether a letter or mark has no glyph although its category does not say so.
	 */
	private static boolean isBlankLetter(int codePoint) {
		return switch (codePoint) {
			case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x2800, 0x3164, 0xFFA0 -> true;
			default -> false;
		};
	}

}
