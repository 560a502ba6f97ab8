package io.watchfloor.web.format;

import org.jspecify.annotations.Nullable;

/**
 * A text of several lines that may be long and may quote an attacker, with its addresses
 * defanged.
 *
 * @param text the text, with {@code \n} between its lines
 * @param preview its beginning in one line if it is long enough to be folded, or
 * {@code null}
 */
public record LongText(String text, @Nullable String preview) {

	/**
	 * The longest text that is shown without folding, in characters.
	 */
	private static final int LONGEST = 1_000;

	/**
	 * The most lines that are shown without folding.
	 */
	private static final int MOST_LINES = 12;

	private static final int PREVIEW = 160;

	/**
	 * Prepare a text for a page.
	 * @param raw the text as it came
	 * @return the text to show, or {@code null} when there is none
	 */
	public static @Nullable LongText of(@Nullable String raw) {
		String text = (raw != null) ? ForeignText.lines(Defang.addresses(raw.strip())) : null;
		return (text != null) ? new LongText(text, preview(text)) : null;
	}

	private static @Nullable String preview(String text) {
		if (text.length() <= LONGEST && text.lines().count() <= MOST_LINES) {
			return null;
		}
		return ForeignText.shortened(text.replaceAll("\\s+", " "), PREVIEW);
	}

}
