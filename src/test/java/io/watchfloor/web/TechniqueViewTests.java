package io.watchfloor.web;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TechniqueViewTests {

	@ParameterizedTest
	@CsvSource({ "T1059, Command and Scripting Interpreter, https://attack.mitre.org/techniques/T1059/",
			"T1059.001, Command and Scripting Interpreter: PowerShell, https://attack.mitre.org/techniques/T1059/001/",
			"T9999, , https://attack.mitre.org/techniques/T9999/" })
	void aTechniqueHasItsNameWhereItIsKnownAndLeadsToItsPageAtMitre(String id, @Nullable String name, String url) {
		assertThat(TechniqueView.of(id)).isEqualTo(new TechniqueView(id, name, url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "T105", "T10590", "T1059.1", "T1059/../x", "t1059", "T1059.001 ", "T١٠٥٩", "TA0001" })
	void whatIsShapedOtherwiseLeadsNowhere(String id) {
		assertThat(TechniqueView.of(id)).isEqualTo(new TechniqueView(id, null, null));
	}

}
