package io.watchfloor.queue;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/**
 * The texts of an incident in which a search looks for words, in lower case. They are
 * held as UTF-8 in a string of one byte a character, so that a name in any script doubles
 * nothing, and a search runs as fast as the virtual machine can look.
 */
public final class SearchText {

	private final String text;

	private SearchText(String text) {
		this.text = text;
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

	/**
	 * A word in the form in which {@link #contains} looks for it.
	 */
	static String fold(String word) {
		return new String(word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Whether a word occurs.
	 */
	boolean contains(String foldedWord) {
		return this.text.contains(foldedWord);
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

}
