package io.watchfloor.web.address;

/**
 * A value of a filter as it stands in an address: with {@code !} in front where it is
 * excluded. A value that begins with that sign itself, or with {@code =}, has a {@code =}
 * in front.
 *
 * @param value the value
 * @param excluded whether incidents that have it are left out
 */
public record FilterValue(String value, boolean excluded) {

	private static final String NOT = "!";

	private static final String LITERALLY = "=";

	/**
	 * Parse a value from an address.
	 */
	public static FilterValue parse(String text) {
		boolean excluded = text.startsWith(NOT) && text.length() > 1;
		String rest = excluded ? text.substring(1) : text;
		boolean literally = rest.startsWith(LITERALLY) && rest.length() > 1;
		return new FilterValue(literally ? rest.substring(1) : rest, excluded);
	}

	/**
	 * Write the value for an address.
	 */
	public String write() {
		boolean ambiguous = this.value.startsWith(NOT) || this.value.startsWith(LITERALLY);
		return (this.excluded ? NOT : "") + (ambiguous ? LITERALLY : "") + this.value;
	}

}
