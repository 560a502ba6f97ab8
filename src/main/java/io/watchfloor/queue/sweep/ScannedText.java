package io.watchfloor.queue.sweep;

import java.util.BitSet;

import io.watchfloor.queue.SearchText;

/**
 * A text that is scanned, and what its characters are. No method looks further than it
 * has to: a text may be long, and is asked at every word.
 *
 * @param text the text
 */
record ScannedText(String text) {

	/**
	 * What words with dots, colons and at signs consist of.
	 */
	private static final BitSet PARTS = characters(
			"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:@+%");

	private static final BitSet AROUND = characters(".-_+%");

	/**
	 * What ends a URL in a text, besides white space.
	 */
	private static final BitSet AFTER_URL = characters("\"<>`|^\\{}\u201C\u201D\u2018\u2019\u00AB\u00BB");

	/**
	 * What stands at the end of a URL but belongs to the sentence around it.
	 */
	private static final BitSet OF_SENTENCE = characters(".,;:!?'*_~");

	private static final int ADDRESS_PARTS = 4;

	private static final int LARGEST_PART = 255;

	/**
	 * The most digits of the length of a network's prefix.
	 */
	private static final int MOST_DIGITS = 3;

	private static BitSet characters(String all) {
		BitSet characters = new BitSet();
		all.chars().forEach(characters::set);
		return characters;
	}

	int length() {
		return this.text.length();
	}

	/**
	 * Return a character, a space for those before the beginning and after the end.
	 */
	char charAt(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : ' ';
	}

	boolean startsWith(String part, int index) {
		return this.text.startsWith(part, index);
	}

	String part(int start, int end) {
		return this.text.substring(start, end);
	}

	/**
	 * Return whether a character is one of those that words consist of.
	 */
	boolean isPart(int index) {
		char character = charAt(index);
		return (character < 128) ? PARTS.get(character) : Character.isLetterOrDigit(character);
	}

	/**
	 * Return where the scheme begins that ends at a colon.
	 */
	int schemeStart(int colon) {
		int start = colon;
		while (start > 0 && Character.isLetterOrDigit(this.text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/**
	 * Return where a URL ends that has its authority or path at an index.
	 */
	int urlEnd(int start) {
		int most = Math.min(this.text.length(), start + SearchText.LONGEST_TEXT);
		int end = start;
		while (end < most && isOfUrl(this.text.charAt(end))) {
			end++;
		}
		while (end > start && isOfSentence(start, end - 1)) {
			end--;
		}
		return end;
	}

	private static boolean isOfUrl(char character) {
		return character > ' ' && !AFTER_URL.get(character) && !Character.isISOControl(character)
				&& !Character.isSpaceChar(character);
	}

	private boolean isOfSentence(int start, int last) {
		return switch (this.text.charAt(last)) {
			case ')' -> first('(', start, last) < 0;
			case ']' -> first('[', start, last) < 0;
			default -> OF_SENTENCE.get(this.text.charAt(last));
		};
	}

	/**
	 * Return where a character stands first between two places; -1 if it does not. Unlike
	 * {@link String#indexOf(int, int)} this does not look at the rest of the text, which
	 * may be long.
	 */
	int first(char character, int start, int end) {
		for (int i = start; i < end; i++) {
			if (this.text.charAt(i) == character) {
				return i;
			}
		}
		return -1;
	}

	int last(char character, int start, int end) {
		int last = end - 1;
		while (last >= start && this.text.charAt(last) != character) {
			last--;
		}
		return (last >= start) ? last : -1;
	}

	boolean consistsOfHex(int start, int end, String others) {
		for (int i = start; i < end; i++) {
			char character = this.text.charAt(i);
			if (Character.digit(character, 16) < 0 && others.indexOf(character) < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return where a word begins without the marks around it.
	 */
	int firstOf(int start, int end) {
		int first = start;
		while (first < end && AROUND.get(this.text.charAt(first))) {
			first++;
		}
		return first;
	}

	/**
	 * Return where a word ends without the marks around it.
	 */
	int lastOf(int start, int end) {
		int last = end;
		while (last > start && AROUND.get(this.text.charAt(last - 1))) {
			last--;
		}
		return last;
	}

	/**
	 * Return whether a part is an IPv4 address.
	 */
	boolean isAddress4(int start, int end) {
		int parts = 0;
		int from = start;
		for (int to = start; to <= end; to++) {
			if (to == end || this.text.charAt(to) == '.') {
				if (!isPartOfAddress(from, to)) {
					return false;
				}
				parts++;
				from = to + 1;
			}
		}
		return parts == ADDRESS_PARTS;
	}

	private boolean isPartOfAddress(int start, int end) {
		int value = 0;
		for (int i = start; i < end; i++) {
			int digit = this.text.charAt(i) - '0';
			if (digit < 0 || digit > 9 || end - start > 3) {
				return false;
			}
			value = 10 * value + digit;
		}
		return end > start && value <= LARGEST_PART && (end - start == 1 || this.text.charAt(start) != '0');
	}

	/**
	 * Return the length of a network's prefix that stands behind an address.
	 * @return such as {@code /24}; empty if there is none
	 */
	String prefixLength(int slash) {
		int end = slash + 1;
		while (end <= slash + MOST_DIGITS && Character.isDigit(charAt(end))) {
			end++;
		}
		boolean prefix = end > slash + 1 && charAt(slash) == '/' && isAfterNumber(end);
		return prefix ? this.text.substring(slash, end) : "";
	}

	private boolean isAfterNumber(int index) {
		char after = charAt(index);
		return AROUND.get(after) ? !isPart(index + 1) : (!isPart(index) && after != '/');
	}

}
