package io.watchfloor.web.address;

import org.jspecify.annotations.Nullable;

/**
 * A link on a page.
 *
 * @param label its text
 * @param address its address, or {@code null} to show the text alone
 * @param current whether it leads to what the page shows already
 */
public record Link(String label, @Nullable String address, boolean current) {

	/**
	 * Create a link to something else than the page shows.
	 */
	public static Link to(String label, @Nullable String address) {
		return new Link(label, address, false);
	}

}
