package io.watchfloor.queue.related;

import io.watchfloor.queue.SearchField;
import io.watchfloor.queue.SearchText;

/**
 * Reads the values in the texts of an incident: a line of a text each, but for files,
 * whose folder differs from device to device, and URLs, which name a host besides.
 */
final class HeldTexts implements SearchText.LineReader {

	private static final String END_OF_HOST = "/?#\\";

	private final String folded;

	private final Reader reader;

	private HeldTexts(String folded, Reader reader) {
		this.folded = folded;
		this.reader = reader;
	}

	/**
	 * Read the values of an incident.
	 * @param text its texts
	 * @param reader is told of each value
	 */
	static void read(SearchText text, Reader reader) {
		text.forEachLine(SharedKind.LAST_FIELD, new HeldTexts(text.folded(), reader));
	}

	@Override
	public void line(SearchField field, int start, int end) {
		SharedKind kind = SharedKind.of(field);
		if (kind == null) {
			return;
		}
		switch (kind) {
			case FILE -> tell(kind, Math.max(afterLast('\\', start, end), afterLast('/', start, end)), end);
			case TECHNIQUE -> tell(kind, start, before(' ', start, end));
			case URL -> {
				tell(kind, start, end);
				host(start, end);
			}
			default -> tell(kind, start, end);
		}
	}

	private void tell(SharedKind kind, int start, int end) {
		if (start < end) {
			this.reader.value(kind, this.folded, start, end);
		}
	}

	private int before(char character, int start, int end) {
		int at = start;
		while (at < end && this.folded.charAt(at) != character) {
			at++;
		}
		return at;
	}

	private int afterLast(char character, int start, int end) {
		int at = end;
		while (at > start && this.folded.charAt(at - 1) != character) {
			at--;
		}
		return at;
	}

	/**
	 * Tell of the host of a URL, without user and port.
	 */
	private void host(int start, int end) {
		int scheme = this.folded.indexOf("://", start);
		int from = (scheme >= 0 && scheme < end) ? scheme + 3 : start;
		int to = from;
		while (to < end && END_OF_HOST.indexOf(this.folded.charAt(to)) < 0) {
			to++;
		}
		from = afterLast('@', from, to);
		if (from < to && this.folded.charAt(from) == '[') {
			tell(SharedKind.IP, from + 1, before(']', from, to));
			return;
		}
		to = before(':', from, to);
		tell(isAddress(from, to) ? SharedKind.IP : SharedKind.DOMAIN, from, to);
	}

	private boolean isAddress(int start, int end) {
		for (int at = start; at < end; at++) {
			char character = this.folded.charAt(at);
			if (character != '.' && (character < '0' || character > '9')) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Is told of the values of an incident.
	 */
	@FunctionalInterface
	interface Reader {

		/**
		 * Read a value. It is a part of the texts, so that it need not be copied where
		 * nobody looks for it.
		 * @param kind what it is
		 * @param folded the texts
		 * @param start where it begins
		 * @param end where it ends
		 */
		void value(SharedKind kind, String folded, int start, int end);

	}

}
