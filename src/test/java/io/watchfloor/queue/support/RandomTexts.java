package io.watchfloor.queue.support;

import java.util.Random;

/**
 * Texts of letters that have a case of one form each, and of others.
 *
 * @param random decides
 */
public record RandomTexts(Random random) {

	private static final int[] LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-@:/ä管😀".codePoints().toArray();

	/**
	 * A text of at least one letter.
	 */
	public String text(int longest) {
		return this.random.ints(1 + this.random.nextInt(longest), 0, LETTERS.length)
			.map((place) -> LETTERS[place])
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * What stands in a text, perhaps nothing.
	 */
	public String partOf(String text) {
		int begin = text.offsetByCodePoints(0, this.random.nextInt(text.codePointCount(0, text.length())));
		int length = this.random.nextInt(text.codePointCount(begin, text.length()) + 1);
		return text.substring(begin, text.offsetByCodePoints(begin, length));
	}

}
