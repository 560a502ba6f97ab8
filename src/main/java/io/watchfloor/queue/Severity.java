package io.watchfloor.queue;

import java.util.List;
import java.util.Locale;

/**
 * How severities rank. The enumeration is open: what is not known ranks lowest.
 */
final class Severity {

	private static final List<String> ASCENDING = List.of("informational", "low", "medium", "high");

	private Severity() {
	}

	/**
	 * How bad it is.
	 * @param severity as it came
	 * @return from -1 for unknown ones to 3 for high
	 */
	static int rank(String severity) {
		return ASCENDING.indexOf(severity.toLowerCase(Locale.ROOT));
	}

}
