package io.watchfloor.queue;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/**
 * The texts of an incident in which a search looks for words, in lower case. They are
 * held as UTF-8 in a string of one byte a character, so that a name in any script doubles
 * nothing, and a search runs as fast as the virtual machine can look. Most texts need no
 * look at all: a {@link Signature} tells that a word is not among them.
 */
public final class SearchText {

	private final String text;

	private final long[] signature;

	private SearchText(String text) {
		this.text = text;
		this.signature = Signature.of(text);
	}

	/**
	 * Join texts. Words hold no white space, so none is found across a line's end; and a
	 * text that stands within what was joined already need not stand there twice.
	 */
	static SearchText of(Collection<String> pieces) {
		StringBuilder text = new StringBuilder();
		for (String piece : pieces) {
			String folded = fold(piece);
			if (text.indexOf(folded) < 0) {
				text.append(folded).append('\n');
			}
		}
		return new SearchText(text.toString());
	}

	private static String fold(String word) {
		return new String(word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Whether a word occurs.
	 */
	boolean contains(Word word) {
		return mayContain(word) && this.text.contains(word.folded);
	}

	/**
	 * Whether a word may occur; it does not where this says no.
	 */
	boolean mayContain(Word word) {
		return Signature.mayHold(this.signature, word.trigrams);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SearchText that && that.text.equals(this.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return new String(this.text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	/**
	 * A word in the form in which texts are searched for it.
	 */
	static final class Word {

		private final String folded;

		private final int[] trigrams;

		Word(String word) {
			this.folded = fold(word);
			this.trigrams = Signature.trigrams(this.folded);
		}

	}

}
