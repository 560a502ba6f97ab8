package io.watchfloor.queue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The texts of an incident that a search looks through, in lower case and with their
 * letters composed. A string takes one byte a character if all characters are Latin-1,
 * and two if a single one is not. So the texts are kept as their UTF-8 bytes, one
 * character for each: a name in another script does not double them, and
 * {@link String#contains} stays fast.
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
	 * The first character that is not in form C wherever it stands.
	 */
	private static final char FIRST_ACCENT = '\u0300';

	/**
	 * Join texts. Words have no white space, so that none is found across the end of a
	 * line. A text that occurs in those shortly before it is left out.
	 * @param pieces the texts
	 * @return them in one
	 */
	public static SearchText of(Collection<String> pieces) {
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
		return new String(lower(text).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Convert a word that somebody searches for into the forms that find it.
	 * @param word the word, which may be defanged
	 * @return the word as {@link #fold} returns it and, if it is defanged, also what it
	 * stands for
	 */
	public static List<String> spellings(String word) {
		return meanings(word).stream().map(SearchText::fold).distinct().toList();
	}

	/**
	 * Return what a text that somebody entered may stand for.
	 * @param text the text, which may be defanged
	 * @return the text itself and, if it is defanged, what it stands for, with their
	 * letters composed
	 */
	public static List<String> meanings(String text) {
		return Stream.of(text, Refang.of(text)).map(SearchText::composed).distinct().toList();
	}

	/**
	 * Convert a text to lower case, with its letters composed.
	 * @param text the text
	 * @return the text as {@link #toString()} has it
	 */
	public static String lower(String text) {
		return composed(text.toLowerCase(Locale.ROOT));
	}

	/**
	 * Compose the letters of a text, so that an é which is one character equals one that
	 * is an e and an accent. Most texts have no accents and stay as they are: the
	 * normalizer is several times as slow as this look at their characters.
	 * @param text the text
	 * @return its normalization form C
	 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode Normalization
	 * Forms</a>
	 */
	public static String composed(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= FIRST_ACCENT) {
				return Normalizer.normalize(text, Normalizer.Form.NFC);
			}
		}
		return text;
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
	 * Return whether a word occurs in any of its spellings.
	 * @param spellings the word as {@link #spellings} returns it
	 * @return whether one of them occurs in one of the texts
	 */
	public boolean containsAny(List<String> spellings) {
		for (String spelling : spellings) {
			if (contains(spelling)) {
				return true;
			}
		}
		return false;
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
