package io.watchfloor.signin;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.SignInRequestFactory.Purpose;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.consent.WriteConsent;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionStore;
import io.watchfloor.support.MutableClock;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Entra ID is asked for at a sign-in, and when an analyst wants to write.
 */
class SignInRequestResolverTests {

	private static final String READ = "https://api.security.microsoft.com/Incident.Read";

	private static final String WRITE = "https://api.security.microsoft.com/Incident.ReadWrite";

	private static final ApiAccess ACCESS = new ApiAccess(IncidentApi.DEFENDER, Set.of(READ), true);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final SessionDataKeys keys = new SessionDataKeys((event) -> {
	}, this.clock);

	private final WriteConsent consent = new WriteConsent((asking) -> Set.of(READ), ACCESS,
			new SignInAdvisor(URI.create("https://login.example"), "tenant", "client", ACCESS, "redirect"), this.keys,
			this.clock);

	private final SignInRequestFactory requests = new SignInRequestFactory(
			SampleRegistration.at("tenant", URI.create("https://login.example")), ACCESS, new PublicAddress(null));

	private final ClaimsChallengeRepository challenges = new ClaimsChallengeRepository(SessionStore.IN_MEMORY,
			this.clock);

	private final SignInRequestResolver resolver = resolver(this.consent);

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", WriteConsent.PATH);

	@BeforeEach
	void adaIsSignedIn() {
		this.request.setServletPath(WriteConsent.PATH);
		this.request.setParameter("back", "/incidents/924565?tab=alerts");
		signIn(Analysts.of(SandboxAccount.ANALYST));
	}

	@Test
	void whoWantsToWriteIsAskedForThatInAddition() {
		OAuth2AuthorizationRequest asked = asked();
		assertThat(asked.getScopes()).containsExactlyInAnyOrder("openid", "profile", "offline_access", READ, WRITE);
		assertThat(asked.getAdditionalParameters()).containsEntry("login_hint", "ada.analyst@contoso.com")
			.containsKeys("code_challenge", "code_challenge_method", "nonce")
			.doesNotContainKeys("prompt", "claims");
		assertThat(asked.getAuthorizationRequestUri()).doesNotContain("924565");
		assertThat(purpose(asked).returnAddress()).isEqualTo("/incidents/924565?tab=alerts");
	}

	@Test
	void anAccountWithoutAUserNameIsNotNamedToEntra() {
		Map<String, Object> claims = new HashMap<>(Analysts.of(SandboxAccount.ANALYST).getClaims());
		claims.remove("preferred_username");
		signIn(new Analyst(new OidcIdToken("id-token", Instant.now(), Instant.now().plusSeconds(60), claims)));
		assertThat(asked().getAdditionalParameters()).doesNotContainKey("login_hint");
	}

	@Test
	void theClaimsOfAChallengeAreAskedForTogetherWithIt() {
		this.challenges.accept(this.request, "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}");
		assertThat(asked().getAdditionalParameters()).containsEntry("claims",
				"{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
			"incidents", "/in cidents", "/a\nb", "" })
	void noFormLeadsBackToAnotherSite(String back) {
		this.request.setParameter("back", back);
		assertThat(purpose(asked()).returnAddress()).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT" })
	void nobodyIsAskedButByTheForm(String method) {
		this.request.setMethod(method);
		assertThat(this.resolver.resolve(this.request)).isNull();
	}

	@Test
	void nobodyIsAskedWhoIsNotSignedIn() {
		Objects.requireNonNull(this.request.getSession()).invalidate();
		assertThat(this.resolver.resolve(this.request)).isNull();
	}

	@Test
	void nobodyIsAskedWhileTriageIsOff() {
		assertThat(resolver(null).resolve(this.request)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { SignInRequestResolver.SIGN_IN_PATH, SignInRequestResolver.OTHER_ACCOUNT_PATH,
			SignInRequestResolver.AGAIN_PATH })
	void signingInAsksForReadingOnly(String path) {
		this.request.setServletPath(path);
		OAuth2AuthorizationRequest signIn = asked();
		assertThat(signIn.getScopes()).contains("https://api.example/Incident.Read")
			.noneMatch((scope) -> scope.contains("Write"));
		assertThat(purpose(signIn).asksForWriting()).isFalse();
		assertThat(this.resolver.resolve(this.request, EntraClientRegistration.ID).getScopes())
			.isEqualTo(signIn.getScopes());
	}

	@Test
	void theAnswerFindsTheSameRequestAgainAndForWhomItWasAsked() {
		OAuth2AuthorizationRequest asked = asked();
		OAuth2AuthorizationRequest again = answered(asked);
		assertThat(again).isNotNull();
		assertThat(again.getScopes()).isEqualTo(asked.getScopes());
		assertThat(again.getAttributes()).isEqualTo(asked.getAttributes());
		assertThat(this.consent.concerns(this.request, purpose(again).writingIn())).isTrue();
		signIn(Analysts.of(SandboxAccount.LEAD));
		assertThat(this.consent.concerns(this.request, purpose(again).writingIn())).isFalse();
	}

	@Test
	void theAnswerOfASignInConcernsNoPermissionToWrite() {
		this.request.setServletPath(SignInRequestResolver.AGAIN_PATH);
		OAuth2AuthorizationRequest again = answered(asked());
		assertThat(again).isNotNull();
		assertThat(purpose(again)).isEqualTo(new Purpose("/incidents/924565?tab=alerts", null));
	}

	/**
	 * Keep a request in the browser's cookie, and find it again by its state.
	 */
	private @Nullable OAuth2AuthorizationRequest answered(OAuth2AuthorizationRequest asked) {
		PendingSignInRepository pending = new PendingSignInRepository(this.requests, this.clock);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.request.getServletContext().getSessionCookieConfig().setName("watchfloor");
		pending.saveAuthorizationRequest(asked, this.request, response);
		MockHttpServletRequest callback = new MockHttpServletRequest(this.request.getServletContext());
		Cookie[] cookies = response.getCookies();
		assertThat(cookies).singleElement()
			.satisfies((cookie) -> assertThat(cookie.getValue()).doesNotContain("924565"));
		callback.setCookies(cookies);
		callback.setParameter("state", Objects.requireNonNull(asked.getState()));
		return pending.removeAuthorizationRequest(callback, response);
	}

	private OAuth2AuthorizationRequest asked() {
		return Objects.requireNonNull(this.resolver.resolve(this.request));
	}

	private static Purpose purpose(OAuth2AuthorizationRequest asked) {
		return Objects.requireNonNull(asked.getAttribute(SignInRequestFactory.PURPOSE));
	}

	private SignInRequestResolver resolver(@Nullable WriteConsent writeConsent) {
		return new SignInRequestResolver(this.requests, this.challenges, ACCESS, writeConsent);
	}

	private void signIn(Analyst analyst) {
		Objects.requireNonNull(this.request.getSession())
			.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(new OAuth2AuthenticationToken(analyst, analyst.getAuthorities(), "entra")));
		this.keys.signedIn(this.request.getSession(), analyst.getName());
	}

}
