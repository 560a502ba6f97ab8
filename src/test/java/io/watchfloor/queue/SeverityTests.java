package io.watchfloor.queue;

import io.watchfloor.queue.Severity.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Severities by the words of either API.
 */
class SeverityTests {

	@ParameterizedTest
	@CsvSource({ "High, HIGH", "medium, MEDIUM", "LOW, LOW", "Informational, INFORMATIONAL", "UnSpecified, OTHER",
			"Odd, OTHER" })
	void aWordHasItsPlaceInAnyCaseAndStaysAsItCame(String word, Level level) {
		assertThat(Severity.of(word)).isEqualTo(new Severity(level, word));
	}

	@Test
	void noneIsUnspecifiedBecauseGraphHasOneWordForBoth() {
		assertThat(Severity.of("")).isEqualTo(Severity.of("UnSpecified"));
	}

}
