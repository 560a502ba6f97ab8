package io.watchfloor.queue;

/**
 * The beginning of a text as a number that sorts as {@link String#CASE_INSENSITIVE_ORDER}
 * does, as far as it tells texts apart: nine characters of seven bits, of which the
 * highest value stands for all that is beyond ASCII, whatever follows.
 */
public final class TextRank {

	private static final int CHARACTERS = 9;

	private static final int BITS = 7;

	private static final int BEYOND = (1 << BITS) - 1;

	private TextRank() {
	}

	public static long of(String text) {
		long rank = 0;
		int letter = 0;
		for (int at = 0; at < CHARACTERS; at++) {
			if (letter < BEYOND) {
				letter = (at < text.length()) ? Math.min(fold(text.charAt(at)), BEYOND) : 0;
			}
			rank = rank << BITS | letter;
		}
		return rank;
	}

	private static int fold(char letter) {
		return Character.toLowerCase(Character.toUpperCase(letter));
	}

}
