package io.watchfloor.queue.support;

import java.util.Random;

/**
 * Makes random texts of letters whose upper case is one character, and of others.
 *
 * @param random the source of randomness
 */
public record RandomTexts(Random random) {

	private static final int[] LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-@:/ä管😀".codePoints().toArray();

	/**
	 * Return a text of at least one letter.
	 */
	public String text(int longest) {
		return this.random.ints(1 + this.random.nextInt(longest), 0, LETTERS.length)
			.map((place) -> LETTERS[place])
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * Return a part of a text, which may be empty.
	 */
	public String partOf(String text) {
		int begin = text.offsetByCodePoints(0, this.random.nextInt(text.codePointCount(0, text.length())));
		int length = this.random.nextInt(text.codePointCount(begin, text.length()) + 1);
		return text.substring(begin, text.offsetByCodePoints(begin, length));
	}

}
