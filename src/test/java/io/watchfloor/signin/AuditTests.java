package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraError;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each sign-in, sign-out, refresh, opened incident, export, revealed token and refused
 * request leaves one line in the audit log, and nothing else does.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditTests extends SandboxTest {

	private static final String UUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

	private AuditTrail trail;

	@BeforeEach
	void listen() {
		this.trail = AuditTrail.open();
	}

	@AfterEach
	void stopListening() {
		this.trail.close();
	}

	/**
	 * Sign in to another instance, whose start has set logging up anew.
	 */
	private Visitor signedIn(RunningWatchfloor application, Sandbox sandbox) {
		this.trail.close();
		this.trail = AuditTrail.open();
		sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
		Visitor visitor = application.visitor();
		visitor.signIn(SandboxAccount.ANALYST, "/token");
		return visitor;
	}

	@Test
	void aSignInIsOneLine() {
		signedIn(SandboxAccount.ANALYST);
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.ANALYST, event);
			assertThat(event).containsEntry("event.action", "signed-in").containsEntry("event.outcome", "success");
			assertThat(event.keySet()).containsExactlyInAnyOrder("event.action", "event.outcome", "user.id",
					"user.full_name", "entra.token_id", "client.ip", "http.request.id");
		});
	}

	@ParameterizedTest
	@EnumSource(value = EntraError.class, names = { "DECLINED", "NOT_ASSIGNED", "BLOCKED" })
	void aRefusedSignInIsOneLineThatSaysWhy(EntraError error) {
		entra().failNextAuthorize(error);
		Page page = visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertThat(event).containsEntry("event.action", "signed-in")
				.containsEntry("event.outcome", "failure")
				.containsEntry("event.reason", error.error())
				.containsEntry("event.code", "AADSTS" + error.number())
				.containsEntry("client.ip", "127.0.0.1")
				.doesNotContainKey("user.id");
			assertThat(event.get("http.request.id")).matches(UUID);
			assertThat(page.text()).contains(String.valueOf(event.get("entra.trace_id")),
					String.valueOf(event.get("entra.correlation_id")));
		});
	}

	@ParameterizedTest
	@CsvSource({ "?state=x&code=y, authorization_request_not_found",
			"?error=access_denied&state=x, authorization_request_not_found",
			"?error=%0d%0aevil%1b%5b2J&error_description=AADSTS65004%0a&state=x, authorization_request_not_found" })
	void aForeignCallbackIsOneLine(String callback, String reason) {
		visitor().open("/login/oauth2/code/entra" + callback);
		assertThat(this.trail.events()).singleElement()
			.satisfies(
					(event) -> assertThat(event).containsEntry("event.outcome", "failure").containsKey("event.reason"));
		assertThat(this.trail.texts().get(0)).doesNotContainPattern("\\p{Cntrl}").doesNotContain("evil");
	}

	@Test
	void aClaimsChallengeIsALine() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.claimsChallenge("{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}").times(1));
		visitor.open("/incidents/924565");
		assertThat(this.trail.events()).anySatisfy((event) -> {
			assertBy(SandboxAccount.LEAD, event);
			assertThat(event).containsEntry("event.action", "access-refused")
				.containsEntry("event.reason", "insufficient_claims");
		});
	}

	@Test
	void aRefreshIsOneLine() {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().accessTokenLifetime(Duration.ofHours(1));
		this.trail.clear();
		visitor.open("/token");
		visitor.open("/token");
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.ANALYST, event);
			assertThat(event).containsEntry("event.action", "token-refreshed")
				.containsEntry("event.outcome", "success");
		});
	}

	@Test
	void aRefusedRefreshIsOneLineThatSaysWhy() {
		entra().accessTokenLifetime(Duration.ofSeconds(1));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.trail.clear();
		entra().refuseRefresh(EntraError.SECRET_EXPIRED);
		visitor.open("/token");
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.ANALYST, event);
			assertThat(event).containsEntry("event.action", "token-refreshed")
				.containsEntry("event.outcome", "failure")
				.containsEntry("event.reason", "invalid_client")
				.containsEntry("event.code", "AADSTS7000222");
		});
	}

	@Test
	void signingOutIsOneLine() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page page = visitor.open("/token");
		this.trail.clear();
		visitor.submit(page, "/logout");
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.ANALYST, event);
			assertThat(event).containsEntry("event.action", "signed-out");
		});
	}

	@Test
	void openingAnIncidentIsOneLineWithItsNumber() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		this.trail.clear();
		visitor.open("/incidents?q=secret+search");
		visitor.open("/incidents/924565?q=secret+search");
		visitor.open("/incidents/1");
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.LEAD, event);
			assertThat(event).containsEntry("event.action", "incident-viewed")
				.containsEntry("watchfloor.incident", "924565");
		});
		assertThat(this.trail.texts().toString()).doesNotContain("secret");
	}

	@Test
	void anExportIsOneLineWithHowManyThereWere() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents?range=180d");
		this.trail.clear();
		for (String format : List.of("csv", "json")) {
			visitor.open("/incidents." + format + "?range=180d&q=secret+search");
		}
		assertThat(this.trail.events()).hasSize(2).allSatisfy((event) -> {
			assertBy(SandboxAccount.LEAD, event);
			assertThat(event).containsEntry("event.action", "incidents-exported")
				.containsEntry("watchfloor.incidents", "0");
		});
		assertThat(this.trail.texts().toString()).doesNotContain("secret");
		int rows = new JsonMapper().readTree(visitor.open("/incidents.json?range=180d").text()).size();
		assertThat(this.trail.events().get(2)).containsEntry("watchfloor.incidents", Integer.toString(rows));
		assertThat(rows).isPositive();
	}

	@Test
	void revealingATokenIsOneLine() {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings(),
						"--WATCHFLOOR_TOKEN_REVEAL=true")) {
			Visitor visitor = signedIn(application, sandbox);
			Page page = visitor.open("/token");
			this.trail.clear();
			Page token = visitor.submit(page, "/token/reveal");
			assertThat(this.trail.events()).singleElement().satisfies((event) -> {
				assertBy(SandboxAccount.ANALYST, event);
				assertThat(event).containsEntry("event.action", "token-revealed")
					.containsEntry("event.outcome", "success");
			});
			assertThat(token.text()).startsWith("eyJ");
			assertThat(this.trail.texts().toString()).doesNotContain("eyJ");
		}
	}

	@Test
	void aTokenThatIsNotRevealedIsNoLine() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String csrf = Objects.requireNonNull(visitor.open("/token").html().selectFirst("input[name=_csrf]"))
			.attr("value");
		this.trail.clear();
		assertThat(visitor.post("/token/reveal", Map.of("_csrf", csrf)).status()).isEqualTo(404);
		assertThat(this.trail.events()).isEmpty();
	}

	@Test
	void aFormWithoutItsTokenIsOneLineThatSaysWho() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.trail.clear();
		assertThat(visitor.post("/theme", Map.of("theme", "secret")).status()).isEqualTo(403);
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.ANALYST, event);
			assertThat(event).containsEntry("event.action", "request-refused")
				.containsEntry("event.outcome", "failure")
				.containsEntry("event.reason", "csrf");
		});
		assertThat(this.trail.texts().toString()).doesNotContain("secret");
	}

	@Test
	void aFormOfAnotherSiteIsOneLineThatSaysWho() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		this.trail.clear();
		assertThat(visitor.post("/theme", Map.of(), "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
		assertThat(this.trail.events()).singleElement().satisfies((event) -> {
			assertBy(SandboxAccount.ANALYST, event);
			assertThat(event).containsEntry("event.action", "request-refused")
				.containsEntry("event.reason", "cross-site");
		});
	}

	@ParameterizedTest
	@CsvSource({ "PT31M, idle", "PT0S, stopped" })
	void aSessionThatEndsByItselfIsOneLine(Duration later, String reason) {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests())) {
			MutableClock clock = new MutableClock(Instant.now());
			try (RunningWatchfloor application = RunningWatchfloor.at(clock, sandbox.settings())) {
				Visitor visitor = signedIn(application, sandbox);
				clock.advance(later);
				assertThat(visitor.ask("/token").status()).isEqualTo(later.isZero() ? 200 : 302);
			}
		}
		assertThat(this.trail.events("session-expired")).singleElement().satisfies((event) -> {
			assertThat(event).containsEntry("user.id", SandboxAccount.ANALYST.objectId())
				.containsEntry("event.reason", reason);
			assertThat(event.containsKey("client.ip")).isEqualTo("idle".equals(reason));
		});
	}

	@Test
	void aBusySessionEndsAtItsLimit() {
		MutableClock clock = new MutableClock(Instant.now());
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.at(clock, sandbox.settings(),
						"--WATCHFLOOR_SESSION_LIMIT=1h")) {
			Visitor visitor = signedIn(application, sandbox);
			for (int i = 0; i < 3; i++) {
				clock.advance(Duration.ofMinutes(20));
				visitor.ask("/");
			}
			assertThat(this.trail.events("session-expired")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.reason", "limit"));
		}
	}

	@Test
	void theElasticCommonSchemaIsOneSettingAway(CapturedOutput output) {
		this.trail.close();
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings(),
						"--logging.structured.format.console=ecs", "--logging.level.io.watchfloor.audit=info")) {
			sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			application.visitor().signIn(SandboxAccount.ANALYST, "/token");
		}
		finally {
			// Spring Boot leaves it to whatever starts next in this JVM
			System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
		}
		JsonNode line = output.toString()
			.lines()
			.filter((text) -> text.startsWith("{") && text.contains("signed-in"))
			.map((text) -> new JsonMapper().readTree(text))
			.findFirst()
			.orElseThrow();
		assertThat(line.at("/log/logger").asString()).isEqualTo("io.watchfloor.audit");
		assertThat(line.at("/event/action").asString()).isEqualTo("signed-in");
		assertThat(line.at("/user/full_name").asString()).isEqualTo("Ada Analyst");
		assertThat(line.at("/user/id").asString()).isEqualTo(SandboxAccount.ANALYST.objectId());
		assertThat(line.at("/client/ip").asString()).isEqualTo("127.0.0.1");
		assertThat(line.at("/http/request/id").asString()).matches(UUID);
	}

	private static void assertBy(SandboxAccount account, Map<String, String> event) {
		assertThat(event).containsEntry("user.id", account.objectId())
			.containsEntry("user.full_name", account.displayName())
			.containsEntry("client.ip", "127.0.0.1");
		assertThat(event.get("http.request.id")).matches(UUID);
		assertThat(event.get("entra.token_id")).matches(UUID);
	}

}
