package io.watchfloor.web.address;

/**
 * A link on a page.
 *
 * @param label what it says
 * @param address where it leads
 * @param current whether it leads to what is shown already
 */
public record Link(String label, String address, boolean current) {

	/**
	 * A link to something else than what is shown.
	 * @param label what it says
	 * @param address where it leads
	 */
	public static Link to(String label, String address) {
		return new Link(label, address, false);
	}

}
