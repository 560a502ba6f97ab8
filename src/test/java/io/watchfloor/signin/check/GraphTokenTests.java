package io.watchfloor.signin.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check of an access token for Microsoft Graph.
 */
class GraphTokenTests {

	private static final String TENANT = "22222222-aaaa-4000-8000-000000000001";

	private static final String CLIENT = "33333333-aaaa-4000-8000-000000000001";

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final String SCOPES = "SecurityAlert.Read.All SecurityIncident.Read.All";

	private static final String TOKEN = """
			{"aud":"https://graph.microsoft.com","iss":"https://sts.windows.net/%s/","iat":%d,"nbf":%d,"exp":%d,
			"appid":"%s","scp":"%s","tid":"%s","upn":"ada@contoso.com","ver":"1.0","xms_cc":["CP1"]}
			""".formatted(TENANT, NOW.getEpochSecond(), NOW.getEpochSecond(), NOW.getEpochSecond() + 86_400, CLIENT,
			SCOPES, TENANT);

	@Test
	void aTokenWithBothPermissionsThatSaysCp1IsGood() {
		TokenCheck check = inspect("https://graph.microsoft.com", TOKEN);
		assertThat(check.fit()).isTrue();
		assertThat(claim(check, "Audience").verdict()).isEqualTo(Verdict.GOOD);
		assertThat(claim(check, "Permission").verdict()).isEqualTo(Verdict.GOOD);
		assertThat(claim(check, "Client capabilities").value()).isEqualTo("CP1");
		assertThat(claim(check, "Client capabilities").verdict()).isEqualTo(Verdict.GOOD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SecurityAlert.ReadWrite.All SecurityIncident.ReadWrite.All User.Read",
			"openid profile SecurityIncident.Read.All SecurityAlert.ReadWrite.All" })
	void furtherPermissionsDoNoHarm(String scopes) {
		assertThat(inspect("https://graph.microsoft.com", TOKEN.replace(SCOPES, scopes)).fit()).isTrue();
	}

	@Test
	void permissionsAreFoundAmongManyOthers() {
		String many = IntStream.range(0, 60)
			.mapToObj((number) -> "A" + number + ".Read")
			.collect(Collectors.joining(" "));
		TokenCheck check = inspect("https://graph.microsoft.com", TOKEN.replace(SCOPES, many + " " + SCOPES));
		assertThat(claim(check, "Permission").verdict()).isEqualTo(Verdict.GOOD);
		assertThat(claim(check, "Permission").value().split(" ")).hasSize(20);
	}

	@Test
	void eachMissingPermissionIsNamed() {
		TokenCheck one = inspect("https://graph.microsoft.com", TOKEN.replace("SecurityAlert.Read.All ", ""));
		assertThat(claim(one, "Permission").verdict()).isEqualTo(Verdict.WRONG);
		assertThat(claim(one, "Permission").advice()).startsWith("SecurityAlert.Read.All is missing")
			.contains("Microsoft Graph", "grants consent");
		TokenCheck both = inspect("https://graph.microsoft.com", TOKEN.replace(SCOPES, "User.Read Incident.Read"));
		assertThat(claim(both, "Permission").advice())
			.startsWith("SecurityIncident.Read.All and SecurityAlert.Read.All are missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.microsoft.us", "https://graph.microsoft.us/",
			"00000003-0000-0000-c000-000000000000" })
	void theAudienceIsThatOfTheCloud(String audience) {
		String token = TOKEN.replace("https://graph.microsoft.com", audience);
		assertThat(claim(inspect("https://graph.microsoft.us", token), "Audience").verdict()).isEqualTo(Verdict.GOOD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.security.microsoft.com", "8ee8fdad-f234-4243-8f3b-15c294843740",
			"https://graph.microsoft.us", "https://graph.microsoft.com.evil.example", "" })
	void aTokenForAnotherServiceIsToldWithTheSettingToLookAt(String audience) {
		ClaimCheck check = claim(
				inspect("https://graph.microsoft.com", TOKEN.replace("https://graph.microsoft.com", audience)),
				"Audience");
		assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
		assertThat(check.advice()).contains("https://graph.microsoft.com", "GRAPH_API_SCOPES");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"\"", "[\"foo\"]", "{}" })
	void aTokenThatDoesNotSayCp1IsFitAndToldSo(String capabilities) {
		TokenCheck check = inspect("https://graph.microsoft.com", TOKEN.replace("[\"CP1\"]", capabilities));
		assertThat(check.fit()).isTrue();
		assertThat(claim(check, "Client capabilities").verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(claim(check, "Client capabilities").advice()).contains("until the token expires");
	}

	@Test
	void anOpaqueTokenIsJudgedByTheScopesThatWereGranted() {
		assertThat(granted(Set.of("https://graph.microsoft.com/SecurityIncident.Read.All",
				"https://graph.microsoft.com/SecurityAlert.Read.All", "openid")))
			.isEqualTo(Verdict.GOOD);
		assertThat(granted(Set.of("SecurityIncident.Read.All", "SecurityAlert.Read.All"))).isEqualTo(Verdict.GOOD);
		assertThat(granted(Set.of("https://graph.microsoft.com/SecurityIncident.Read.All"))).isEqualTo(Verdict.WRONG);
		assertThat(granted(Set.of("https://other.example/SecurityIncident.Read.All",
				"https://other.example/SecurityAlert.Read.All")))
			.isEqualTo(Verdict.WRONG);
		assertThat(granted(Set.of())).isEqualTo(Verdict.UNKNOWN);
	}

	private static Verdict granted(Set<String> scopes) {
		return claim(inspector("https://graph.microsoft.com").inspect("opaque", scopes, null, NOW), "Permission")
			.verdict();
	}

	private static TokenCheck inspect(String resource, String payload) {
		return inspector(resource).inspect(encode("{\"alg\":\"RS256\"}") + "." + encode(payload) + ".x", Set.of(), null,
				NOW);
	}

	private static TokenInspector inspector(String resource) {
		return new TokenInspector(new ApiAccess(IncidentApi.GRAPH, Set.of(resource + "/SecurityIncident.Read.All")),
				TENANT, CLIENT);
	}

	private static ClaimCheck claim(TokenCheck check, String label) {
		return check.claims().stream().filter((claim) -> claim.label().equals(label)).findFirst().orElseThrow();
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
