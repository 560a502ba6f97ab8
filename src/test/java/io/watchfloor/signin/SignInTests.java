package io.watchfloor.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraError;
import io.watchfloor.sandbox.entra.IdTokenFault;
import io.watchfloor.sandbox.entra.RecordedRequest;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Signing in, staying signed in and signing out, over HTTP against the sandbox.
 */
@ExtendWith(OutputCaptureExtension.class)
class SignInTests extends SandboxTest {

	private static final String VIEW = "/incidents?severity=High&q=power+shell";

	@Test
	void leadsBackToTheAddressThatWasAskedForWithItsQuery() {
		Page page = visitor().signIn(SandboxAccount.ANALYST, VIEW);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.pathAndQuery()).isEqualTo(VIEW);
		assertThat(page.text()).contains("Ada Analyst");
	}

	@Test
	void asksEntraForExactlyWhatItNeeds() {
		visitor().signIn(SandboxAccount.ANALYST, "/token");
		RecordedRequest request = entra().authorizeRequests().get(0);
		assertThat(request.parameters().keySet()).containsExactlyInAnyOrder("response_type", "client_id", "scope",
				"state", "redirect_uri", "nonce", "code_challenge", "code_challenge_method");
		assertThat(request.parameter("response_type")).isEqualTo("code");
		assertThat(request.parameter("code_challenge_method")).isEqualTo("S256");
		assertThat(String.valueOf(request.parameter("scope")).split(" ")).containsExactlyInAnyOrder("openid", "profile",
				"offline_access", "https://api.security.microsoft.com/Incident.Read");
		assertThat(request.parameter("redirect_uri")).isEqualTo(origin() + "/login/oauth2/code/entra");
	}

	@Test
	void neverSharesStateNonceOrChallengeBetweenSignIns() {
		visitor().signIn(SandboxAccount.ANALYST, "/token");
		visitor().signIn(SandboxAccount.ANALYST, "/token");
		List<RecordedRequest> requests = entra().authorizeRequests();
		for (String parameter : List.of("state", "nonce", "code_challenge")) {
			assertThat(requests.get(0).parameter(parameter)).isNotEqualTo(requests.get(1).parameter(parameter));
		}
	}

	@Test
	void neverAsksUserInfo() {
		visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(entra().userInfoRequests()).isEmpty();
	}

	@Test
	void letsNoParameterOfAPageReachTheAuthority() {
		Page page = visitor().signIn(SandboxAccount.ANALYST, "/token?action=evil&scope=mine&prompt=none&claims=x"
				+ "&redirect_uri=https://evil.example&login_hint=x&state=1&code=2");
		assertThat(page.status()).isEqualTo(200);
		RecordedRequest request = entra().authorizeRequests().get(0);
		assertThat(request.parameters()).doesNotContainKeys("prompt", "claims", "login_hint", "code", "action");
		assertThat(request.parameter("redirect_uri")).isEqualTo(origin() + "/login/oauth2/code/entra");
		assertThat(request.parameter("scope")).doesNotContain("mine");
	}

	@Test
	void letsNoParameterOfAPageReachTheAuthorityOnRefresh() {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page page = visitor.open("/token?scope=mine");
		assertThat(page.status()).isEqualTo(200);
		assertThat(entra().tokenRequests())
			.filteredOn((request) -> "refresh_token".equals(request.parameter("grant_type")))
			.isNotEmpty()
			.allSatisfy((request) -> assertThat(request.parameters()).doesNotContainKey("scope"));
	}

	@Test
	void signsInAsSomebodyElseOnRequest() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page accounts = visitor.open("/sign-in/other-account?prompt=none");
		assertThat(entra().authorizeRequests().get(1).parameter("prompt")).isEqualTo("select_account");
		Page page = visitor.choose(accounts, SandboxAccount.LEAD);
		assertThat(page.text()).contains("Lee Lead").doesNotContain("Ada Analyst");
	}

	@Test
	void finishesTheSignInsOfSeveralTabs() {
		Visitor visitor = visitor();
		Page first = visitor.ask("/token");
		Page second = visitor.ask(VIEW);
		assertThat(visitor.choose(visitor.open(first.location()), SandboxAccount.ANALYST).pathAndQuery())
			.isEqualTo("/token");
		assertThat(visitor.open(second.location()).pathAndQuery()).isEqualTo(VIEW);
	}

	@Test
	void finishesASignInWhoseCallbackCrossedTheEndOfAnother() {
		Visitor visitor = visitor();
		Page first = visitor.ask("/token");
		Page second = visitor.ask(VIEW);
		String before = visitor.cookieHeader();
		visitor.choose(visitor.open(first.location()), SandboxAccount.ANALYST);
		String callback = visitor.ask(second.location()).location();
		Page crossed = visitor().ask(callback, "Cookie", before);
		assertThat(crossed.status()).isEqualTo(302);
		assertThat(crossed.location()).isEqualTo(callback.substring(origin().length()));
		assertThat(crossed.headers().map()).containsKey("content-security-policy").doesNotContainKey("set-cookie");
		Page page = visitor.open(crossed.location());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.pathAndQuery()).isEqualTo(VIEW);
	}

	@Test
	void asksForAPageAgainThatCrossedTheEndOfASignIn() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String before = visitor.cookieHeader();
		Page accounts = visitor.open("/sign-in/other-account");
		visitor.choose(accounts, SandboxAccount.ANALYST);
		for (String address : List.of("/", VIEW)) {
			Page crossed = visitor().ask(address, "Cookie", before);
			assertThat(crossed.status()).isEqualTo(302);
			assertThat(crossed.location()).endsWith(address);
			assertThat(crossed.headers().map()).doesNotContainKey("set-cookie");
		}
	}

	@Test
	void fortyTabsThatABrowserRestoresEachLeadToTheirPage() {
		Visitor visitor = visitor();
		List<Page> tabs = IntStream.range(0, 40)
			.mapToObj((tab) -> visitor.ask("/incidents?severity=High&severity=Medium&q=tab" + tab))
			.toList();
		visitor.choose(visitor.open(tabs.get(0).location()), SandboxAccount.ANALYST);
		for (int tab = 1; tab < tabs.size(); tab++) {
			Page page = visitor.open(tabs.get(tab).location());
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.pathAndQuery()).endsWith("q=tab" + tab);
		}
	}

	@Test
	void beginsNoSignInForWhatDoesNotExist() {
		for (String address : List.of("/no/such/page", "/actuator/env", "/incidentsx", "/webjars/none.js")) {
			Page page = visitor().ask(address);
			assertThat(page.status()).as(address).isEqualTo(404);
			assertThat(page.headers().map()).as(address).doesNotContainKeys("set-cookie", "location");
		}
	}

	@Test
	void aPendingSignInIsACookieOfTenMinutesThatTellsNothingAndMakesNoSession() {
		Page page = visitor().ask(VIEW);
		String state = page.location().replaceFirst(".*state=([^&]*).*", "$1");
		assertThat(page.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.matches("watchfloor-in-[\\w-]{12}=[\\w-]+; Path=/; Max-Age=600; Expires=[^;]+; HttpOnly; SameSite=Lax")
			.doesNotContain(state, "severity", "power");
	}

	@Test
	void anAnswerOfEntraCountsOnlyInTheBrowserThatAsked() {
		Visitor visitor = visitor();
		Page begun = visitor.ask(VIEW);
		visitor.choose(visitor.open(visitor.ask("/token").location()), SandboxAccount.ANALYST);
		String callback = visitor.ask(begun.location()).location();
		assertThat(visitor().ask(callback).status()).isEqualTo(401);
		assertThat(visitor.ask(callback).location()).isEqualTo(VIEW);
	}

	@Test
	void aRepeatedCallbackLeadsWhoIsSignedInToThePage() {
		Visitor visitor = visitor();
		Page first = visitor.ask("/token");
		visitor.choose(visitor.open(first.location()), SandboxAccount.ANALYST);
		Page second = visitor.ask(VIEW);
		assertThat(second.status()).isEqualTo(200);
		String callback = visitor.addresses()
			.stream()
			.filter((address) -> address.contains("code="))
			.findFirst()
			.orElseThrow();
		assertThat(visitor.ask(callback).location()).isEqualTo("/token");
		assertThat(visitor.ask("/login/oauth2/code/entra?code=x&state=y").location()).isEqualTo("/");
		assertThat(visitor.ask(VIEW).status()).isEqualTo(200);
	}

	@Test
	void changesTheSessionsIdAtSignIn() {
		Visitor visitor = visitor();
		Page before = visitor.ask("/token");
		String first = before.headers().firstValue("Set-Cookie").orElseThrow();
		visitor.choose(visitor.open(before.location()), SandboxAccount.ANALYST);
		assertThat(new Visitor(origin()).ask("/token", "Cookie", first.split(";")[0]).status()).isEqualTo(302);
		assertThat(first).contains("HttpOnly").contains("SameSite=Lax");
	}

	@Test
	void tellsAScriptThatTheSessionIsOverInsteadOfSendingItAway() {
		Page page = visitor().ask("/incidents", "Sec-Fetch-Mode", "cors");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.location()).isEmpty();
	}

	@Test
	void refreshesAnExpiredTokenOnceForTwentyTabs() throws Exception {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().accessTokenLifetime(Duration.ofHours(1));
		entra().delayTokens(Duration.ofMillis(200));
		long before = entra().refreshes();
		ExecutorService tabs = Executors.newFixedThreadPool(20);
		try {
			List<Callable<Integer>> loads = IntStream.range(0, 20)
				.<Callable<Integer>>mapToObj((tab) -> () -> visitor.open("/token").status())
				.toList();
			for (Future<Integer> status : tabs.invokeAll(loads)) {
				assertThat(status.get()).isEqualTo(200);
			}
		}
		finally {
			tabs.shutdownNow();
		}
		assertThat(entra().refreshes() - before).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(value = EntraError.class,
			names = { "SIGN_IN_FREQUENCY", "REFRESH_IDLE", "REVOKED", "MULTI_FACTOR", "BLOCKED", "CONSENT" })
	void aRefusedRefreshLeadsThroughSignInBackToTheSameAddress(EntraError error) {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().refuseRefresh(error);
		entra().accessTokenLifetime(Duration.ofHours(1));
		Page page = visitor.open(VIEW);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.pathAndQuery()).isEqualTo(VIEW);
		assertThat(entra().authorizeRequests()).hasSize(2);
	}

	@Test
	void passesTheClaimsThatARefusedRefreshAsksFor() {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().refuseRefresh(EntraError.MULTI_FACTOR);
		entra().accessTokenLifetime(Duration.ofHours(1));
		visitor.open("/token");
		assertThat(entra().authorizeRequests().get(1).parameter("claims")).startsWith("{").contains("access_token");
	}

	@Test
	void aRefreshThatFailsForNowIsAPageAndLaterWorksAgain() {
		entra().accessTokenLifetime(Duration.ofSeconds(1));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().refuseRefresh(EntraError.SECRET_EXPIRED);
		Page page = visitor.open("/token");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.text()).contains("AADSTS7000222").doesNotContain("Exception");
		entra().refuseRefresh(null);
		assertThat(visitor.open("/token").status()).isEqualTo(200);
	}

	@Test
	void aTokenThatTheApiRefusesIsRefreshedAndTheCallRepeated() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.status(401).times(1));
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("Ransomware activity");
		assertThat(entra().refreshes()).isEqualTo(1);
	}

	@Test
	void aTokenThatTheApiKeepsRefusingEndsOnAPage() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.status(401).times(100));
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.heading()).isEqualTo("Please sign in again");
	}

	@Test
	void aClaimsChallengeLeadsThroughSignInWithThoseClaimsBackToTheSameAddress() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
		defender().fail(Fault.claimsChallenge(claims).times(1));
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.pathAndQuery()).isEqualTo("/incidents/924565");
		assertThat(entra().authorizeRequests().get(1).parameter("claims")).isEqualTo(claims);
		visitor.open("/sign-in/other-account");
		assertThat(entra().authorizeRequests().get(2).parameters()).doesNotContainKey("claims");
	}

	@Test
	void aClaimsChallengeThatNoSignInSatisfiesEndsOnAPage() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.claimsChallenge("{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}").times(100));
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(401);
		assertThat(entra().authorizeRequests()).hasSize(2);
	}

	@Test
	void takesKeysThatWereRolledOver() {
		signedIn(SandboxAccount.ANALYST);
		entra().rollKeysOver();
		assertThat(visitor().signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(value = IdTokenFault.class, mode = EnumSource.Mode.EXCLUDE, names = { "NONE", "SUBJECT" })
	void noSpoiltIdTokenSignsAnyoneIn(IdTokenFault fault) {
		entra().spoilIdTokens(fault);
		Visitor visitor = visitor();
		Page page = visitor.signIn(SandboxAccount.ANALYST, "/token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.html().select(".message-code").text()).isEqualTo("Sign-in failed");
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@EnumSource(value = EntraError.class,
			names = { "DECLINED", "ADMIN_CONSENT", "NOT_ASSIGNED", "BLOCKED", "NO_RESOURCE", "UNAVAILABLE", "SCOPE" })
	void explainsWhyEntraRefusedASignIn(EntraError error) {
		entra().failNextAuthorize(error);
		Page page = visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.text()).contains("AADSTS" + error.number()).contains("Correlation id");
	}

	@ParameterizedTest
	@EnumSource(value = EntraError.class,
			names = { "SECRET", "SECRET_EXPIRED", "NO_CREDENTIAL", "CODE_REDEEMED", "VERIFIER", "MULTI_FACTOR" })
	void explainsWhyACodeWasNotRedeemed(EntraError error) {
		entra().refuseTokens(error);
		Page page = visitor().signIn(SandboxAccount.ANALYST, "/token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.text()).contains("AADSTS" + error.number());
	}

	/**
	 * Consent is for the whole tenant: a token may carry the permission to write although
	 * nobody asked for it here.
	 */
	@Test
	void whileTriageIsOffThePermissionToWriteIsNeitherAskedForNorUsed() {
		for (SandboxApi api : SandboxApi.values()) {
			entra().consents().giveForEverybody(api);
		}
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page token = visitor.open("/token");
		assertThat(token.text()).contains("No problem was found", "This token also permits writing",
				"WATCHFLOOR_TRIAGE is off");
		String csrf = token.html().select("input[name=_csrf]").val();
		Map<String, String> form = Map.of("_csrf", csrf, "back", "/token");
		assertThat(visitor.post("/sign-in/triage", form).status()).isEqualTo(404);
		assertThat(visitor.ask("/sign-in/triage").status()).isEqualTo(404);
		visitor.open(visitor.post("/sign-in/again", form).location());
		assertThat(entra().authorizeRequests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.parameter("scope")).doesNotContain("Write"));
	}

	@Test
	void explainsThatNobodyConsented() {
		Page page = visitor().signIn(SandboxAccount.NO_CONSENT, "/token");
		assertThat(page.text()).contains("AADSTS65001", "consent");
	}

	@Test
	void showsNothingOfWhatACallbackSays() {
		Page page = visitor().open("/login/oauth2/code/entra?error=%3Cscript%3E&error_description=%3Cscript%3Ealert(1)"
				+ "%3C/script%3E&state=x");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.text()).doesNotContain("alert(1)");
	}

	@Test
	void aCallbackOfAnotherBrowserSignsNobodyIn() {
		Visitor mallory = visitor();
		Page login = mallory.open(mallory.ask("/token").location());
		Page victim = visitor()
			.open("/login/oauth2/code/entra?code=abc&state=" + entra().authorizeRequests().get(0).parameter("state"));
		assertThat(login.status()).isEqualTo(200);
		assertThat(victim.status()).isEqualTo(401);
	}

	@Test
	void signsOutHereAndAtTheAuthority() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		Page page = visitor.submit(visitor.open("/token"), "/logout");
		assertThat(page.uri().toString()).isEqualTo(origin() + "/");
		assertThat(entra().logoutRequests()).singleElement().satisfies((request) -> {
			assertThat(request.parameter("post_logout_redirect_uri")).isEqualTo(origin() + "/");
			assertThat(request.parameter("client_id"))
				.isEqualTo(entra().authorizeRequests().get(0).parameter("client_id"));
			assertThat(request.parameters()).containsKey("logout_hint").doesNotContainKey("id_token_hint");
		});
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
		assertThat(visitor.open("/token").uri().toString()).startsWith(SANDBOX.origin());
	}

	@ParameterizedTest
	@EnumSource(value = IdTokenFault.class, names = { "SUBJECT", "ISSUER", "AUDIENCE", "NO_TOKEN" })
	void refreshedTokensOfSomebodyElseAreNotTaken(IdTokenFault fault) {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		entra().spoilIdTokens(fault);
		Page page = visitor.ask("/token");
		assertThat(entra().refreshes()).isPositive();
		assertThat(page.location()).startsWith(SANDBOX.origin());
	}

	@Test
	void aRefreshThatASignOutOvertookMakesNoSession() throws Exception {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String before = visitor.cookieHeader();
		Page page = visitor.open("/token");
		long refreshes = entra().refreshes();
		entra().delayTokens(Duration.ofSeconds(3));
		ExecutorService tab = Executors.newSingleThreadExecutor();
		try {
			Future<Page> late = tab.submit(() -> visitor().ask("/token", "Cookie", before));
			await().until(() -> entra().tokenRequests().size(), (count) -> count > refreshes + 1);
			visitor.submit(page, "/logout");
			assertThat(late.get().status()).isIn(302, 401);
			assertThat(late.get().headers().allValues("Set-Cookie"))
				.noneMatch((cookie) -> cookie.startsWith("watchfloor="));
		}
		finally {
			tab.shutdownNow();
		}
	}

	@Test
	void signingOutAtTheAuthorityEndsTheSessionHere() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		assertThat(visitor().ask("/logout/front-channel?sid=another").status()).isEqualTo(204);
		assertThat(visitor.ask("/token").status()).isEqualTo(200);
		assertThat(visitor().ask("/logout/front-channel?iss=x&sid=" + entra().signIns().get(0)).status())
			.isEqualTo(204);
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
	}

	@Test
	void noTokenReachesAPageAHeaderAnAddressOrTheLog(CapturedOutput output) {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor visitor = visitor();
		visitor.signIn(SandboxAccount.LEAD, "/token");
		for (String address : List.of("/", "/incidents", "/incidents/924565", "/token", "/incidents/1", "/nowhere")) {
			Page page = visitor.open(address);
			assertThat(page.text()).doesNotContain("eyJ");
			assertThat(page.headers().map().toString()).doesNotContain("eyJ");
		}
		assertThat(visitor.addresses()).isNotEmpty().noneMatch((address) -> address.contains("eyJ"));
		assertThat(output).doesNotContain("eyJ").doesNotContain(SANDBOX.clientSecret());
	}

	@Test
	void signingOutNeedsACsrfToken() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		assertThat(visitor.post("/logout", Map.of()).status()).isEqualTo(403);
		assertThat(visitor.ask("/token").status()).isEqualTo(200);
	}

	@Test
	void signingOutOfASessionThatIsOverIsNoMistake() {
		Page page = visitor().post("/logout", Map.of());
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.location()).endsWith("/");
	}

}
