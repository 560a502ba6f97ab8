package io.watchfloor.queue;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/**
 * The texts of an incident that a search looks through, in lower case. A string takes one
 * byte a character if all characters are Latin-1, and two if a single one is not. So the
 * texts are kept as their UTF-8 bytes, one character for each: a name in another script
 * does not double them, and {@link String#contains} stays fast.
 *
 * @param folded all texts in that form, a line each
 */
public record SearchText(String folded) {

	/**
	 * How many characters a text is compared with, so that an incident with thousands of
	 * them is read in a time that grows with their number and not with its square. An
	 * account's name stands close to its address, a device's close to that with its
	 * domain.
	 */
	private static final int NEARBY = 1000;

	/**
	 * Join texts. Words have no white space, so that none is found across the end of a
	 * line. A text that occurs in those shortly before it is left out.
	 */
	static SearchText of(Collection<String> pieces) {
		StringBuilder text = new StringBuilder();
		for (String piece : pieces) {
			String folded = fold(piece);
			if (text.indexOf(folded, text.length() - NEARBY) < 0) {
				text.append(folded).append('\n');
			}
		}
		return new SearchText(text.toString());
	}

	/**
	 * Convert a text into the form in which texts are kept and words are searched for.
	 * @param text the text
	 * @return its lower case in UTF-8, one character for each byte
	 */
	public static String fold(String text) {
		return new String(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Return whether a word occurs.
	 * @param word the word as {@link #fold} returns it
	 * @return whether it occurs in one of the texts
	 */
	public boolean contains(String word) {
		return this.folded.contains(word);
	}

	/**
	 * Return the texts, decoded.
	 * @return the texts in lower case, a line each
	 */
	@Override
	public String toString() {
		return new String(this.folded.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
