package io.watchfloor.web;

import java.util.Locale;

/**
 * How numbers of things are written on pages.
 */
final class Numbers {

	private Numbers() {
	}

	/**
	 * A number of things, such as {@code 1,284 incidents}.
	 */
	static String of(long number, String one, String many) {
		return String.format(Locale.ROOT, "%,d %s", number, (number == 1) ? one : many);
	}

}
