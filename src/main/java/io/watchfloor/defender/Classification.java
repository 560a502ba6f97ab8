package io.watchfloor.defender;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An analyst's judgement of an incident, as it can be written back.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Update incidents
 * API</a>
 */
public enum Classification {

	/**
	 * Nobody has judged it. Not documented as a value that can be written.
	 */
	NOT_SET("Unknown"),

	/**
	 * A real attack.
	 */
	TRUE_POSITIVE("TruePositive"),

	/**
	 * What was seen was expected, such as a test.
	 */
	EXPECTED_ACTIVITY("InformationalExpectedActivity"),

	/**
	 * Nothing of what was reported was there.
	 */
	FALSE_POSITIVE("FalsePositive");

	private final String word;

	Classification(String word) {
		this.word = word;
	}

	/**
	 * Return the Defender API's word.
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Return the determinations that go with this classification.
	 * @return those that can be written, in the order of Microsoft's table; none for
	 * {@link #NOT_SET}
	 */
	public List<Determination> determinations() {
		return Arrays.stream(Determination.values()).filter((one) -> one.classifications().contains(this)).toList();
	}

	/**
	 * Return the classification that a word of the API stands for.
	 * @param word the word, in any case; absent or empty for none
	 * @return the classification; {@code null} for a word that is not known
	 */
	public static @Nullable Classification of(@Nullable String word) {
		String wanted = Objects.requireNonNullElse(word, "").strip();
		if (wanted.isEmpty()) {
			return NOT_SET;
		}
		return Arrays.stream(values()).filter((one) -> one.word.equalsIgnoreCase(wanted)).findFirst().orElse(null);
	}

}
