package io.watchfloor.queue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.queue.text.Capitals;
import io.watchfloor.queue.text.Refang;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an incident that a search looks through, in lower case, with their letters
 * composed and a single space where they have white space. A string takes one byte a
 * character if all characters are Latin-1, and two if a single one is not. So the texts
 * are kept as their UTF-8 bytes, one character for each: a name in another script does
 * not double them, and {@link String#contains} stays fast. A line begins with the mark of
 * its field; the lines of a field stand together.
 *
 * @param folded all texts in that form, a line each
 * @param capitals which letters came as capitals
 */
public record SearchText(String folded, Capitals capitals) {

	/**
	 * The most characters of a text that are searched, from its beginning. Command lines
	 * may have 8,000 and comments 30,000; few have as many as this.
	 */
	public static final int LONGEST_TEXT = 4_000;

	/**
	 * The most bytes of an incident's texts. Only an incident with tens of thousands of
	 * pieces of evidence has more: its further texts, in the order of
	 * {@link SearchField}, are not searched.
	 */
	static final int MOST_BYTES = 2_000_000;

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
	 * Fields of addresses, of which one may begin with another: {@code 10.0.0.12} with
	 * {@code 10.0.0.1}.
	 */
	private static final Set<SearchField> ADDRESSES = EnumSet.of(SearchField.IP, SearchField.URL, SearchField.MAILBOX,
			SearchField.SENDER, SearchField.RECIPIENT);

	private static final Pattern MARKS = Pattern.compile("^.", Pattern.MULTILINE | Pattern.UNIX_LINES);

	/**
	 * Join texts. A text that occurs in those of its field shortly before it is left out;
	 * an address only if it is one of them.
	 * @param texts the texts of each field
	 * @return them in one
	 */
	public static SearchText of(Map<SearchField, ? extends Collection<String>> texts) {
		StringBuilder all = new StringBuilder();
		Capitals.Builder capitals = new Capitals.Builder();
		new TreeMap<>(texts).forEach((field, ofField) -> {
			int start = all.length();
			for (String text : ofField) {
				String original = beginning(text);
				String lower = singleSpaced(lower(original));
				String folded = bytes(lower);
				String line = field.mark() + folded + '\n';
				String repeated = ADDRESSES.contains(field) ? line : folded;
				if (all.indexOf(repeated, Math.max(start, all.length() - NEARBY)) < 0
						&& all.length() + folded.length() < MOST_BYTES) {
					capitals.add(singleSpaced(composed(original)), lower, all.length() + 1);
					all.append(line);
				}
			}
		});
		return new SearchText(all.toString(), capitals.build());
	}

	private static String beginning(String text) {
		return (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT);
	}

	/**
	 * Convert a text into the form in which texts are kept and words are searched for.
	 * @param text the text
	 * @return its lower case in UTF-8, one character for each byte, with a single space
	 * for each run of white space
	 */
	public static String fold(String text) {
		return bytes(singleSpaced(lower(text)));
	}

	private static String bytes(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Write a single space for each run of white space: words that stand together are
	 * found however wide the space between them, and no text takes more than one line.
	 */
	static String singleSpaced(String text) {
		if (isSingleSpaced(text)) {
			return text;
		}
		StringBuilder spaced = new StringBuilder(text.length());
		boolean inSpace = false;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			boolean space = isSpace(character);
			if (!space) {
				spaced.append(character);
			}
			else if (!inSpace) {
				spaced.append(' ');
			}
			inSpace = space;
		}
		return spaced.toString();
	}

	private static boolean isSingleSpaced(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (isSpace(character) && (character != ' ' || (i > 0 && text.charAt(i - 1) == ' '))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether a character is white space of any width and script.
	 */
	static boolean isSpace(char character) {
		if (character > ' ' && character < 0x7F) {
			return false;
		}
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
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
	 * Read the texts one by one.
	 * @param reader receives each text with its field, decoded and in lower case
	 */
	public void forEachLine(BiConsumer<SearchField, String> reader) {
		int start = 0;
		while (start < this.folded.length()) {
			int end = this.folded.indexOf('\n', start);
			reader.accept(SearchField.of(this.folded.charAt(start)), decode(start + 1, end));
			start = end + 1;
		}
	}

	/**
	 * Find a word in the fields of a scope.
	 * @param word the word as {@link #fold} returns it
	 * @param scope the scope; {@code null} for all fields
	 * @return where it begins; -1 if it does not occur
	 */
	int indexOf(String word, @Nullable SearchScope scope) {
		int at = this.folded.indexOf(word);
		while (at >= 0 && scope != null && fieldAt(at).scope() != scope) {
			int next = next(scope, at);
			at = (next >= 0) ? this.folded.indexOf(word, next) : -1;
		}
		return at;
	}

	/**
	 * Return where the next field of a scope begins, so that a letter that stands in each
	 * line between is not looked at there.
	 * @param after an index before which no field matters
	 * @return the index, or -1 if there is no such field
	 */
	private int next(SearchScope scope, int after) {
		SearchField current = fieldAt(after);
		for (SearchField field : SearchField.values()) {
			if (field.scope() == scope && field.compareTo(current) > 0) {
				int start = this.folded.indexOf("\n" + field.mark(), after);
				if (start >= 0) {
					return start;
				}
			}
		}
		return -1;
	}

	/**
	 * Return a match as it came.
	 * @param start where it begins
	 * @param end where it ends, in the same line
	 */
	SearchMatch match(int start, int end) {
		int line = lineAt(start);
		return new SearchMatch(fieldAt(start), original(line + 1, start), original(start, end),
				original(end, this.folded.indexOf('\n', end)));
	}

	private String original(int start, int end) {
		return this.capitals.restore(this.folded, start, end);
	}

	private SearchField fieldAt(int index) {
		return SearchField.of(this.folded.charAt(lineAt(index)));
	}

	private int lineAt(int index) {
		return this.folded.lastIndexOf('\n', index) + 1;
	}

	/**
	 * Read the lines of the texts, up to a field: the last ones are long.
	 * @param last the last field whose lines are read
	 * @param reader is told of each line, in the order of the fields
	 */
	public void forEachLine(SearchField last, LineReader reader) {
		int start = 0;
		while (start < this.folded.length()) {
			SearchField field = SearchField.of(this.folded.charAt(start));
			if (field.compareTo(last) > 0) {
				return;
			}
			int end = this.folded.indexOf('\n', start);
			reader.line(field, start + 1, end);
			start = end + 1;
		}
	}

	private String decode(int start, int end) {
		return unfold(this.folded.substring(start, end));
	}

	/**
	 * Convert a text from the form in which texts are kept.
	 * @param folded the text, as {@link #fold} returns it
	 * @return the text in lower case
	 */
	public static String unfold(String folded) {
		return new String(folded.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	/**
	 * Return the texts, decoded.
	 * @return the texts in lower case, a line each
	 */
	@Override
	public String toString() {
		return unfold(MARKS.matcher(this.folded).replaceAll(""));
	}

	/**
	 * Is told of the lines of texts.
	 */
	@FunctionalInterface
	public interface LineReader {

		/**
		 * Read a line. It is a part of {@link SearchText#folded()}, so that it need not
		 * be copied where nobody wants it.
		 * @param field the field that it belongs to
		 * @param start where it begins, behind its mark
		 * @param end where it ends
		 */
		void line(SearchField field, int start, int end);

	}

}
