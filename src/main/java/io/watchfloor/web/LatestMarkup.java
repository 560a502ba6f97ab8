package io.watchfloor.web;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The markup that was asked for last, of what soon looks different for good. Safe for
 * threads.
 */
final class LatestMarkup {

	private @Nullable Object shown;

	private @Nullable Markup markup;

	/**
	 * The markup that shows something, printed now unless it was asked for last.
	 * @param what what it shows: equal objects look the same
	 * @param print prints it
	 */
	synchronized Markup get(Object what, Supplier<Markup> print) {
		Markup known = this.markup;
		if (known == null || !what.equals(this.shown)) {
			known = print.get();
			this.shown = what;
			this.markup = known;
		}
		return known;
	}

}
