package io.watchfloor.signin;

import java.time.Duration;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signs in for Microsoft Graph.
 */
@IntegrationTest
class GraphSignInTests {

	private static final String CAPABILITY = "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}";

	private static Sandbox sandbox;

	private static RunningWatchfloor application;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(SandboxOptions.forTests());
		application = RunningWatchfloor.with(sandbox.settings(SandboxApi.GRAPH));
		sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
	}

	@AfterAll
	static void stop() {
		application.close();
		sandbox.close();
	}

	@BeforeEach
	void beginAfresh() {
		sandbox.entra().reset();
		sandbox.bean(DefenderControls.class).reset();
	}

	@Test
	void asksForBothPermissionsAndGetsATokenInWhichNothingIsWrong() {
		Page page = application.visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(String.valueOf(sandbox.entra().authorizeRequests().get(0).parameter("scope")).split(" "))
			.containsExactlyInAnyOrder("openid", "profile", "offline_access",
					"https://graph.microsoft.com/SecurityIncident.Read.All",
					"https://graph.microsoft.com/SecurityAlert.Read.All");
		assertThat(sandbox.entra().authorizeRequests().get(0).parameter("claims")).isEqualTo(CAPABILITY);
		assertThat(page.text()).contains("it is for Microsoft Graph");
		assertThat(page.html().select(".verdict.wrong")).isEmpty();
		assertThat(page.html().select("tr:has(.verdict.good)").text()).contains("Audience", "Permission", "xms_cc");
	}

	@Test
	void aRefreshDeclaresTheCapabilityAgain() {
		sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = application.visitor();
		visitor.signIn(SandboxAccount.ANALYST, "/token");
		assertThat(visitor.open("/token").status()).isEqualTo(200);
		assertThat(sandbox.entra().tokenRequests())
			.filteredOn((request) -> "refresh_token".equals(request.parameter("grant_type")))
			.isNotEmpty()
			.allSatisfy((request) -> assertThat(request.parameter("claims")).isEqualTo(CAPABILITY));
	}

	@Test
	void aRevokedTokenLeadsThroughSignInWithTheClaimsOfTheChallengeBackToTheSameAddress() {
		Visitor visitor = application.visitor();
		visitor.signIn(SandboxAccount.LEAD, "/token");
		sandbox.bean(DefenderControls.class)
			.fail(Fault.claimsChallenge("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}").times(1));
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.pathAndQuery()).isEqualTo("/incidents/924565");
		assertThat(sandbox.entra().authorizeRequests().get(1).parameter("claims")).isEqualTo(
				"{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"},\"xms_cc\":{\"values\":[\"cp1\"]}}}");
	}

	@Test
	void whoHasNoPermissionReadsWhichOnesAndWhoGrantsThem() {
		Visitor visitor = application.visitor();
		visitor.signIn(SandboxAccount.NO_PERMISSION, "/token");
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("SecurityIncident.Read.All and SecurityAlert.Read.All of Microsoft Graph",
				"administrator of Microsoft Entra", "grant consent");
		assertThat(visitor.open("/token").html().select("tr:has(.verdict.wrong)").text()).contains("Permission");
	}

	@Test
	void theFirstPageNamesBothPermissions() {
		assertThat(application.visitor().open("/").text()).contains("Two permissions", "SecurityIncident.Read.All",
				"SecurityAlert.Read.All");
	}

}
