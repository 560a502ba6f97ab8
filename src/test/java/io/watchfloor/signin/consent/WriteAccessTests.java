package io.watchfloor.signin.consent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.watchfloor.signin.advice.SignInAdvice;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.support.MutableClock;
import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.OAuth2Error;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether an analyst may write, and whether Entra ID may be asked.
 */
class WriteAccessTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private static final String RESOURCE = "https://api.security.microsoft.com";

	private static final ApiAccess ACCESS = new ApiAccess(IncidentApi.DEFENDER, Set.of(RESOURCE + "/Incident.Read"),
			true);

	private final MutableClock clock = new MutableClock(NOW);

	private final SessionDataKeys keys = new SessionDataKeys((event) -> {
	}, this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", WriteConsent.PATH);

	private Set<String> scopes = Set.of(RESOURCE + "/Incident.Read");

	private final WriteConsent consent = new WriteConsent((asking) -> this.scopes, ACCESS,
			new SignInAdvisor(URI.create("https://login.example"), "tenant", "client", ACCESS, "redirect"), this.keys,
			this.clock);

	@BeforeEach
	void adaSignsIn() {
		this.request.setServletPath(WriteConsent.PATH);
		this.keys.signedIn(this.request.getSession(), "tenant:ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { RESOURCE + "/Incident.ReadWrite", "Incident.ReadWrite" })
	void aTokenWithThePermissionMayWriteHoweverItCame(String scope) {
		this.scopes = Set.of(RESOURCE + "/Incident.Read", scope);
		assertThat(this.consent.of(this.request).isGranted()).isTrue();
		assertThat(this.consent.mayAsk(this.request)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { RESOURCE + "/Incident.Read", RESOURCE + "/Alert.ReadWrite",
			"https://other.example/Incident.ReadWrite", RESOURCE + "/Incident.ReadWrite.All" })
	void anotherPermissionIsNone(String scope) {
		this.scopes = Set.of(scope);
		WriteAccess access = this.consent.of(this.request);
		assertThat(access.state()).isEqualTo(WriteAccess.State.NOT_ASKED);
		assertThat(access.permission()).isEqualTo("Incident.ReadWrite");
		assertThat(access.next()).isBefore(NOW);
		assertThat(this.consent.mayAsk(this.request)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "access_denied, ", "access_denied, AADSTS65004", "interaction_required, AADSTS50076",
			"permission_not_issued, " })
	void whatTheAnalystCanSettleIsAskedForAgainAfterAMinute(String error, String number) {
		assertThat(refuse(error, number)).isTrue();
		WriteAccess access = this.consent.of(this.request);
		assertThat(access.state()).isEqualTo(WriteAccess.State.REFUSED);
		assertThat(access.next()).isEqualTo(NOW.plusSeconds(60));
		assertThat(this.consent.mayAsk(this.request)).isFalse();
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.consent.mayAsk(this.request)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "access_denied, AADSTS90094", "access_denied, AADSTS90095", "invalid_grant, AADSTS65001",
			"consent_required, ", "invalid_scope, AADSTS70011", "invalid_client, AADSTS650057" })
	void whatAnAdministratorHasToSettleIsNotAskedForAgain(String error, String number) {
		assertThat(refuse(error, number)).isTrue();
		this.clock.advance(Duration.ofDays(1));
		WriteAccess access = this.consent.of(this.request);
		assertThat(access.state()).isEqualTo(WriteAccess.State.REFUSED);
		assertThat(access.next()).isNull();
		SignInAdvice advice = access.refusal();
		assertThat(advice).isNotNull();
		assertThat(advice.who()).isEqualTo(SignInAdvice.Who.ADMINISTRATOR);
		assertThat(advice.adminLink()).hasToString("https://login.example/tenant/adminconsent?client_id=client");
		assertThat(this.consent.mayAsk(this.request)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "temporarily_unavailable, AADSTS90033", "connection_failed, ", "authorization_request_not_found, ",
			"invalid_client, AADSTS7000222", "access_denied_not, " })
	void anotherFailureSaysNothingAboutThePermission(String error, String number) {
		assertThat(refuse(error, number)).isFalse();
		assertThat(this.consent.of(this.request).state()).isEqualTo(WriteAccess.State.NOT_ASKED);
	}

	@Test
	void aPermissionThatCameLaterCountsWhateverWasRefusedBefore() {
		refuse("access_denied", "AADSTS90094");
		this.scopes = Set.of(RESOURCE + "/Incident.ReadWrite");
		assertThat(this.consent.of(this.request).isGranted()).isTrue();
	}

	@Test
	void aRefusalStaysWhenTheSameAnalystSignsInAgain() {
		refuse("access_denied", "AADSTS90094");
		this.keys.signedIn(this.request.getSession(), "tenant:ada");
		assertThat(this.consent.of(this.request).state()).isEqualTo(WriteAccess.State.REFUSED);
	}

	@Test
	void whatOneAnalystWasRefusedIsNotRefusedToTheNext() {
		String adas = this.consent.askedIn(this.request);
		refuse("access_denied", "AADSTS90094");
		this.keys.signedIn(this.request.getSession(), "tenant:lee");
		assertThat(this.consent.of(this.request).state()).isEqualTo(WriteAccess.State.NOT_ASKED);
		assertThat(this.consent.concerns(this.request, adas)).isFalse();
		assertThat(this.consent.concerns(this.request, null)).isFalse();
		assertThat(this.consent.concerns(this.request, this.consent.askedIn(this.request))).isTrue();
	}

	@Test
	void whereAskingIsInVainTheFormLeadsBackToItsPage() throws Exception {
		refuse("access_denied", "AADSTS90094");
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		filter(response, chain);
		assertThat(response.getStatus()).isEqualTo(303);
		assertThat(response.getHeader("Location")).isEqualTo("/incidents/924565");
		assertThat(chain.getRequest()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /sign-in/triage", "POST, /sign-in/again" })
	void everythingElseGoesItsWay(String method, String path) throws Exception {
		refuse("access_denied", "AADSTS90094");
		this.request.setMethod(method);
		this.request.setServletPath(path);
		MockFilterChain chain = new MockFilterChain();
		filter(new MockHttpServletResponse(), chain);
		assertThat(chain.getRequest()).isNotNull();
	}

	private void filter(MockHttpServletResponse response, FilterChain chain) throws Exception {
		new WriteConsentFilter(this.consent, (asking) -> "/incidents/924565").doFilter(this.request, response, chain);
	}

	private boolean refuse(String error, String number) {
		return this.consent.refused(this.request,
				SignInFailure.of(new OAuth2Error(error, (number != null) ? number + ": Text" : null, null)));
	}

}
