package io.watchfloor.queue.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes how pages, reports and mails write an attacker's address so that nobody follows
 * it: {@code hxxps://evil[.]com} stands for {@code https://evil.com}. Pages of Watchfloor
 * also write hidden characters out, as {@code ‹U+202E›}.
 */
public final class Refang {

	private static final Pattern BRACKETED = Pattern.compile("[\\[({](\\.|@|:(?://)?|dot|at)[\\])}]",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SCHEME = Pattern
		.compile("(?<![a-z0-9+.-])(h(?:xx|\\*\\*)p|fxp)(?=[a-z0-9+.-]*:[/\\\\]{2})", Pattern.CASE_INSENSITIVE);

	private static final Pattern HIDDEN = Pattern.compile("‹U\\+([0-9A-F]{4,6})›");

	private Refang() {
	}

	/**
	 * Return what a text stands for.
	 * @param text a word, an address or a name
	 * @return the text without the brackets and with the schemes that it stands for; the
	 * same text if it is written as usual
	 */
	public static String of(String text) {
		String plain = BRACKETED.matcher(text).replaceAll((found) -> switch (found.group(1).toLowerCase(Locale.ROOT)) {
			case "dot" -> ".";
			case "at" -> "@";
			default -> found.group(1);
		});
		plain = SCHEME.matcher(plain).replaceAll((found) -> (found.group().length() == 3) ? "ftp" : "http");
		return HIDDEN.matcher(plain).replaceAll((found) -> hidden(found.group(), Integer.parseInt(found.group(1), 16)));
	}

	private static String hidden(String written, int codePoint) {
		return Matcher
			.quoteReplacement(Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : written);
	}

}
