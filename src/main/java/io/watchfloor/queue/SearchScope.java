package io.watchfloor.queue;

import java.util.Locale;

/**
 * What a search term may be narrowed to by a prefix, such as {@code ip:}.
 */
public enum SearchScope {

	DEVICE, USER, IP, HASH, FILE, URL, MAIL, TAG, TECHNIQUE, ALERT;

	private final String prefix = name().toLowerCase(Locale.ROOT) + ":";

	/**
	 * Return what stands before a term that is narrowed.
	 * @return such as {@code ip:}
	 */
	public String prefix() {
		return this.prefix;
	}

}
