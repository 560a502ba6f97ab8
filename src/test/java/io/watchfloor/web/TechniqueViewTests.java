package io.watchfloor.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TechniqueViewTests {

	@ParameterizedTest
	@CsvSource({ "T1059, https://attack.mitre.org/techniques/T1059/",
			"T1059.001, https://attack.mitre.org/techniques/T1059/001/" })
	void aTechniqueLeadsToItsPageAtMitre(String id, String url) {
		assertThat(TechniqueView.of(id)).isEqualTo(new TechniqueView(id, url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "T105", "T10590", "T1059.1", "T1059/../x", "t1059", "T1059.001 ", "T١٠٥٩", "TA0001" })
	void whatIsShapedOtherwiseLeadsNowhere(String id) {
		assertThat(TechniqueView.of(id)).isEqualTo(new TechniqueView(id, null));
	}

}
