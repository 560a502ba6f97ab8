package io.watchfloor.defender;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DefenderSettingsTests {

	@ParameterizedTest
	@CsvSource({ "http://api.example, 50, 1500, PT30S, DEFENDER_API_URL",
			"https://api.example, 0, 1500, PT30S, DEFENDER_CALLS_PER_MINUTE",
			"https://api.example, 50, 0, PT30S, DEFENDER_CALLS_PER_HOUR",
			"https://api.example, 50, 1500, PT0S, DEFENDER_TIMEOUT",
			"https://api.example, 50, 1500, PT-1S, DEFENDER_TIMEOUT" })
	void aSettingThatCannotBeIsNamedAsItsUsersKnowIt(URI url, int callsPerMinute, int callsPerHour, String timeout,
			String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DefenderSettings(url, callsPerMinute, callsPerHour, Duration.parse(timeout)))
			.withMessageContaining(name);
	}

}
