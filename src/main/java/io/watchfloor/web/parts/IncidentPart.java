package io.watchfloor.web.parts;

import java.util.Locale;

/**
 * The parts of an incident that have addresses of their own.
 */
public enum IncidentPart {

	ALERTS("Alerts", 10), ASSETS("Assets", 20), EVIDENCE("Evidence", 30), GRAPH("Graph", 50),
	RELATED("Related incidents", Integer.MAX_VALUE);

	private final String label;

	private final int size;

	IncidentPart(String label, int size) {
		this.label = label;
		this.size = size;
	}

	/**
	 * Return the part with a name in an address.
	 * @param name the name, such as {@code evidence}; one of the parts'
	 */
	public static IncidentPart of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/**
	 * Return its name in an address.
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return its name for people.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return how much of it stands on one page.
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Return the page that something stands on, from 1.
	 * @param position its position in the whole part, from 0
	 */
	int page(int position) {
		return 1 + position / this.size;
	}

}
