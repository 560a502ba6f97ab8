package io.watchfloor.queue;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/**
 * The texts of an incident in which a search looks for words, in lower case. They are
 * held as UTF-8 in a string of one byte a character, so that a name in any script doubles
 * nothing, and a search runs as fast as the virtual machine can look.
 *
 * @param folded all of them, a line each, in that form
 */
public record SearchText(String folded) {

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
	 * The form in which texts are held and words are looked for.
	 */
	public static String fold(String text) {
		return new String(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Whether a word occurs.
	 * @param word the word as {@link #fold} gives it
	 */
	public boolean contains(String word) {
		return this.folded.contains(word);
	}

	@Override
	public String toString() {
		return new String(this.folded.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
