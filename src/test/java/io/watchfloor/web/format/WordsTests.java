package io.watchfloor.web.format;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@ParameterizedTest
	@CsvSource({ "AzureADIdentityProtection, Entra ID Protection", "AzureAdIdentityProtection, Entra ID Protection",
			"azureAdIdentityProtection, Entra ID Protection", "microsoftDefenderForEndpoint, Defender for Endpoint",
			"CustomTI, Custom threat indicators", "SomethingNew, SomethingNew" })
	void aProductHasOneNameHoweverTheApiCapitalizesItsWord(String word, String name) {
		assertThat(ProductNames.of(word)).isEqualTo(name);
	}

	@Test
	void everyTacticIsSpelledInWordsWhereverItStands() {
		assertThat(Arrays.stream(Tactic.values()).map(WordsTests::word).map(Terms::of))
			.containsExactlyElementsOf(Arrays.stream(Tactic.values()).map(Tactic::label).toList());
	}

	/**
	 * Return the API's word for a tactic, such as {@code CommandAndControl}.
	 */
	private static String word(Tactic tactic) {
		StringBuilder word = new StringBuilder();
		for (String part : tactic.label().split(" ")) {
			word.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
		}
		return word.toString();
	}

}
