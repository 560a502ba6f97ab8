package io.watchfloor.defender.graph;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import org.jspecify.annotations.Nullable;

/**
 * Turns Microsoft Graph's words for the values of enumerations into the Defender API's,
 * so that an address selects the same incidents whichever of the two they came from. An
 * unknown word gets a capital and stays otherwise as it came; a text that is no word, as
 * attackers write them, stays whole.
 */
final class GraphWords {

	/**
	 * Words that differ in more than the capital. Graph's reference and its schema call
	 * some determinations differently, so both are here.
	 */
	private static final Map<String, String> DEFENDER = Map.ofEntries(
			Map.entry("azureadidentityprotection", "AzureADIdentityProtection"), Map.entry("customti", "CustomerTI"),
			Map.entry("notmalicious", "Clean"), Map.entry("notenoughdatatovalidate", "NoEnoughDataToValidate"),
			Map.entry("insufficientdata", "NoEnoughDataToValidate"), Map.entry("compromiseduser", "CompromisedAccount"),
			Map.entry("confirmeduseractivity", "ConfirmedActivity"));

	/**
	 * Matches words, and nothing that an attacker could use as anything else.
	 */
	private static final Pattern WORD = Pattern.compile("[\\w ]+");

	private GraphWords() {
	}

	/**
	 * Return the Defender API's word.
	 * @param word Graph's word, or {@code null}
	 * @return the word, or {@code null}
	 */
	static @Nullable String word(@Nullable String word) {
		if (word == null) {
			return null;
		}
		String known = DEFENDER.get(word.toLowerCase(Locale.ROOT));
		return (known != null) ? known : capitalized(word);
	}

	/**
	 * Return the Defender API's word for a severity.
	 */
	static @Nullable String severity(@Nullable String word) {
		return "unknown".equalsIgnoreCase(word) ? "UnSpecified" : word(word);
	}

	/**
	 * Return the Defender API's word for a determination.
	 */
	static @Nullable String determination(@Nullable String word) {
		return "unknown".equalsIgnoreCase(word) ? "NotAvailable" : word(word);
	}

	/**
	 * Return Graph's word for a classification, as it is written.
	 */
	static String written(Classification classification) {
		return graphs(classification.word());
	}

	/**
	 * Return Graph's word for a determination, as it is written: that of its schema, from
	 * which its reference differs in some.
	 */
	static String written(Determination determination) {
		return switch (determination) {
			case NOT_SET -> "unknown";
			case NOT_MALICIOUS -> "notMalicious";
			case NOT_ENOUGH_DATA -> "notEnoughDataToValidate";
			default -> graphs(determination.word());
		};
	}

	/**
	 * Return Graph's word for a status of the Defender API.
	 */
	static String graphs(String word) {
		return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
	}

	static String capitalized(String word) {
		return WORD.matcher(word).matches() ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
	}

}
