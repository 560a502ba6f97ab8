package io.watchfloor.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Markup by what it shows, as much of what was used last as fits. Safe for threads.
 */
final class KeptMarkup {

	/**
	 * All of it together, in characters: about two hundred rows. Fifty analysts so keep
	 * ten megabytes, or twice as much where incidents are told in other than Latin
	 * letters.
	 */
	static final int ROOM = 200_000;

	private final Map<Object, Markup> kept = new LinkedHashMap<>(16, 0.75f, true);

	private int characters;

	/**
	 * The markup that shows something, printed now unless it is known.
	 * @param shown what it shows: equal objects look the same
	 * @param print prints it
	 */
	synchronized Markup get(Object shown, Supplier<Markup> print) {
		Markup known = this.kept.get(shown);
		if (known != null) {
			return known;
		}
		Markup printed = print.get();
		this.kept.put(shown, printed);
		this.characters += printed.html().length();
		makeRoom();
		return printed;
	}

	private void makeRoom() {
		Iterator<Markup> longestUnused = this.kept.values().iterator();
		while (this.characters > ROOM) {
			this.characters -= longestUnused.next().html().length();
			longestUnused.remove();
		}
	}

}
