package io.watchfloor.web.parts;

import java.util.List;

import io.watchfloor.web.entity.FactValue;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a page small whatever texts and lists an incident holds: texts share an allowance
 * of bytes in the order in which they are printed, and long lists are cut. What is cut
 * says so; the page for print has all of it. Templates know it as {@code limit}.
 */
public final class PageLimit {

	/**
	 * The longest text that is printed in full: more than Defender's own have, and as
	 * long as a command line of {@code cmd.exe} may be.
	 */
	private static final int LONGEST = 8_192;

	/**
	 * What remains of a text that is cut, in characters.
	 */
	private static final int BEGINNING = 200;

	/**
	 * What remains of a text when the allowance is used up, in characters.
	 */
	private static final int SHORTEST = 20;

	private final int longest;

	private final int few;

	private final int some;

	private long left;

	/**
	 * Create a limit.
	 * @param bytes the allowance for all texts
	 * @param longest the longest text that is printed in full, in characters
	 * @param few the most values of a list of details
	 * @param some the most values of other lists
	 */
	private PageLimit(long bytes, int longest, int few, int some) {
		this.left = bytes;
		this.longest = longest;
		this.few = few;
		this.some = some;
	}

	/**
	 * Create the limit of a page of a large incident.
	 */
	public static PageLimit ofPart() {
		return new PageLimit(90_000, LONGEST, 3, 8);
	}

	/**
	 * Create the limit of an incident that stands on one page.
	 */
	public static PageLimit ofOnePage() {
		return new PageLimit(200_000, 4 * LONGEST, 25, 50);
	}

	/**
	 * Create the limit of one sheet of paper.
	 * @param written how many characters stand on it already, which are wide if an
	 * attacker chose them
	 */
	public static PageLimit ofSheet(int written) {
		return new PageLimit(Math.max(500, 4_500 - 2 * written), 120, 2, 4);
	}

	/**
	 * Create the limit of a page for print, which has none.
	 */
	public static PageLimit none() {
		return new PageLimit(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

	/**
	 * Return how much of a text is printed.
	 * @param text the text to show
	 * @return the text, or its beginning and how long it is
	 */
	public @Nullable String text(@Nullable String text) {
		if (text == null || fits(text)) {
			return text;
		}
		boolean usedUp = this.left <= 0;
		int longest = (usedUp) ? SHORTEST : Math.min(this.longest, BEGINNING);
		if (text.length() <= longest) {
			this.left -= bytes(text);
			return text;
		}
		String cut = ForeignText.shortened(text, longest);
		this.left -= bytes(cut);
		return (usedUp) ? cut + " (cut)"
				: cut + " (cut: it has " + Numbers.of(text.length()) + " characters; the print page has all)";
	}

	/**
	 * Return how much of a value is printed. A value that is cut cannot be copied.
	 */
	public FactValue value(FactValue value) {
		String text = value.text();
		String copy = value.copy();
		if (value.datetime() != null) {
			return value;
		}
		if (value.anchor() != null) {
			return FactValue.link(String.valueOf(text(text)), value.anchor());
		}
		if (copy != null && !copy.equals(text)) {
			return (copy.length() <= this.longest && fits(text) && fits(copy)) ? value
					: FactValue.words(String.valueOf(text(text)));
		}
		String shown = String.valueOf(text(text));
		return (shown.equals(text)) ? value : FactValue.words(shown);
	}

	/**
	 * Return the values of a list that may only be short.
	 */
	public <T> List<T> few(List<T> all) {
		return all.subList(0, Math.min(all.size(), this.few));
	}

	/**
	 * Return the values of a list that may be longer.
	 */
	public <T> List<T> some(List<T> all) {
		return all.subList(0, Math.min(all.size(), this.some));
	}

	/**
	 * Return the last values of a list that may be longer.
	 */
	public <T> List<T> last(List<T> all) {
		return all.subList(Math.max(0, all.size() - this.some), all.size());
	}

	private boolean fits(String text) {
		long bytes = (text.length() <= this.longest) ? bytes(text) : Long.MAX_VALUE;
		if (bytes > this.left) {
			return false;
		}
		this.left -= bytes;
		return true;
	}

	/**
	 * Return how many bytes a text has in HTML.
	 */
	private static long bytes(String text) {
		long bytes = 0;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			bytes += switch (letter) {
				case '<', '>' -> 4;
				case '&', '\'', '"' -> 6;
				default -> (letter < 0x80) ? 1 : (letter < 0x800) ? 2 : 3;
			};
		}
		return bytes;
	}

}
