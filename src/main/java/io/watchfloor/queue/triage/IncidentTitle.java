package io.watchfloor.queue.triage;

import java.util.regex.Pattern;

import io.watchfloor.queue.SearchText;

/**
 * Compares titles of incidents. Defender makes a title of what was detected and of how
 * much is affected, as in "'Dirtelti' backdoor was prevented on multiple endpoints".
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/manage-incidents">Manage
 * incidents in Microsoft Defender</a>
 */
final class IncidentTitle {

	/**
	 * How many of what is affected. No other number in a title is a count of that kind:
	 * the one of a vulnerability or of a rule says what was detected.
	 */
	private static final Pattern COUNT = Pattern
		.compile("\\b(?:one|multiple|several|\\d{1,9}) (endpoint|device|user|account|mailbox|source|asset)(?:e?s)?\\b");

	private IncidentTitle() {
	}

	/**
	 * Return the form in which titles are compared: in lower case, and with no count of
	 * what is affected.
	 */
	static String of(String title) {
		return COUNT.matcher(SearchText.fold(title.strip())).replaceAll("$1");
	}

}
