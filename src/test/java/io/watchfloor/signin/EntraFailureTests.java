package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.entra.EntraControls.Reply;
import io.watchfloor.sandbox.entra.EntraError;
import io.watchfloor.support.HeldClock;
import io.watchfloor.support.LogLines;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What people see while Entra fails, and that it works again as soon as Entra does.
 */
@Import(HeldClock.class)
class EntraFailureTests extends SandboxTest {

	private static final String JSON = "application/json";

	private static final String VIEW = "/incidents?severity=High";

	@RegisterExtension
	private final LogLines log = new LogLines();

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void startFromThePresent() {
		this.clock.moveTo(Objects.requireNonNull(Instant.now()));
	}

	/**
	 * Return a visitor whose token has expired, while the session has not.
	 */
	private Visitor withAnExpiredToken() {
		entra().accessTokenLifetime(Duration.ofMinutes(10));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().accessTokenLifetime(null);
		this.clock.advance(Duration.ofMinutes(20));
		return visitor;
	}

	static Stream<Reply> replies() {
		return Stream.of(new Reply(500, "text/html", "<h1>Our services aren't available</h1>"),
				new Reply(502, JSON, ""), new Reply(503, JSON, "{\"error\":\"temporarily_unavailable\"}"),
				new Reply(504, "text/plain", "timeout"),
				new Reply(429, JSON, "{\"error\":\"temporarily_unavailable\"}"),
				new Reply(429, "text/html", "slow down"), new Reply(404, "text/html", "nothing here"),
				new Reply(407, "text/html", "proxy"), new Reply(302, "text/html", "elsewhere"),
				new Reply(204, JSON, ""), new Reply(200, "text/html", "<html>a proxy's page</html>"),
				new Reply(200, JSON, ""), new Reply(200, JSON, "null"), new Reply(200, JSON, "[]"),
				new Reply(200, JSON, "{}"), new Reply(200, JSON, "{\"access_token\":\"a"),
				new Reply(200, JSON, "{\"access_token\":null,\"token_type\":\"Bearer\"}"),
				new Reply(200, JSON, "{\"access_token\":\"\",\"token_type\":\"Bearer\"}"),
				new Reply(200, JSON, "{\"access_token\":\"a\",\"token_type\":\"mac\"}"),
				new Reply(200, JSON, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\"}"),
				new Reply(200, JSON, "{\"access_token\":{},\"token_type\":[],\"expires_in\":-1e99}"),
				new Reply(200, JSON, "{\"a\":".repeat(5_000)), new Reply(400, JSON, "{\"error\":{\"code\":1}}"),
				new Reply(400, JSON, "{\"error\":\"\"}"), new Reply(401, JSON, "{\"error\":\" \"}"),
				new Reply(400, JSON, "{\"error\":\"\u0000<script>\",\"claims\":\"{\"}"), new Reply(400, JSON, "{"),
				new Reply(400, JSON, "{\"error\":\"x\",\"error_description\":\"" + "a".repeat(200_000) + "\"}"));
	}

	@ParameterizedTest
	@MethodSource("replies")
	void aSignInThatEntraDoesNotFinishIsAPageAndTheNextOneWorks(Reply reply) {
		entra().replyToTokens(reply);
		Visitor visitor = visitor();
		Page page = visitor.signIn(SandboxAccount.ANALYST, "/token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.heading()).isNotBlank();
		assertThat(page.text()).doesNotContain("Exception", "<script>", "Our services");
		assertThat(this.log.lines()).hasSize(1);
		entra().replyToTokens(null);
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
	}

	/**
	 * Leave out the lifetime that is no number, which Spring ignores.
	 */
	static Stream<Reply> repliesWithoutToken() {
		return replies().filter((reply) -> !reply.body().contains("soon"));
	}

	@ParameterizedTest
	@MethodSource("repliesWithoutToken")
	void aRefreshThatEntraDoesNotAnswerNeverEndsInAnErrorOfThisServer(Reply reply) {
		Visitor visitor = withAnExpiredToken();
		entra().replyToTokens(reply);
		Page page = visitor.open("/token");
		assertThat(page.status()).isEqualTo(503);
		assertThat(this.log.lines()).hasSize(1);
		assertThat(page.heading()).isNotBlank();
		assertThat(page.text()).doesNotContain("Exception", "<script>", "Our services");
		entra().replyToTokens(null);
		assertThat(visitor.open("/token").status()).isEqualTo(200);
	}

	@Test
	void aRequestThatEntraCallsInvalidIsNotTakenForAnAddressThatSomebodyOpened() {
		entra().failNextAuthorize("invalid_request", "something is missing");
		assertThat(visitor().signIn(SandboxAccount.ANALYST, "/token").heading())
			.isEqualTo("Entra refused the request as incomplete or wrong");
		entra().replyToTokens(new Reply(400, JSON, "{\"error\":\"invalid_request\"}"));
		assertThat(visitor().signIn(SandboxAccount.ANALYST, "/token").heading())
			.isEqualTo("Entra refused the request as incomplete or wrong");
		assertThat(visitor().open("/login/oauth2/code/entra").heading())
			.isEqualTo("This address is part of signing in");
		assertThat(visitor().open("/login/oauth2/code/entra?error=invalid_request").heading())
			.isEqualTo("This address is part of signing in");
	}

	@Test
	void aTokenThatIsStillGoodIsUsedWhileEntraIsAway() {
		entra().accessTokenLifetime(Duration.ofSeconds(50));
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		entra().refuseRefresh(EntraError.UNAVAILABLE);
		assertThat(visitor.open("/incidents/924565").status()).isEqualTo(200);
		assertThat(this.log.lines()).singleElement()
			.asString()
			.contains("event.action=token-refreshed event.outcome=failure");
	}

	@ParameterizedTest
	@EnumSource(EntraError.class)
	void everyRefusalOfARefreshLeadsThroughSignInOrToAPageThatSaysWhy(EntraError error) {
		Visitor visitor = withAnExpiredToken();
		entra().refuseRefresh(error);
		Page page = visitor.open(VIEW);
		if (page.status() == 503) {
			assertThat(page.heading()).isNotBlank();
			assertThat(page.html().select(".message").text()).isNotBlank();
			assertThat(entra().authorizeRequests()).hasSize(1);
		}
		else {
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.pathAndQuery()).isEqualTo(VIEW);
			assertThat(entra().authorizeRequests()).hasSize(2);
		}
		entra().refuseRefresh(null);
		assertThat(visitor.open(VIEW).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(value = EntraError.class, names = { "REVOKED", "MULTI_FACTOR" })
	void aRefreshThatIsRefusedAgainAtOnceMakesNoLoop(EntraError error) {
		entra().accessTokenLifetime(Duration.ofSeconds(50));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().refuseRefresh(error);
		for (int i = 0; i < 3; i++) {
			assertThat(visitor.open(VIEW).status()).isEqualTo(200);
		}
		assertThat(entra().authorizeRequests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
			"{\"keys\":null}", "<html>a proxy's page</html>", "{\"keys\":[{\"kty\":\"RSA\"" })
	void keysThatCannotBeReadAreAPageAndLaterItWorksAgain(String keys) {
		entra().rollKeysOver();
		entra().replyToKeys(new Reply(200, JSON, keys));
		Visitor visitor = visitor();
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(401);
		assertThat(this.log.lines()).hasSize(1);
		entra().replyToKeys(new Reply(500, JSON, keys));
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(401);
		entra().replyToKeys(null);
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"", "\" \"", "1", "true", "{}", "[]", "[\"a.b.c\"]", "\"a.b.c\"" })
	void anIdTokenThatIsNoneIsAPage(String idToken) {
		entra().replyToTokens(new Reply(200, JSON,
				"{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":" + idToken + "}"));
		Page page = visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.heading()).isNotBlank();
		assertThat(this.log.lines()).hasSize(1);
	}

	/**
	 * An answer that nobody cut short would last for as long as Watchfloor waits.
	 */
	static Stream<Reply> endlessReplies() {
		return Stream.of(new Reply(200, JSON, "{\"a\":\"".repeat(10_000), true),
				new Reply(200, JSON, " ".repeat(100_000), true), new Reply(500, JSON, "a".repeat(100_000), true));
	}

	@ParameterizedTest
	@MethodSource("endlessReplies")
	@Timeout(60)
	void aTokenAnswerWithoutEndIsAPageAtOnce(Reply reply) {
		Visitor visitor = withAnExpiredToken();
		entra().replyToTokens(reply);
		assertThat(visitor.open("/token").status()).isEqualTo(503);
		assertThat(visitor().signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(401);
		assertThat(this.log.lines()).hasSize(2).noneMatch((line) -> line.contains("connection_failed"));
		entra().replyToTokens(null);
		assertThat(visitor.open("/token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("endlessReplies")
	@Timeout(60)
	void keysWithoutEndAreAPageAtOnce(Reply reply) {
		entra().rollKeysOver();
		entra().replyToKeys(reply);
		Visitor visitor = visitor();
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(401);
		assertThat(this.log.lines()).hasSize(1).noneMatch((line) -> line.contains("connection_failed"));
		entra().replyToKeys(null);
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(longs = { -290, 290 })
	void aClockThatIsFiveMinutesOffKeepsNobodyOut(long seconds) {
		entra().clockAhead(Duration.ofSeconds(seconds));
		Visitor visitor = visitor();
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
		assertThat(visitor.open("/incidents").status()).isEqualTo(200);
	}

	@Test
	void aClockThatIsAnHourOffIsAPageThatNamesTheClock() {
		entra().clockAhead(Duration.ofHours(1));
		Page page = visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.text()).contains("clock");
		assertThat(this.log.lines()).hasSize(1);
	}

	@Test
	void anEntraThatIsGoneIsAPageForWhoSignsInAndForWhoseTokenRanOut() {
		Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
		try (RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings())) {
			sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			sandbox.entra().accessTokenLifetime(Duration.ofSeconds(1));
			Visitor signedIn = application.visitor();
			signedIn.signIn(SandboxAccount.ANALYST, "/token");
			Visitor onTheWay = application.visitor();
			String state = onTheWay.ask("/token").location().replaceFirst(".*[?&]state=([^&]+).*", "$1");
			sandbox.close();
			await().until(() -> signedIn.open("/incidents").status() == 503);
			assertThat(signedIn.open("/incidents").heading()).isEqualTo("Entra cannot be reached");
			Page page = onTheWay.open("/login/oauth2/code/entra?code=abc&state=" + state);
			assertThat(page.status()).isEqualTo(401);
			assertThat(page.heading()).isEqualTo("Entra cannot be reached");
			assertThat(application.visitor().open("/").status()).isEqualTo(200);
		}
		finally {
			sandbox.close();
		}
	}

}
