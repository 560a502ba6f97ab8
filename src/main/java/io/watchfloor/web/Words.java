package io.watchfloor.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How values of open enumerations are written on pages.
 */
final class Words {

	private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

	private static final Pattern NOT_FOR_STYLE = Pattern.compile("[^a-z0-9]+");

	private Words() {
	}

	/**
	 * A value such as {@code InProgress} as people write it, {@code In progress}. Words
	 * that are capitals throughout stay so.
	 */
	static String plain(String value) {
		String[] words = WORD_BOUNDARY.split(value.replace('_', ' '));
		for (int i = 1; i < words.length; i++) {
			words[i] = words[i].equals(words[i].toUpperCase(Locale.ROOT)) ? words[i]
					: words[i].toLowerCase(Locale.ROOT);
		}
		return String.join(" ", words);
	}

	/**
	 * A value as the style sheet names it, such as {@code in-progress}: lower case
	 * letters, digits and hyphens only.
	 */
	static String style(String value) {
		return NOT_FOR_STYLE.matcher(plain(value).toLowerCase(Locale.ROOT)).replaceAll("-");
	}

	/**
	 * A number of things.
	 */
	static String count(long number, String one, String many) {
		return String.format(Locale.ROOT, "%,d %s", number, (number == 1) ? one : many);
	}

}
