package io.watchfloor;

import java.util.Map;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraError;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Those who run Watchfloor can watch it on a port of its own, once they switched that on;
 * the public port tells nobody more than that it is up.
 */
@IntegrationTest
class ManagementPortTests {

	private static Sandbox sandbox;

	private static RunningWatchfloor application;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(SandboxOptions.forTests());
		application = RunningWatchfloor.with(sandbox.settings(), "--spring.profiles.active=metrics",
				"--management.server.port=0");
		sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
	}

	@AfterAll
	static void stop() {
		application.close();
		sandbox.close();
	}

	private static Visitor signedIn() {
		Visitor visitor = application.visitor();
		visitor.signIn(SandboxAccount.LEAD, "/token");
		return visitor;
	}

	private static Visitor operator() {
		return new Visitor(application.managementOrigin());
	}

	@Test
	void metricsTellWhatHappensAndNameNobody() {
		Visitor visitor = signedIn();
		visitor.open("/incidents/924565");
		String metrics = operator().ask("/actuator/prometheus").text();
		assertThat(metrics).containsPattern("watchfloor_sessions [1-9]")
			.containsPattern("watchfloor_audit_events_total\\{action=\"signed-in\",outcome=\"success\"} [1-9]")
			.containsPattern("watchfloor_defender_calls_seconds_count\\{call=\"get\",outcome=\"success\"} [1-9]")
			.contains("watchfloor_defender_calls_left{window=\"hour\"}")
			.containsPattern("http_server_requests_seconds_count\\{.*uri=\"/incidents/\\{id:\\[0-9]\\+}\"");
		for (SandboxAccount account : SandboxAccount.values()) {
			assertThat(metrics).doesNotContainIgnoringCase(account.objectId())
				.doesNotContainIgnoringCase(account.username())
				.doesNotContainIgnoringCase(account.displayName());
		}
		assertThat(metrics).doesNotContain(sandbox.tenantId(), "924565");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/incidents", "/token", "/session", "/actuator", "/actuator/env", "/actuator/info",
			"/actuator/metrics", "/actuator/prometheus/x", "/oauth2/authorization/entra",
			"/login/oauth2/code/entra?code=x&state=y", "/sign-in/other-account", "/css/frame/app.css", "/error" })
	void thatPortServesNothingElseAndSignsNobodyIn(String address) {
		Visitor.Page page = operator().ask(address);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text()).isEmpty();
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(page.location()).isEmpty();
	}

	@Test
	void thatPortTakesNoForms() {
		for (String address : new String[] { "/actuator/prometheus", "/actuator/health", "/logout", "/" }) {
			assertThat(operator().post(address, Map.of()).status()).isBetween(400, 499);
		}
	}

	@Test
	void thatPortIsReachedFromThisMachineOnlyUnlessItIsSaidOtherwise() {
		assertThat(application.setting("management.server.address")).isEqualTo("127.0.0.1");
	}

	@Test
	void thePublicPortTellsNothingButThatItIsUp() {
		Visitor visitor = signedIn();
		for (String address : new String[] { "", "/liveness", "/readiness" }) {
			Visitor.Page page = application.visitor().ask("/actuator/health" + address);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).isEqualTo("{\"status\":\"UP\"}");
		}
		for (String address : new String[] { "/actuator/prometheus", "/actuator", "/actuator/env",
				"/actuator/health/entra", "/actuator/health/defender", "/actuator/metrics" }) {
			assertThat(visitor.ask(address).status()).as(address).isEqualTo(404);
			assertThat(application.visitor().ask(address).status()).as(address).isIn(302, 404);
		}
	}

	@Test
	void defenderAndEntraAreToldOfAsTheLastCallsFoundThemAndTheRestStaysUp() {
		DefenderControls defender = sandbox.bean(DefenderControls.class);
		Visitor visitor = signedIn();
		visitor.open("/incidents/924565");
		assertThat(status("defender")).isEqualTo("UP");
		assertThat(status("entra")).isEqualTo("UP");
		defender.fail(Fault.status(503).times(100));
		visitor.open("/incidents/924566");
		sandbox.entra().refuseTokens(EntraError.UNAVAILABLE);
		application.visitor().signIn(SandboxAccount.ANALYST, "/token");
		int calls = defender.calls().size();
		assertThat(status("defender")).isEqualTo("DOWN");
		assertThat(status("entra")).isEqualTo("DOWN");
		assertThat(operator().ask("/actuator/health").status()).isEqualTo(503);
		for (String address : new String[] { "", "/liveness", "/readiness" }) {
			assertThat(application.visitor().ask("/actuator/health" + address).text()).isEqualTo("{\"status\":\"UP\"}");
		}
		assertThat(defender.calls()).hasSize(calls);
		defender.reset();
		sandbox.entra().reset();
	}

	@Test
	void noneOfItIsThereByDefault() {
		try (RunningWatchfloor plain = RunningWatchfloor.with(sandbox.settings())) {
			sandbox.registerRedirect(plain.origin() + "/login/oauth2/code/entra");
			Visitor visitor = plain.visitor();
			visitor.signIn(SandboxAccount.LEAD, "/token");
			assertThat(plain.managementOrigin()).isEqualTo(plain.origin());
			assertThat(visitor.ask("/actuator/health").text())
				.isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
			for (String address : new String[] { "/actuator/prometheus", "/actuator/health/entra",
					"/actuator/health/defender", "/actuator/health/ping", "/actuator" }) {
				assertThat(visitor.ask(address).status()).as(address).isEqualTo(404);
			}
		}
	}

	private static String status(String dependency) {
		JsonNode health = new JsonMapper().readTree(operator().ask("/actuator/health").text());
		return health.at("/components/" + dependency + "/status").asString();
	}

}
