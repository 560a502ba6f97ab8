package io.watchfloor.queue;

import java.util.stream.IntStream;

/**
 * Which sequences of three characters a text holds, roughly: each sets the bit that its
 * hash names, of about one and a half bits a character. Where one of a word's sequences
 * is missing, so is the word.
 *
 * @see <a href="https://doi.org/10.1145/362686.362692">B. H. Bloom, Space/time trade-offs
 * in hash coding with allowable errors</a>
 */
final class Signature {

	private static final int LENGTH = 3;

	private Signature() {
	}

	/**
	 * The signature of a text of one byte a character: a bare array, since a search of
	 * all incidents is as fast as memory answers.
	 */
	static long[] of(String text) {
		long[] bits = new long[Integer.highestOneBit(Math.max(1, text.length() / Integer.SIZE))];
		for (int at = 0; at <= text.length() - LENGTH; at++) {
			int place = place(trigram(text, at), bits.length);
			bits[place / Long.SIZE] |= 1L << place;
		}
		return bits;
	}

	/**
	 * The sequences of a word, for {@link #mayHold}: none of a word of one or two
	 * characters, which so may stand everywhere.
	 */
	static int[] trigrams(String word) {
		return IntStream.rangeClosed(0, word.length() - LENGTH).map((at) -> trigram(word, at)).distinct().toArray();
	}

	static boolean mayHold(long[] bits, int[] trigrams) {
		for (int trigram : trigrams) {
			int place = place(trigram, bits.length);
			if ((bits[place / Long.SIZE] & 1L << place) == 0) {
				return false;
			}
		}
		return true;
	}

	private static int trigram(String text, int at) {
		return (text.charAt(at) << 16 | text.charAt(at + 1) << 8 | text.charAt(at + 2)) * 0x9E3779B1;
	}

	/**
	 * The upper bits of a product are its best.
	 */
	private static int place(int hash, int longs) {
		return (hash >>> 8) & (longs * Long.SIZE - 1);
	}

}
