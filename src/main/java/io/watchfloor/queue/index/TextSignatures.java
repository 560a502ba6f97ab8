package io.watchfloor.queue.index;

import java.util.BitSet;
import java.util.stream.IntStream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;

/**
 * What the texts of a day may hold: for every mark that a text can bear one line of bits,
 * a bit for each row whose text bears it. A text bears a mark for each one, two and three
 * characters that follow each other in it, and some for each asset as a whole. Two
 * letters have a mark to themselves, and its line tells all. Other sequences share
 * theirs, so that the lines tell where something is not, and no more; laid over each
 * other, the lines of a word's marks leave few rows to look at.
 *
 * @see <a href="https://doi.org/10.1145/3077136.3080789">B. Goodwin et al., BitFunnel:
 * Revisiting Signatures for Search</a>
 */
final class TextSignatures {

	private static final int LETTERS = 'z' - 'a' + 1;

	private static final int PAIRS = LETTERS * LETTERS;

	/**
	 * A text of usual length bears a third of them.
	 */
	private static final int SHARED = 860;

	/**
	 * With fewer rows a line would be mostly empty, and to look at all of them is as
	 * fast.
	 */
	private static final int FEWEST_ROWS = 32;

	private static final int LONGEST_SEQUENCE = 3;

	private static final int MARKS_OF_AN_ASSET = 6;

	private final String[] texts;

	private final int lineLength;

	private final long[] bits;

	TextSignatures(SortedIncidents incidents) {
		this.texts = incidents.stream().map((incident) -> incident.text().folded()).toArray(String[]::new);
		this.lineLength = (this.texts.length + Long.SIZE - 1) / Long.SIZE;
		this.bits = new long[(this.texts.length < FEWEST_ROWS) ? 0 : (PAIRS + SHARED) * this.lineLength];
		if (this.bits.length > 0) {
			for (int row = 0; row < this.texts.length; row++) {
				add(row, incidents.get(row));
			}
		}
	}

	private void add(int row, IncidentSummary incident) {
		String text = this.texts[row];
		int before = 0;
		int last = 0;
		for (int at = 0; at < text.length(); at++) {
			int next = text.charAt(at);
			set(mark(next), row);
			set(mark(last << 8 | next), row);
			set(mark(before << 16 | last << 8 | next), row);
			before = last;
			last = next;
		}
		for (String asset : Facet.ASSET.values(incident)) {
			marksOfAsset(asset).forEach((mark) -> set(mark, row));
		}
	}

	private void set(int mark, int row) {
		this.bits[mark * this.lineLength + row / Long.SIZE] |= 1L << row;
	}

	/**
	 * The marks that a text which holds a word bears.
	 * @param word in the form of {@link SearchText#folded}
	 */
	static int[] marksOfWord(String word) {
		int longest = Math.min(LONGEST_SEQUENCE, word.length());
		return IntStream.rangeClosed((longest > 1) ? 2 : 1, longest)
			.flatMap((length) -> IntStream.rangeClosed(0, word.length() - length)
				.map((at) -> word.substring(at, at + length).chars().reduce(0, (all, next) -> all << 8 | next)))
			.map(TextSignatures::mark)
			.distinct()
			.toArray();
	}

	/**
	 * The marks that the text of an incident which touches an asset bears: the same for
	 * spellings that are equal but for case.
	 */
	static IntStream marksOfAsset(String asset) {
		int hash = asset.codePoints()
			.map(Character::toUpperCase)
			.map(Character::toLowerCase)
			.reduce(1, (all, next) -> 31 * all + next);
		return IntStream.rangeClosed(1, MARKS_OF_AN_ASSET).map((number) -> sharedMark(hash + number * 0x7FEB352D));
	}

	/**
	 * Whether every row that bears a word's marks holds the word.
	 */
	boolean tellsAllOf(int[] marks) {
		return this.bits.length > 0 && marks.length == 1 && marks[0] < PAIRS;
	}

	/**
	 * Whether a row's text holds a word.
	 */
	boolean contains(int row, String word) {
		return this.texts[row].contains(word);
	}

	/**
	 * Leave only rows that bear all of some marks.
	 */
	void narrow(BitSet candidates, int[] marks) {
		if (this.bits.length == 0) {
			return;
		}
		long[] all = candidates.toLongArray();
		for (int mark : marks) {
			int line = mark * this.lineLength;
			for (int at = 0; at < all.length; at++) {
				all[at] &= this.bits[line + at];
			}
		}
		candidates.and(BitSet.valueOf(all));
	}

	private static int mark(int sequence) {
		int first = (sequence >> 8) - 'a';
		int second = (sequence & 0xFF) - 'a';
		boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
		return (letters) ? first * LETTERS + second : sharedMark(sequence);
	}

	/**
	 * The upper bits of a product are its best.
	 */
	private static int sharedMark(int sequence) {
		return PAIRS + (int) (Integer.toUnsignedLong(sequence * 0x9E3779B1) * SHARED >>> Integer.SIZE);
	}

}
