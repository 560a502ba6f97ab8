package io.watchfloor.web.export;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.watchfloor.defender.SpoiltAnswers;
import io.watchfloor.support.Mutations;
import io.watchfloor.web.format.SpreadsheetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Incidents and texts that were spoilt at random, the same in every run.
 */
@Timeout(120)
class SpoiltExportsTests {

	@Test
	void everyIncidentThatCanBeReadCanBeExported() {
		new Mutations(SpoiltAnswers.samples()).tryOut(1_000, SpoiltExports::exports);
	}

	@Test
	void noForeignTextBecomesAFormula() {
		new Mutations(
				List.of("=HYPERLINK(\"x\")", " \t\u200b+1", "invoice\u202efdp.exe", "plain text", "-2+3", "\uFF1D1"))
			.tryOut(20_000, (bytes) -> assertThat(SpreadsheetText.of(new String(bytes, StandardCharsets.UTF_8)))
				.doesNotContainPattern("\\A[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+@\uFF1D\uFF0B\uFF20-]"));
	}

}
