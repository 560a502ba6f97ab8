package io.watchfloor.signin.consent;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.entra.EntraError;
import io.watchfloor.sandbox.entra.RecordedRequest;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asking Entra ID for the permission to write, over HTTP against the sandbox.
 */
@TestPropertySource(properties = "watchfloor.triage=true")
class WriteConsentTests extends SandboxTest {

	private static final String EVERYTHING = "/incidents?range=180d&size=200";

	private static final String PERMITS_WRITING = "This token also permits writing";

	@Autowired
	private ApiAccess access;

	@Test
	void whoConsentsReturnsToTheirPageWithAQueueThatWasNotReadAgain() {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		Page before = readEverything(ada);
		String session = ada.cookieHeader();
		long calls = defender().callCount();
		try (AuditTrail audit = AuditTrail.open()) {
			Page consent = ada.open(ask(ada, EVERYTHING).location());
			assertThat(consent.text()).contains("Permissions requested", SandboxAccount.ANALYST.username());
			Page after = ada.press(consent, "Accept");
			assertThat(after.status()).isEqualTo(200);
			assertThat(after.pathAndQuery()).isEqualTo(EVERYTHING);
			assertThat(shown(after)).isEqualTo(shown(before));
			assertThat(defender().callCount() - calls).as("at most the incidents that changed, if that is due")
				.isLessThanOrEqualTo(2);
			assertThat(audit.events("write-permission-granted")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.outcome", "success")
					.containsEntry("user.full_name", "Ada Analyst"));
		}
		assertThat(ada.cookieHeader()).isNotEqualTo(session);
		assertThat(visitor().ask("/token", "Cookie", session).status()).isEqualTo(302);
		assertThat(ada.open("/token").text()).contains(PERMITS_WRITING, "uses " + this.access.api().writePermission())
			.contains("No problem was found");
		assertThat(ask(ada, "/token").location()).as("nothing left to ask for").isEqualTo("/token");
	}

	@Test
	void onlyWhoWantsToWriteIsAskedForMoreThanReading() {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		ada.open("/token");
		ask(ada, "/token", "/sign-in/again");
		ada.press(ada.open(ask(ada, "/token").location()), "Accept");
		ada.open("/token");
		List<String> scopes = entra().authorizeRequests()
			.stream()
			.map((request) -> String.valueOf(request.parameter("scope")))
			.toList();
		assertThat(scopes).first().asString().doesNotContain("Write");
		RecordedRequest asked = last(entra().authorizeRequests());
		Set<String> wanted = Stream
			.concat(Stream.of("openid", "profile", "offline_access", this.access.writeScope()),
					this.access.scopes().stream())
			.collect(Collectors.toSet());
		assertThat(String.valueOf(asked.parameter("scope")).split(" ")).containsExactlyInAnyOrderElementsOf(wanted);
		assertThat(asked.parameter("login_hint")).isEqualTo(SandboxAccount.ANALYST.username());
		assertThat(asked.parameters()).doesNotContainKey("prompt").containsKeys("code_challenge", "nonce", "state");
		assertThat(entra().tokenRequests()).isNotEmpty()
			.allSatisfy((request) -> assertThat(request.parameters()).doesNotContainKey("scope"));
	}

	@Test
	void whoDeclinesStaysSignedInAndIsNotAskedAgainAtOnce() {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		try (AuditTrail audit = AuditTrail.open()) {
			Page back = ada.press(ada.open(ask(ada, "/incidents/924565").location()), "Cancel");
			assertThat(back.pathAndQuery()).isEqualTo("/incidents/924565");
			assertThat(back.status()).isEqualTo(200);
			assertThat(audit.events("write-permission-granted")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.outcome", "failure")
					.containsEntry("event.reason", "access_denied")
					.containsEntry("event.code", "AADSTS65004")
					.containsEntry("user.full_name", "Ada Analyst"));
			assertThat(audit.events("signed-in")).isEmpty();
		}
		assertThat(ada.open("/token").text()).contains("No problem was found").doesNotContain(PERMITS_WRITING);
		int asked = entra().authorizeRequests().size();
		assertThat(ask(ada, "/incidents/924565").location()).isEqualTo("/incidents/924565");
		assertThat(entra().authorizeRequests()).hasSize(asked);
	}

	@Test
	void whoMayNotConsentIsNotAskedAgainButHasThePermissionOnceAnAdministratorConsented() {
		Visitor nadia = signedIn(SandboxAccount.NEEDS_ADMIN);
		Page admin = nadia.open(ask(nadia, "/token").location());
		assertThat(admin.text()).contains("Need admin approval");
		Page back = nadia.press(admin, "Return without granting consent");
		assertThat(back.pathAndQuery()).isEqualTo("/token");
		assertThat(back.text()).doesNotContain(PERMITS_WRITING);
		assertThat(ask(nadia, "/token").location()).isEqualTo("/token");
		entra().consents().giveForEverybody(api());
		assertThat(nadia.open(ask(nadia, "/token", "/sign-in/again").location()).text()).contains(PERMITS_WRITING);
	}

	@Test
	void anAdministratorsConsentComesWithARefreshWithoutBeingAskedFor() {
		entra().accessTokenLifetime(Duration.ofSeconds(30));
		Visitor nadia = signedIn(SandboxAccount.NEEDS_ADMIN);
		entra().consents().giveForEverybody(api());
		assertThat(nadia.open("/token").text()).contains(PERMITS_WRITING);
		assertThat(ask(nadia, "/token").location()).isEqualTo("/token");
		assertThat(entra().authorizeRequests()).hasSize(1);
	}

	@Test
	void whoeverElseSignsInOnTheWayIsAnotherSignInThatFindsNothing() {
		Visitor browser = signedIn(SandboxAccount.LEAD);
		assertThat(visible(SandboxAccount.ANALYST).containsAll(shown(readEverything(browser)))).isFalse();
		String asked = ask(browser, EVERYTHING).location()
			.replace(hint(SandboxAccount.LEAD), hint(SandboxAccount.ANALYST));
		Page consent = browser.choose(browser.open(asked), SandboxAccount.ANALYST);
		try (AuditTrail audit = AuditTrail.open()) {
			Page adas = browser.press(consent, "Accept");
			assertThat(adas.text()).contains("Ada Analyst").doesNotContain("Lee Lead");
			assertThat(visible(SandboxAccount.ANALYST)).containsAll(shown(adas))
				.containsAll(shown(readEverything(browser)));
			assertThat(audit.events("write-permission-granted")).isEmpty();
			assertThat(audit.events("signed-in")).hasSize(1);
		}
	}

	@Test
	void theRefusalOfOneIsNoneOfTheNext() {
		Visitor browser = signedIn(SandboxAccount.NEEDS_ADMIN);
		Page admin = browser.open(ask(browser, "/token").location());
		browser.choose(browser.open("/sign-in/other-account"), SandboxAccount.ANALYST);
		Page late = browser.press(admin, "Return without granting consent");
		assertThat(late.status()).isEqualTo(401);
		assertThat(late.text()).contains("You are still signed in");
		assertThat(browser.open("/token").text()).contains("Ada Analyst");
		assertThat(browser.open(ask(browser, "/token").location()).text()).contains("Permissions requested");
	}

	@ParameterizedTest
	@EnumSource(value = EntraError.class, names = { "UNAVAILABLE", "SECRET_EXPIRED" })
	void anotherFailureIsAPageAndTheAnalystStaysSignedIn(EntraError error) {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		Page consent = ada.open(ask(ada, "/incidents/924565").location());
		entra().refuseTokens(error);
		Page failed = ada.press(consent, "Accept");
		assertThat(failed.status()).isEqualTo(401);
		assertThat(failed.html().select("a[href=/incidents/924565]").text()).isEqualTo("Go back to the page");
		entra().refuseTokens(null);
		assertThat(ada.open("/token").text()).contains("Ada Analyst", "No problem was found");
	}

	@Test
	void theClaimsThatThePermissionTakesAreAskedForTheNextTime() {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		Page consent = ada.open(ask(ada, "/incidents/924565").location());
		entra().refuseTokens(EntraError.MULTI_FACTOR);
		assertThat(ada.press(consent, "Accept").pathAndQuery()).isEqualTo("/incidents/924565");
		entra().refuseTokens(null);
		ada.open(ask(ada, "/token", "/sign-in/again").location());
		assertThat(last(entra().authorizeRequests()).parameter("claims")).contains("access_token", "essential");
	}

	@Test
	void aFormOfAnotherSiteAsksNobody() {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		String csrf = csrf(ada);
		int asked = entra().authorizeRequests().size();
		assertThat(ada.post(WriteConsent.PATH, Map.of("back", "/token")).status()).isEqualTo(403);
		assertThat(ada.post(WriteConsent.PATH, Map.of("back", "/token", "_csrf", csrf), "Sec-Fetch-Site", "cross-site")
			.status()).isEqualTo(403);
		assertThat(visitor().post(WriteConsent.PATH, Map.of("back", "/token", "_csrf", csrf)).status()).isEqualTo(403);
		assertThat(ada.ask(WriteConsent.PATH).status()).isEqualTo(404);
		assertThat(ada.ask(WriteConsent.PATH + "?back=/token&_csrf=" + csrf).status()).isEqualTo(404);
		assertThat(entra().authorizeRequests()).hasSize(asked);
	}

	@Test
	void nobodyIsLedToAnotherSiteAfterwards() {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		Page back = ada.press(ada.open(ask(ada, "//evil.example/x").location()), "Cancel");
		assertThat(back.uri()).hasToString(origin() + "/");
		assertThat(ask(ada, "https://evil.example/x").location()).isEqualTo("/");
	}

	private static Page ask(Visitor visitor, String back) {
		return ask(visitor, back, WriteConsent.PATH);
	}

	private static Page ask(Visitor visitor, String back, String path) {
		Page answer = visitor.post(path, Map.of("_csrf", csrf(visitor), "back", back));
		assertThat(answer.status()).isIn(302, 303);
		return answer;
	}

	private static String csrf(Visitor visitor) {
		return Objects.requireNonNull(visitor.open("/token").html().selectFirst("input[name=_csrf]")).val();
	}

	private static Page readEverything(Visitor visitor) {
		Page page = visitor.open(EVERYTHING);
		for (int step = 0; step < 10; step++) {
			page = visitor.open(EVERYTHING);
		}
		return page;
	}

	private SandboxApi api() {
		return SandboxApi.valueOf(this.access.api().name());
	}

	private static String hint(SandboxAccount account) {
		return "login_hint=" + account.username().split("@")[0];
	}

	private static Set<Long> visible(SandboxAccount account) {
		return new HashSet<>(defender().visibleTo(account));
	}

	private static Set<Long> shown(Page page) {
		return page.html()
			.select("table tbody tr[id^=incident-]")
			.eachAttr("id")
			.stream()
			.map((id) -> Long.valueOf(id.substring("incident-".length())))
			.collect(Collectors.toSet());
	}

	private static RecordedRequest last(List<RecordedRequest> requests) {
		return requests.get(requests.size() - 1);
	}

}
