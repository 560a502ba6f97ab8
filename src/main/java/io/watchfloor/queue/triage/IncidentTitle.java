package io.watchfloor.queue.triage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.queue.SearchText;

/**
 * Compares titles of incidents. Defender makes a title of what was detected and of how
 * much is affected, as in "'Dirtelti' backdoor was prevented on multiple endpoints".
 *
 * @param text the title
 * @param beginning the title up to where it says how much is affected
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/manage-incidents">Manage
 * incidents in Microsoft Defender</a>
 */
record IncidentTitle(String text, String beginning) {

	/**
	 * How many of what is affected. No other number in a title is a count of that kind:
	 * the one of a vulnerability or of a rule says what was detected.
	 */
	private static final Pattern COUNT = Pattern.compile(
			"\\b(?:one|multiple|several|\\d{1,9}) (endpoint|device|user|account|mailbox|source|asset)(?:e?s)?\\b",
			Pattern.CASE_INSENSITIVE);

	static IncidentTitle of(String title) {
		Matcher count = COUNT.matcher(title);
		return new IncidentTitle(title, count.find() ? title.substring(0, count.start()) : title);
	}

	/**
	 * Return whether another title differs at most in case and in how much is affected.
	 * Most titles begin otherwise, which is known much sooner.
	 */
	boolean isSame(String other) {
		return other.regionMatches(true, 0, this.beginning, 0, this.beginning.length())
				&& (other.equalsIgnoreCase(this.text) || compared(other).equals(compared(this.text)));
	}

	private static String compared(String title) {
		return COUNT.matcher(SearchText.fold(title.strip())).replaceAll("$1");
	}

}
