package io.watchfloor.sandbox.entra;

import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class EntraSignInTests {

	private static final String WRITE = "https://api.security.microsoft.com/Incident.ReadWrite";

	private static @Nullable Sandbox started;

	private final Sandbox sandbox = requireNonNull(started);

	private final EntraClientDriver driver = new EntraClientDriver(this.sandbox);

	@BeforeAll
	static void start() {
		started = Sandbox.start(new SandboxOptions(0, 0, false, List.of(EntraClientDriver.REDIRECT_URI)));
	}

	@AfterAll
	static void stop() {
		requireNonNull(started).close();
	}

	@BeforeEach
	void reset() {
		this.sandbox.entra().reset();
	}

	@ParameterizedTest
	@EnumSource(EntraClient.class)
	void everyKindOfClientGetsTokensInEntrasShape(EntraClient client) throws Exception {
		JsonNode tokens = tokens(client, SandboxAccount.ANALYST);
		assertThat(tokens.get("scope").asString()).isEqualTo("https://api.security.microsoft.com/Incident.Read");
		assertThat(tokens.get("expires_in").asInt()).isBetween(3598, 5400);
		JWTClaimsSet access = claims(tokens, "access_token");
		assertThat(access.getIssuer()).isEqualTo("https://sts.windows.net/" + EntraTenant.ID + "/");
		assertThat(access.getAudience()).containsExactly("https://api.security.microsoft.com");
		assertThat(access.getStringClaim("scp")).isEqualTo("Incident.Read");
		assertThat(access.getStringClaim("ver")).isEqualTo("1.0");
		JWTClaimsSet identity = claims(tokens, "id_token");
		assertThat(identity.getIssuer()).isEqualTo(this.sandbox.origin() + "/" + EntraTenant.ID + "/v2.0");
		assertThat(identity.getAudience()).containsExactly(client.id());
		assertThat(identity.getStringClaim("nonce")).isEqualTo("n-1");
		assertThat(identity.getSubject()).isNotEqualTo(identity.getStringClaim("oid"));
		AccessTokens.Caller caller = this.sandbox.bean(AccessTokens.class)
			.check(tokens.get("access_token").asString(), SandboxApi.DEFENDER);
		assertThat(caller.account()).isEqualTo(SandboxAccount.ANALYST);
		assertThat(caller.scopes()).containsExactly("Incident.Read");
	}

	@Test
	void graphsTokensAreForGraphAndNotForTheDefenderApi() throws Exception {
		JsonNode tokens = graphTokens(SandboxAccount.ANALYST, Map.of());
		JWTClaimsSet access = claims(tokens, "access_token");
		assertThat(access.getAudience()).containsExactly("https://graph.microsoft.com");
		assertThat(access.getStringClaim("scp").split(" ")).containsExactlyInAnyOrder("SecurityAlert.Read.All",
				"SecurityIncident.Read.All", "openid", "profile");
		assertThat(access.getClaim("xms_cc")).isNull();
		AccessTokens check = this.sandbox.bean(AccessTokens.class);
		String token = tokens.get("access_token").asString();
		assertThat(check.check(token, SandboxApi.GRAPH).account()).isEqualTo(SandboxAccount.ANALYST);
		assertThatExceptionOfType(AccessTokens.InvalidTokenException.class)
			.isThrownBy(() -> check.check(token, SandboxApi.DEFENDER))
			.withMessage("audience");
		String other = tokens(EntraClient.SECRET, SandboxAccount.ANALYST).get("access_token").asString();
		assertThatExceptionOfType(AccessTokens.InvalidTokenException.class)
			.isThrownBy(() -> check.check(other, SandboxApi.GRAPH))
			.withMessage("audience");
	}

	@Test
	void graphsTokensSayThatTheClientAnswersClaimsChallengesEvenAfterARefresh() throws Exception {
		JsonNode tokens = graphTokens(SandboxAccount.LEAD,
				Map.of("claims", "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}"));
		assertThat(claims(tokens, "access_token").getStringListClaim("xms_cc")).containsExactly("cp1");
		Map<String, String> refresh = EntraClientDriver.refresh(EntraClient.PUBLIC,
				tokens.get("refresh_token").asString());
		assertThat(claims(json(this.driver.token(refresh), 200), "access_token").getStringListClaim("xms_cc"))
			.containsExactly("cp1");
	}

	@Test
	void aRevokedTokenIsChallengedByGraphAloneAndOnlyWhereTheClientAnswersChallenges() throws Exception {
		Map<String, String> declared = Map.of("claims", "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}");
		AccessTokens check = this.sandbox.bean(AccessTokens.class);
		String able = graphTokens(SandboxAccount.LEAD, declared).get("access_token").asString();
		String unable = graphTokens(SandboxAccount.LEAD, Map.of()).get("access_token").asString();
		String other = tokens(EntraClient.SECRET, SandboxAccount.LEAD).get("access_token").asString();
		this.sandbox.entra().revokeAccessTokens();
		assertThatExceptionOfType(AccessTokens.ClaimsChallengeException.class)
			.isThrownBy(() -> check.check(able, SandboxApi.GRAPH))
			.satisfies((challenge) -> assertThat(challenge.claims()).contains("nbf"));
		assertThat(check.check(unable, SandboxApi.GRAPH).account()).isEqualTo(SandboxAccount.LEAD);
		assertThat(check.check(other, SandboxApi.DEFENDER).account()).isEqualTo(SandboxAccount.LEAD);
		String next = graphTokens(SandboxAccount.LEAD, declared).get("access_token").asString();
		assertThat(check.check(next, SandboxApi.GRAPH).account()).isEqualTo(SandboxAccount.LEAD);
	}

	@Test
	void shortScopesMeanGraphWhoseTokensThenNameItByNumber() throws Exception {
		JsonNode tokens = graphTokens(SandboxAccount.LEAD, Map.of("scope", "openid SecurityIncident.Read.All"));
		assertThat(claims(tokens, "access_token").getAudience())
			.containsExactly("00000003-0000-0000-c000-000000000000");
		this.sandbox.entra().nameGraphByNumber(true);
		String token = graphTokens(SandboxAccount.LEAD, Map.of()).get("access_token").asString();
		assertThat(this.sandbox.bean(AccessTokens.class).check(token, SandboxApi.GRAPH).scopes())
			.contains("SecurityAlert.Read.All");
	}

	@Test
	void anAccountWithoutThePermissionGetsAnotherScopeOfGraph() throws Exception {
		JsonNode tokens = graphTokens(SandboxAccount.NO_PERMISSION, Map.of());
		assertThat(claims(tokens, "access_token").getStringClaim("scp").split(" ")).contains("User.Read")
			.doesNotContain("SecurityIncident.Read.All");
	}

	@Test
	void noTokenIsForTwoResources() {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		request.put("scope", EntraClientDriver.SCOPE + " https://graph.microsoft.com/SecurityIncident.Read.All");
		String code = requireNonNull(this.driver.signIn(request, SandboxAccount.ANALYST).get("code"));
		assertThat(refusal(EntraClientDriver.redemption(EntraClient.PUBLIC, code), 400)).isEqualTo(28000);
	}

	@ParameterizedTest
	@EnumSource(EntraClient.class)
	void aRefreshRotatesTheTokenAndLeavesTheOldOneValid(EntraClient client) throws Exception {
		String first = tokens(client, SandboxAccount.LEAD).get("refresh_token").asString();
		JsonNode second = json(this.driver.token(credential(client, EntraClientDriver.refresh(client, first))), 200);
		assertThat(second.get("refresh_token").asString()).isNotEqualTo(first);
		assertThat(claims(second, "id_token").getClaim("nonce")).isNull();
		json(this.driver.token(credential(client, EntraClientDriver.refresh(client, first))), 200);
		assertThat(this.sandbox.entra().refreshes()).isEqualTo(2);
	}

	@Test
	void withoutOfflineAccessThereIsNoRefreshToken() throws Exception {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		request.put("scope", "openid https://api.security.microsoft.com/Incident.Read");
		String code = requireNonNull(this.driver.signIn(request, SandboxAccount.ANALYST).get("code"));
		JsonNode tokens = json(this.driver.token(EntraClientDriver.redemption(EntraClient.PUBLIC, code)), 200);
		assertThat(tokens.has("refresh_token")).isFalse();
	}

	@Test
	void anAccountWithoutThePermissionGetsAnotherScope() throws Exception {
		JsonNode tokens = tokens(EntraClient.SECRET, SandboxAccount.NO_PERMISSION);
		assertThat(claims(tokens, "access_token").getStringClaim("scp")).isEqualTo("Machine.Read");
	}

	@Test
	void consentMissingAndDeclinedEndAtTheCallback() {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.SECRET);
		Map<String, String> missing = this.driver.signIn(request, SandboxAccount.NO_CONSENT);
		assertThat(missing).containsEntry("error", "consent_required").containsEntry("state", "s=1&2");
		assertThat(missing.get("error_description")).startsWith("AADSTS65001: ");
		request.put("prompt", "select_account");
		Map<String, String> declined = this.driver.press(request, Map.of("cancel", "true"));
		assertThat(declined).containsEntry("error", "access_denied");
		assertThat(declined.get("error_description")).startsWith("AADSTS65004: ");
	}

	@ParameterizedTest
	@EnumSource(SandboxApi.class)
	void consentIsAskedForWhatIsNewAndEveryLaterTokenCarriesIt(SandboxApi api) throws Exception {
		String write = api.resource() + '/' + api.writeScope();
		Map<String, String> reading = request(api, "");
		String earlier = redeem(this.driver.signIn(reading, SandboxAccount.ANALYST)).get("refresh_token").asString();
		Map<String, String> writing = request(api, " " + write);
		HttpResponse<String> page = this.driver.authorize(writing);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Permissions requested", write, SandboxAccount.ANALYST.username());
		api.scopes()
			.forEach((scope) -> assertThat(page.body()).doesNotContain(">" + api.resource() + '/' + scope + '<'));
		JsonNode tokens = redeem(this.driver.callback(this.driver.answer(writing, "ACCEPT")));
		assertThat(tokens.get("scope").asString().split(" ")).contains(write)
			.containsAll(api.scopes().stream().map((scope) -> api.resource() + '/' + scope).toList());
		assertThat(scopes(tokens)).contains(api.writeScope()).containsAll(api.scopes());
		assertThat(scopes(redeem(this.driver.callback(this.driver.authorize(writing))))).contains(api.writeScope());
		JsonNode refreshed = json(this.driver.token(EntraClientDriver.refresh(EntraClient.PUBLIC, earlier)), 200);
		assertThat(scopes(refreshed)).contains(api.writeScope());
		assertThat(scopes(redeem(this.driver.callback(this.driver.authorize(reading))))).contains(api.writeScope());
		assertThat(this.sandbox.entra().authorizeRequests()).hasSize(4);
	}

	@Test
	void consentIsForOneAccountAndOneResource() throws Exception {
		this.sandbox.entra().consents().give(SandboxAccount.ANALYST, SandboxApi.DEFENDER);
		assertThat(scopes(redeem(this.driver.signIn(request(SandboxApi.DEFENDER, ""), SandboxAccount.ANALYST))))
			.containsExactlyInAnyOrder("Incident.Read", "Incident.ReadWrite");
		assertThat(scopes(graphTokens(SandboxAccount.ANALYST, Map.of("prompt", "select_account"))))
			.doesNotContain("SecurityIncident.ReadWrite.All");
		Map<String, String> other = request(SandboxApi.DEFENDER, " " + WRITE);
		other.put("prompt", "select_account");
		assertThat(this.driver.choose(other, SandboxAccount.LEAD).body()).contains("Permissions requested");
	}

	@Test
	void whoDeclinesGoesBackAndIsAskedAgain() {
		Map<String, String> request = request(SandboxApi.DEFENDER, " " + WRITE);
		assertThat(this.driver.choose(request, SandboxAccount.LEAD).body()).contains("Permissions requested");
		Map<String, String> declined = this.driver.callback(this.driver.answer(request, "CANCEL"));
		assertThat(declined).containsEntry("error", "access_denied").containsEntry("state", "s=1&2");
		assertThat(declined.get("error_description")).startsWith("AADSTS65004: ");
		assertThat(this.driver.authorize(request).body()).contains("Permissions requested");
		request.put("prompt", "none");
		assertThat(this.driver.callback(this.driver.authorize(request)).get("error_description"))
			.startsWith("AADSTS65001: ");
	}

	@Test
	void whoMayNotConsentIsSentToAnAdministrator() throws Exception {
		Map<String, String> request = request(SandboxApi.DEFENDER, " " + WRITE);
		assertThat(this.driver.choose(request, SandboxAccount.NEEDS_ADMIN).body()).contains("Need admin approval")
			.doesNotContain("ACCEPT");
		assertThat(this.driver.follow(this.driver.answer(request, "ACCEPT")).body()).contains("Need admin approval");
		Map<String, String> back = this.driver.callback(this.driver.answer(request, "RETURN"));
		assertThat(back).containsEntry("error", "access_denied");
		assertThat(back.get("error_description")).startsWith("AADSTS90094: ");
		Map<String, String> reading = request(SandboxApi.DEFENDER, "");
		JsonNode before = redeem(this.driver.callback(this.driver.authorize(reading)));
		assertThat(scopes(before)).containsExactly("Incident.Read");
		this.sandbox.entra().consents().giveForEverybody(SandboxApi.DEFENDER);
		assertThat(scopes(redeem(this.driver.callback(this.driver.authorize(request))))).contains("Incident.ReadWrite");
		assertThat(scopes(redeem(this.driver.callback(this.driver.authorize(reading))))).contains("Incident.ReadWrite");
		request.put("prompt", "consent");
		assertThat(this.driver.authorize(request).body()).contains("Need admin approval");
	}

	@Test
	void promptConsentAsksEvenForWhatWasConsentedTo() {
		this.sandbox.entra().consents().giveForEverybody(SandboxApi.DEFENDER);
		Map<String, String> request = request(SandboxApi.DEFENDER, " " + WRITE);
		this.driver.signIn(request, SandboxAccount.ANALYST);
		request.put("prompt", "consent");
		assertThat(this.driver.authorize(request).body()).contains("Read incidents", "Read and write incidents");
		assertThat(this.driver.callback(this.driver.answer(request, "ACCEPT"))).containsKey("code");
	}

	@Test
	void aHintAtWhoIsSignedInSkipsTheAccountPage() {
		Map<String, String> request = request(SandboxApi.DEFENDER, " " + WRITE);
		this.driver.signIn(request(SandboxApi.DEFENDER, ""), SandboxAccount.ANALYST);
		request.put("login_hint", SandboxAccount.ANALYST.username());
		assertThat(this.driver.authorize(request).body()).contains("Permissions requested");
		request.put("login_hint", SandboxAccount.LEAD.username());
		assertThat(this.driver.authorize(request).body()).contains("Pick an account");
	}

	@Test
	void aSessionSignsInSilentlyUnlessTheAccountIsToBeChosen() {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.SECRET);
		this.driver.signIn(request, SandboxAccount.ANALYST);
		assertThat(this.driver.callback(this.driver.authorize(request))).containsKey("code");
		request.put("prompt", "select_account");
		assertThat(this.driver.authorize(request).body()).contains("Sandbox: this is not Microsoft")
			.contains("lee.lead@contoso.com");
		this.driver.get(EntraTenant.LOGOUT);
		request.remove("prompt");
		assertThat(this.driver.authorize(request).statusCode()).isEqualTo(200);
		assertThat(this.sandbox.entra().authorizeRequests()).hasSize(4);
	}

	@Test
	void signOutGoesOnlyToRegisteredAddresses() {
		HttpResponse<String> known = this.driver
			.get(EntraTenant.LOGOUT + "?post_logout_redirect_uri=" + EntraClientDriver.REDIRECT_URI);
		assertThat(known.headers().firstValue("Location")).contains(EntraClientDriver.REDIRECT_URI);
		HttpResponse<String> unknown = this.driver
			.get(EntraTenant.LOGOUT + "?post_logout_redirect_uri=http://localhost:8080/");
		assertThat(unknown.statusCode()).isEqualTo(200);
		assertThat(this.sandbox.entra().logoutRequests()).hasSize(2);
	}

	@Test
	void anUnregisteredRedirectUriStaysOnAPageOfEntras() {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		request.put("redirect_uri", "http://localhost:8081/login/oauth2/code/entra");
		HttpResponse<String> response = this.driver.authorize(request);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("AADSTS50011");
	}

	@Test
	void anUnknownClientStaysOnAPageOfEntras() {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		request.put("client_id", UUID.randomUUID().toString());
		assertThat(this.driver.authorize(request).body()).contains("AADSTS700016");
	}

	@Test
	void scopeChallengeAndClaimsAreChecked() {
		assertThat(authorizeError("scope", "openid User.Read")).startsWith("AADSTS70011: ");
		assertThat(authorizeError("scope", "openid https://api.security.microsoft.com/Incident.Write"))
			.startsWith("AADSTS650053: ");
		assertThat(authorizeError("code_challenge_method", "plain")).startsWith("AADSTS9002325: ");
		assertThat(authorizeError("claims", "not json")).startsWith("AADSTS9002313: ");
		assertThat(authorizeError("prompt", "none")).startsWith("AADSTS50058: ");
	}

	@Test
	void badCredentialsAreRefusedWithEntrasNumbers() {
		Map<String, String> wrong = EntraClientDriver.refresh(EntraClient.SECRET, "1.A");
		wrong.put("client_secret", "wrong");
		assertThat(refusal(wrong, 401)).isEqualTo(7000215);
		assertThat(refusal(EntraClientDriver.refresh(EntraClient.SECRET, "1.A"), 401)).isEqualTo(7000218);
		Map<String, String> open = EntraClientDriver.refresh(EntraClient.PUBLIC, "1.A");
		open.put("client_secret", "any");
		assertThat(refusal(open, 401)).isEqualTo(700025);
		assertThat(refusal(EntraClientDriver.refresh(EntraClient.PUBLIC, "1.Aunknown"), 400)).isEqualTo(70000);
	}

	@Test
	void aCodeIsGoodOnceAndForItsVerifierAndRedirectUri() {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		String code = requireNonNull(this.driver.signIn(request, SandboxAccount.ANALYST).get("code"));
		Map<String, String> redemption = EntraClientDriver.redemption(EntraClient.PUBLIC, code);
		Map<String, String> otherVerifier = EntraClientDriver.redemption(EntraClient.PUBLIC, code);
		otherVerifier.put("code_verifier", "x".repeat(43));
		assertThat(refusal(otherVerifier, 400)).isEqualTo(501481);
		Map<String, String> otherAddress = EntraClientDriver.redemption(EntraClient.PUBLIC, code);
		otherAddress.put("redirect_uri", EntraClientDriver.REDIRECT_URI + "/");
		assertThat(refusal(otherAddress, 400)).isEqualTo(500112);
		json(this.driver.token(redemption), 200);
		assertThat(refusal(redemption, 400)).isEqualTo(54005);
	}

	@Test
	void aRefreshForAnotherResourceIsRefused() throws Exception {
		String token = tokens(EntraClient.PUBLIC, SandboxAccount.ANALYST).get("refresh_token").asString();
		Map<String, String> refresh = EntraClientDriver.refresh(EntraClient.PUBLIC, token);
		refresh.put("scope", "mine");
		assertThat(refusal(refresh, 400)).isEqualTo(70011);
	}

	@Test
	void anAssertionIsRefusedWhenReusedOrMadeForAnotherAudience() throws Exception {
		Map<String, String> request = credential(EntraClient.CERTIFICATE,
				EntraClientDriver.refresh(EntraClient.CERTIFICATE, "1.A"));
		assertThat(refusal(request, 400)).isEqualTo(70000);
		assertThat(refusal(request, 401)).isEqualTo(50013);
		request.put("client_assertion", assertion(this.sandbox.origin(), JWSAlgorithm.PS256, Duration.ofMinutes(5)));
		assertThat(refusal(request, 401)).isEqualTo(50013);
		String endpoint = this.sandbox.origin() + EntraTenant.TOKEN;
		request.put("client_assertion", assertion(endpoint, JWSAlgorithm.RS256, Duration.ofMinutes(5)));
		assertThat(refusal(request, 401)).isEqualTo(700027);
		request.put("client_assertion", assertion(endpoint, JWSAlgorithm.PS256, Duration.ofMinutes(11)));
		assertThat(refusal(request, 401)).isEqualTo(700024);
	}

	@Test
	void faultsComeAsOrdered() throws Exception {
		String token = tokens(EntraClient.PUBLIC, SandboxAccount.ANALYST).get("refresh_token").asString();
		Map<String, String> refresh = EntraClientDriver.refresh(EntraClient.PUBLIC, token);
		this.sandbox.entra().refuseRefresh(EntraError.MULTI_FACTOR);
		assertThat(json(this.driver.token(refresh), 400).get("claims").asString()).startsWith("{\"access_token\"");
		this.sandbox.entra().refuseRefresh(EntraError.UNAVAILABLE);
		assertThat(this.driver.token(refresh).statusCode()).isEqualTo(503);
		this.sandbox.entra().reset();
		this.sandbox.entra().revokeRefreshTokens();
		assertThat(refusal(refresh, 400)).isEqualTo(50173);
		this.sandbox.entra().failNextAuthorize(EntraError.ADMIN_CONSENT);
		HttpResponse<String> response = this.driver
			.authorize(EntraClientDriver.authorizeParameters(EntraClient.SECRET));
		assertThat(this.driver.callback(response).get("error_description")).startsWith("AADSTS90094: ");
	}

	@Test
	void opaqueTokensAreGoodForTheApi() throws Exception {
		this.sandbox.entra().opaqueAccessTokens(true);
		String token = tokens(EntraClient.SECRET, SandboxAccount.LEAD).get("access_token").asString();
		assertThat(token).doesNotContain(".");
		assertThat(this.sandbox.bean(AccessTokens.class).check(token, SandboxApi.DEFENDER).account())
			.isEqualTo(SandboxAccount.LEAD);
	}

	@Test
	void theApiRefusesTokensSignedWithAWithdrawnKey() throws Exception {
		String token = tokens(EntraClient.SECRET, SandboxAccount.LEAD).get("access_token").asString();
		this.sandbox.entra().rollKeysOver();
		assertThatExceptionOfType(AccessTokens.InvalidTokenException.class)
			.isThrownBy(() -> this.sandbox.bean(AccessTokens.class).check(token, SandboxApi.DEFENDER));
	}

	@ParameterizedTest
	@EnumSource(IdTokenFault.class)
	void spoiltIdTokensAreStillIssued(IdTokenFault fault) throws Exception {
		this.sandbox.entra().spoilIdTokens(fault);
		assertThat(tokens(EntraClient.SECRET, SandboxAccount.LEAD).get("id_token").asString()).isNotBlank();
	}

	@Test
	void discoveryIsEntrasAndUserInfoRefusesTheToken() {
		JsonNode metadata = json(this.driver.get(EntraTenant.DISCOVERY), 200);
		assertThat(metadata.get("issuer").asString()).endsWith("/" + EntraTenant.ID + "/v2.0");
		assertThat(json(this.driver.get(EntraTenant.KEYS), 200).get("keys").get(0).has("d")).isFalse();
		JsonNode refused = json(this.driver.get(EntraTenant.USER_INFO), 401);
		assertThat(refused.get("error").get("code").asString()).isEqualTo("InvalidAuthenticationToken");
	}

	@Test
	void recordsHoldTheParametersWithoutSecrets() throws Exception {
		tokens(EntraClient.SECRET, SandboxAccount.ANALYST);
		assertThat(this.sandbox.entra().authorizeRequests()).singleElement()
			.satisfies((request) -> assertThat(request.parameters()).containsKeys("nonce", "state"));
		assertThat(this.sandbox.entra().tokenRequests()).singleElement()
			.satisfies((request) -> assertThat(request.parameter("client_secret")).isEqualTo("***"));
	}

	@Test
	void aTakenPortIsNamed() {
		int port = java.net.URI.create(this.sandbox.origin()).getPort();
		assertThatExceptionOfType(Sandbox.PortTakenException.class)
			.isThrownBy(() -> Sandbox.start(new SandboxOptions(port, 0, false, List.of())))
			.withMessageContaining(String.valueOf(port))
			.withMessageContaining("SANDBOX_PORT");
	}

	/**
	 * An authorization request for reading, and for more.
	 */
	private static Map<String, String> request(SandboxApi api, String more) {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		request.put("scope",
				((api == SandboxApi.GRAPH) ? EntraClientDriver.GRAPH_SCOPE : EntraClientDriver.SCOPE) + more);
		return request;
	}

	private JsonNode redeem(Map<String, String> callback) {
		String code = requireNonNull(callback.get("code"), callback.toString());
		return json(this.driver.token(EntraClientDriver.redemption(EntraClient.PUBLIC, code)), 200);
	}

	private static String[] scopes(JsonNode tokens) throws ParseException {
		return claims(tokens, "access_token").getStringClaim("scp").split(" ");
	}

	private String authorizeError(String name, String value) {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.SECRET);
		request.put(name, value);
		return requireNonNull(this.driver.callback(this.driver.authorize(request)).get("error_description"));
	}

	private int refusal(Map<String, String> request, int status) {
		JsonNode body = json(this.driver.token(request), status);
		assertThat(body.get("error_description").asString()).contains("Trace ID: ")
			.contains("Correlation ID: ")
			.contains("Timestamp: ");
		return body.get("error_codes").get(0).asInt();
	}

	private JsonNode graphTokens(SandboxAccount account, Map<String, String> more) {
		Map<String, String> request = EntraClientDriver.authorizeParameters(EntraClient.PUBLIC);
		request.put("scope", EntraClientDriver.GRAPH_SCOPE);
		request.putAll(more);
		String code = requireNonNull(this.driver.signIn(request, account).get("code"));
		return json(this.driver.token(EntraClientDriver.redemption(EntraClient.PUBLIC, code)), 200);
	}

	private JsonNode tokens(EntraClient client, SandboxAccount account) throws JOSEException {
		Map<String, String> callback = this.driver.signIn(EntraClientDriver.authorizeParameters(client), account);
		assertThat(callback).containsEntry("state", "s=1&2");
		String code = requireNonNull(callback.get("code"));
		return json(this.driver.token(credential(client, EntraClientDriver.redemption(client, code))), 200);
	}

	private Map<String, String> credential(EntraClient client, Map<String, String> request) throws JOSEException {
		switch (client) {
			case SECRET -> request.put("client_secret", this.sandbox.clientSecret());
			case CERTIFICATE -> {
				request.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
				request.put("client_assertion", assertion(this.sandbox.origin() + EntraTenant.TOKEN, JWSAlgorithm.PS256,
						Duration.ofMinutes(5)));
			}
			case PUBLIC -> {
			}
		}
		return request;
	}

	private String assertion(String audience, JWSAlgorithm algorithm, Duration lifetime) throws JOSEException {
		ClientCertificate certificate = this.sandbox.bean(EntraTenant.class).certificate();
		JWSHeader header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT)
			.x509CertSHA256Thumbprint(new Base64URL(certificate.thumbprint()))
			.build();
		Date now = new Date();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().audience(audience)
			.issuer(EntraClient.CERTIFICATE.id())
			.subject(EntraClient.CERTIFICATE.id())
			.jwtID(UUID.randomUUID().toString())
			.notBeforeTime(now)
			.issueTime(now)
			.expirationTime(new Date(now.getTime() + lifetime.toMillis()))
			.build();
		SignedJWT jwt = new SignedJWT(header, claims);
		jwt.sign(new RSASSASigner(certificate.privateKey()));
		return jwt.serialize();
	}

	private static JWTClaimsSet claims(JsonNode tokens, String name) throws ParseException {
		return SignedJWT.parse(tokens.get(name).asString()).getJWTClaimsSet();
	}

	private static JsonNode json(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return new JsonMapper().readTree(response.body());
	}

}
