package io.watchfloor.web.incident;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.TechniqueNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
		assertThat(TechniqueView.of(id)).isEqualTo(new TechniqueView(id, name, null, url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "T105", "T10590", "T1059.1", "T1059/../x", "t1059", "T1059.001 ", "T١٠٥٩", "TA0001" })
	void whatIsShapedOtherwiseLeadsNowhere(String id) {
		assertThat(TechniqueView.of(id)).isEqualTo(new TechniqueView(id, null, null, null));
	}

	@Test
	void aRevokedTechniqueHasTheNameOfItsSuccessorAndSaysSo() {
		assertThat(TechniqueView.of("T1562.001")).isEqualTo(new TechniqueView("T1562.001", "Disable or Modify Tools",
				"now T1685", "https://attack.mitre.org/techniques/T1562/001/"));
		assertThat(TechniqueView.of("T1086").name()).isEqualTo("Command and Scripting Interpreter: PowerShell");
	}

	@Test
	void aDeprecatedTechniqueKeepsItsName() {
		assertThat(TechniqueView.of("T1043")).isEqualTo(new TechniqueView("T1043", "Commonly Used Port", "deprecated",
				"https://attack.mitre.org/techniques/T1043/"));
	}

	@Test
	void theFilesAreAsLargeAsTheReleaseAndAgreeWithEachOther() throws IOException {
		Properties names = file("attack-techniques.properties");
		Properties retired = file("attack-retired.properties");
		Set<String> deprecated = names.stringPropertyNames()
			.stream()
			.filter(retired::containsKey)
			.collect(Collectors.toSet());
		assertThat(TechniqueNames.release()).isEqualTo("19");
		assertThat(names).hasSize(697 + 12 + 1);
		assertThat(deprecated).hasSize(12).allMatch((id) -> retired.getProperty(id).isEmpty());
		assertThat(retired).hasSize(12 + 149);
		assertThat(retired.stringPropertyNames()).filteredOn((id) -> !deprecated.contains(id))
			.allMatch((id) -> names.containsKey(retired.getProperty(id)));
		assertThat(names.stringPropertyNames()).filteredOn((id) -> id.contains("."))
			.allMatch((id) -> names.containsKey(id.substring(0, id.indexOf('.'))));
	}

	private static Properties file(String name) throws IOException {
		try (InputStream file = TechniqueNames.class.getResourceAsStream(name)) {
			Properties properties = new Properties();
			properties.load(file);
			return properties;
		}
	}

}
