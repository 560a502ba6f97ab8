package io.watchfloor.defender;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An analyst's finding about an incident, which goes with some classifications only.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/defender-xdr/api-update-incidents">Update incidents
 * API</a>
 */
public enum Determination {

	/** Nobody has said. Not documented as a value that can be written. */
	NOT_SET("NotAvailable", List.of()),
	/** An attack in several stages. */
	MULTISTAGE_ATTACK("MultiStagedAttack", List.of(Classification.TRUE_POSITIVE)),
	/** A person of one's own with bad intent. */
	MALICIOUS_USER_ACTIVITY("MaliciousUserActivity", List.of(Classification.TRUE_POSITIVE)),
	/** Somebody else used an account. */
	COMPROMISED_ACCOUNT("CompromisedAccount", List.of(Classification.TRUE_POSITIVE), "CompromisedUser"),
	/** Malware. */
	MALWARE("Malware", List.of(Classification.TRUE_POSITIVE)),
	/** Phishing. */
	PHISHING("Phishing", List.of(Classification.TRUE_POSITIVE)),
	/** Software that nobody wants. */
	UNWANTED_SOFTWARE("UnwantedSoftware", List.of(Classification.TRUE_POSITIVE)),
	/** A test of security. */
	SECURITY_TEST("SecurityTesting", List.of(Classification.EXPECTED_ACTIVITY)),
	/** An application of one's own business. */
	BUSINESS_APPLICATION("LineOfBusinessApplication", List.of(Classification.EXPECTED_ACTIVITY)),
	/** Something that its user confirmed. */
	CONFIRMED_ACTIVITY("ConfirmedActivity", List.of(Classification.EXPECTED_ACTIVITY), "ConfirmedUserActivity"),
	/** Nothing malicious. */
	NOT_MALICIOUS("Clean", List.of(Classification.FALSE_POSITIVE)),
	/** Too little to judge by. */
	NOT_ENOUGH_DATA("NoEnoughDataToValidate", List.of(Classification.FALSE_POSITIVE), "InsufficientData"),
	/** None of the others. */
	OTHER("Other",
			List.of(Classification.TRUE_POSITIVE, Classification.EXPECTED_ACTIVITY, Classification.FALSE_POSITIVE));

	private final String word;

	private final List<Classification> classifications;

	private final Set<String> formerWords;

	Determination(String word, List<Classification> classifications, String... formerWords) {
		this.word = word;
		this.classifications = classifications;
		this.formerWords = Set.of(formerWords);
	}

	/**
	 * Return the Defender API's word, as it is written.
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Return the classifications that it goes with.
	 */
	List<Classification> classifications() {
		return this.classifications;
	}

	/**
	 * Return the determination that a word of the API stands for.
	 * @param word the word, in any case, be it one that is only read; absent or empty for
	 * none
	 * @return the determination; {@code null} for a word that is not known
	 */
	public static @Nullable Determination of(@Nullable String word) {
		String wanted = Objects.requireNonNullElse(word, "").strip();
		if (wanted.isEmpty()) {
			return NOT_SET;
		}
		return Arrays.stream(values()).filter((one) -> one.isWritten(wanted)).findFirst().orElse(null);
	}

	private boolean isWritten(String wanted) {
		return this.word.equalsIgnoreCase(wanted) || this.formerWords.stream().anyMatch(wanted::equalsIgnoreCase);
	}

}
