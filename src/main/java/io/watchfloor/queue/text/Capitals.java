package io.watchfloor.queue.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The places of capital letters in a text that is kept in lower case, as UTF-8 with one
 * character for each byte: so it can be searched in lower case and shown as it came. One
 * letter in twenty is a capital, so that the distances between them take a twentieth of
 * the text, where the text as it came would take as much again.
 *
 * @param distances from each capital to the next, the first from the beginning; one of
 * {@value #FAR} stands for so many bytes without a capital
 */
public record Capitals(String distances) {

	/**
	 * The largest distance, so that all fit into one byte each.
	 */
	private static final int FAR = 255;

	/**
	 * Return the part of a text in the case in which it came.
	 * @param folded the text in lower case
	 * @param start where the part begins
	 * @param end where it ends
	 * @return the part, decoded
	 */
	public String restore(String folded, int start, int end) {
		StringBuilder restored = new StringBuilder();
		int from = start;
		int capital = 0;
		for (int i = 0; i < this.distances.length() && capital < end; i++) {
			int distance = this.distances.charAt(i);
			capital += distance;
			if (distance < FAR && capital >= start && capital < end) {
				int next = Math.min(end, capital + bytes(folded.charAt(capital)));
				restored.append(decode(folded, from, capital))
					.append(decode(folded, capital, next).toUpperCase(Locale.ROOT));
				from = next;
			}
		}
		return restored.append(decode(folded, from, end)).toString();
	}

	/**
	 * Return how many bytes the character has that begins with a byte.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629#section-3">RFC 3629, section
	 * 3</a>
	 */
	private static int bytes(char first) {
		return (first < 0xC0) ? 1 : (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
	}

	private static String decode(String folded, int start, int end) {
		return new String(folded.substring(start, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	/**
	 * Collects the capitals of a text, whose parts come one after the other.
	 */
	public static final class Builder {

		private final StringBuilder distances = new StringBuilder();

		private int last;

		/**
		 * Add a part of the text. Letters whose capital is another than the one that came
		 * are left out, such as the Turkish dotted I.
		 * @param original the part as it came
		 * @param lower the part in lower case
		 * @param start where the part begins in the whole text, in bytes
		 */
		public void add(String original, String lower, int start) {
			if (original.length() != lower.length()) {
				return;
			}
			int at = start;
			for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
				int letter = lower.codePointAt(i);
				int came = original.codePointAt(i);
				if (came != letter && Character.toUpperCase(letter) == came) {
					add(at);
				}
				at += (letter < 0x80) ? 1 : (letter < 0x800) ? 2 : (letter < 0x10000) ? 3 : 4;
			}
		}

		private void add(int place) {
			while (place - this.last >= FAR) {
				this.distances.append((char) FAR);
				this.last += FAR;
			}
			this.distances.append((char) (place - this.last));
			this.last = place;
		}

		/**
		 * Return the capitals that were added.
		 * @return the capitals
		 */
		public Capitals build() {
			return new Capitals(this.distances.toString());
		}

	}

}
