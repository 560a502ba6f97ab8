package io.watchfloor.web.analyst;

import io.watchfloor.queue.SearchMatch;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;

/**
 * A match of a search as a row shows it: the field, and the text around the match.
 * Addresses are defanged as on the incident's page.
 *
 * @param field the name of the field, such as {@code Command line}
 * @param before what stands before the match, cut at its beginning
 * @param match the match, cut at its end
 * @param after what follows, cut at its end
 */
public record MatchView(String field, String before, String match, String after) {

	private static final int LONGEST_BEFORE = 30;

	private static final int LONGEST_MATCH = 100;

	private static final int LONGEST_AFTER = 60;

	/**
	 * Create the view of a match.
	 * @param match the match
	 */
	public static MatchView of(SearchMatch match) {
		String plain = match.before() + match.match() + match.after();
		String shown = defanged(match, plain);
		int start = indexIn(shown, plain, match.before().length());
		int end = indexIn(shown, plain, match.before().length() + match.match().length());
		return new MatchView(match.field().label(), ending(visible(shown.substring(0, start))),
				ForeignText.shortened(visible(shown.substring(start, end)), LONGEST_MATCH),
				ForeignText.shortened(visible(shown.substring(end)), LONGEST_AFTER));
	}

	private static String defanged(SearchMatch match, String text) {
		return switch (match.field()) {
			case IP -> Defang.ip(text);
			case URL -> Defang.url(text);
			case SENDER, MESSAGE_ID -> Defang.mail(text);
			case MAIL_CLUSTER, SUMMARY, EVIDENCE -> Defang.addresses(text);
			default -> text;
		};
	}

	/**
	 * Return which index of a defanged text an index of the plain text became. Defanging
	 * sets brackets around single characters and replaces some letters by others.
	 */
	private static int indexIn(String defanged, String plain, int index) {
		int at = 0;
		for (int i = 0; i < index; i++) {
			boolean bracketed = defanged.charAt(at) == '[' && plain.charAt(i) != '[';
			at += (bracketed) ? 3 : 1;
		}
		return at;
	}

	private static String ending(String text) {
		int length = text.codePointCount(0, text.length());
		return (length <= LONGEST_BEFORE) ? text
				: "…" + text.substring(text.offsetByCodePoints(0, length - LONGEST_BEFORE + 1));
	}

	/**
	 * Return a part of a text with its hidden characters made visible. A part may be a
	 * single space.
	 */
	private static String visible(String text) {
		return ForeignText.lineOr(text, text);
	}

}
