package io.watchfloor;

import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What an administrator meets when starting Watchfloor.
 */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class StartUpTests {

	private static final String TENANT = "--AZURE_TENANT_ID=0a1b2c3d-0000-4000-8000-00000000000a";

	@Test
	void stopsAtOnceAndSaysWhatIsMissingAndHowToTryTheSandbox(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start());
		assertThat(output).contains("AZURE_TENANT_ID is not set", "Directory (tenant) ID", "AZURE_CLIENT_ID is not set",
				"Application (client) ID", "./mvnw spring-boot:test-run");
		assertNothingElseIsSaid(output);
	}

	@ParameterizedTest
	@CsvSource({ "--AZURE_CLIENT_SECRET=0a1b2c3d-0000-4000-8000-00000000000b, that is the secret's ID",
			"--DEFENDER_CALLS_PER_MINUTE=abc, DEFENDER_CALLS_PER_MINUTE must be a whole number; the default is 50",
			"--server.port=70000, server.port must be a port",
			"--AZURE_CLIENT_CERTIFICATE_PATH=/nowhere.pem, AZURE_CLIENT_CERTIFICATE_PATH",
			"--AZURE_AUTHORITY_HOST=http://login.example, AZURE_AUTHORITY_HOST",
			"--DEFENDER_API_URL=http://api.example, DEFENDER_API_URL",
			"--DEFENDER_CALLS_PER_MINUTE=0, DEFENDER_CALLS_PER_MINUTE",
			"--WATCHFLOOR_FRESHNESS=-1s, WATCHFLOOR_FRESHNESS",
			"--WATCHFLOOR_HIGH_ACTIVE_LIMIT=0s, WATCHFLOOR_HIGH_ACTIVE_LIMIT" })
	void refusesASettingThatCannotBe(String setting, String named, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(TENANT, "--AZURE_CLIENT_ID=client", setting));
		assertThat(output).contains(named).doesNotContain("\tat ");
		assertNothingElseIsSaid(output);
	}

	@Test
	void saysWhichOfSpringBootsOwnSettingsIsWrong(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start(TENANT, "--AZURE_CLIENT_ID=client", "--server.tomcat.max-swallow-size=large"));
		assertThat(output).contains("server.tomcat.max-swallow-size must be a size such as 500MB")
			.doesNotContain("Failed to bind");
	}

	private static void assertNothingElseIsSaid(CapturedOutput output) {
		assertThat(output).doesNotContain("\tat ", "Exception", "Failed to bind", "Tomcat");
		assertThat(output.toString().lines().filter((line) -> line.matches("\\d{4}-.*"))).singleElement()
			.asString()
			.contains("LoggingFailureAnalysisReporter");
	}

	@Test
	void startsWithoutEntraOrDefenderAndIsHealthy() {
		try (RunningWatchfloor application = start(TENANT, "--AZURE_CLIENT_ID=client",
				"--AZURE_AUTHORITY_HOST=http://localhost:1", "--DEFENDER_API_URL=http://localhost:1/path")) {
			Visitor visitor = application.visitor();
			assertThat(visitor.open("/").status()).isEqualTo(200);
			assertThat(visitor.open("/actuator/health").text()).contains("\"status\":\"UP\"").doesNotContain("details");
			assertThat(visitor.open("/actuator/health/liveness").text()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(visitor.open("/actuator/health/readiness").text()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(visitor.ask("/actuator/env").status()).isEqualTo(404);
		}
	}

	@Test
	void revealsTheTokenOnlyWhereTheOperatorSwitchedThatOn() {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests())) {
			assertThat(revealed(sandbox, "false")).isEqualTo(404);
			assertThat(revealed(sandbox, "true")).isEqualTo(200);
		}
	}

	private static int revealed(Sandbox sandbox, String setting) {
		try (RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings(),
				"--WATCHFLOOR_TOKEN_REVEAL=" + setting)) {
			sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			Visitor visitor = application.visitor();
			Visitor.Page page = visitor.signIn(SandboxAccount.ANALYST, "/token");
			String csrf = Objects.requireNonNull(page.html().selectFirst("input[name=_csrf]")).attr("value");
			assertThat(page.html().select("form[action=/token/reveal]")).hasSize("true".equals(setting) ? 1 : 0);
			assertThat(visitor.post("/token/reveal", Map.of()).status()).isEqualTo(403);
			Visitor.Page answer = visitor.post("/token/reveal", Map.of("_csrf", csrf));
			assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
			assertThat(answer.text().startsWith("eyJ")).isEqualTo("true".equals(setting));
			return answer.status();
		}
	}

	private static RunningWatchfloor start(String... arguments) {
		return RunningWatchfloor.with(Map.of("logging.level.root", "info"), arguments);
	}

}
