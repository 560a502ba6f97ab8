package io.watchfloor.queue;

import java.util.List;

/**
 * How severities rank. The enumeration is open: what is not known ranks lowest.
 */
final class Severity {

	private static final List<String> ASCENDING = List.of("Informational", "Low", "Medium", "High");

	private Severity() {
	}

	/**
	 * How bad it is.
	 * @param severity as it came
	 * @return from -1 for unknown ones to 3 for high
	 */
	static int rank(String severity) {
		int rank = ASCENDING.size() - 1;
		while (rank >= 0 && !ASCENDING.get(rank).equalsIgnoreCase(severity)) {
			rank--;
		}
		return rank;
	}

}
