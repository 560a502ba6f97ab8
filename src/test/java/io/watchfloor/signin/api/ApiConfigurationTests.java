package io.watchfloor.signin.api;

import java.net.URI;

import io.watchfloor.support.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says at start of the API that is read, and of changes.
 */
class ApiConfigurationTests {

	@RegisterExtension
	final LogLines log = new LogLines();

	@ParameterizedTest
	@CsvSource({ "DEFENDER, Incident.ReadWrite", "GRAPH, SecurityIncident.ReadWrite.All" })
	void whereTriageIsOnTheLogSaysWhichPermissionAnalystsAreAskedFor(IncidentApi source, String permission) {
		start(source, ApiSettings.Triage.TRUE);
		assertThat(this.log.everything()).hasSize(2)
			.last()
			.isEqualTo("Incidents may be changed: analysts are asked for " + permission + " when they first want to");
	}

	@Test
	void whereTriageIsOffTheLogSaysThatNothingIsChanged() {
		start(IncidentApi.DEFENDER, ApiSettings.Triage.FALSE);
		assertThat(this.log.everything()).containsExactly(
				"Incidents are read from the Defender API, with Incident.Read",
				"Incidents are not changed. WATCHFLOOR_TRIAGE=true lets analysts do so");
	}

	private static void start(IncidentApi source, ApiSettings.Triage triage) {
		new ApiConfiguration()
			.apiAccess(new ApiSettings(source, new DefenderScope(URI.create(DefenderScope.URL), DefenderScope.SCOPE),
					new GraphScopes(URI.create(GraphScopes.URL), ""), triage,
					new ApiSettings.Authority(URI.create("https://login.microsoftonline.com"))));
	}

}
