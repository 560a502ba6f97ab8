package io.watchfloor.signin.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Form;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenInspectorTests {

	private static final String SCOPE = "https://api.security.microsoft.com/Incident.Read";

	private static final String TENANT = "22222222-aaaa-4000-8000-000000000001";

	private static final String CLIENT = "33333333-aaaa-4000-8000-000000000001";

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final Instant IN_AN_HOUR = NOW.plusSeconds(3600);

	private static final String V1 = """
			{"aud":"https://api.security.microsoft.com","iss":"https://sts.windows.net/%s/","iat":%d,"nbf":%d,"exp":%d,
			"appid":"%s","scp":"Incident.Read","tid":"%s","upn":"ada@contoso.com","ver":"1.0"}
			""".formatted(TENANT, NOW.getEpochSecond(), NOW.getEpochSecond(), IN_AN_HOUR.getEpochSecond(), CLIENT,
			TENANT);

	private static final String V2 = """
			{"aud":"8ee8fdad-f234-4243-8f3b-15c294843740","iss":"https://login.microsoftonline.com/%s/v2.0",
			"iat":%d,"nbf":%d,"exp":%d,"azp":"%s","scp":"Alert.Read Incident.ReadWrite","tid":"%s","oid":"ada","ver":"2.0"}
			"""
		.formatted(TENANT, NOW.getEpochSecond(), NOW.getEpochSecond(), IN_AN_HOUR.getEpochSecond(), CLIENT, TENANT);

	private final TokenInspector inspector = new TokenInspector(new ApiAccess(IncidentApi.DEFENDER, Set.of(SCOPE)),
			TENANT, CLIENT);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void aTokenOfEitherVersionIsFit(int version) {
		TokenCheck check = inspect(jwt((version == 1) ? V1 : V2));
		assertThat(check.form()).isEqualTo(Form.JWT);
		assertThat(check.fit()).isTrue();
		assertThat(check.secondsLeft()).isEqualTo(3600);
		assertThat(check.claims()).filteredOn((claim) -> claim.verdict() == Verdict.GOOD)
			.extracting(ClaimCheck::label)
			.containsExactly("Audience", "Permission", "Tenant", "Application", "Issuer", "Issued", "Not before",
					"Expires");
		assertThat(claim(check, "User").value()).isEqualTo((version == 1) ? "ada@contoso.com" : "ada");
		assertThat(claim(check, "Version").value()).isEqualTo(version + ".0");
	}

	/**
	 * After one consent every token carries it: the second token here has
	 * {@code Incident.ReadWrite} in the place of {@code Incident.Read}, the third both.
	 */
	@Test
	void aTokenThatPermitsMoreThanReadingIsFitAndSaysWhat() {
		assertThat(inspect(jwt(V1)).writing()).isEmpty();
		assertThat(inspect(jwt(V2)).writing()).containsExactly("Incident.ReadWrite");
		TokenCheck both = inspect(jwt(V1.replace("\"Incident.Read\"", "\"Incident.Read Incident.ReadWrite\"")));
		assertThat(both.fit()).isTrue();
		assertThat(both.writing()).containsExactly("Incident.ReadWrite");
		TokenCheck opaque = this.inspector.inspect("opaque", Set.of(SCOPE, SCOPE + "Write"), null, NOW);
		assertThat(opaque.fit()).isTrue();
		assertThat(opaque.writing()).containsExactly("Incident.ReadWrite");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Audience    | "https://api.security.microsoft.com" | "https://graph.microsoft.com"
			Audience    | "https://api.security.microsoft.com" | "https://api.security.microsoft.com.evil.example"
			Audience    | "https://api.security.microsoft.com" | 7
			Permission  | "Incident.Read"                      | "Alert.Read"
			Permission  | "Incident.Read"                      | "Incident.Reader incident.read"
			Permission  | "scp"                                | "roles"
			Tenant      | "tid":"22222222                      | "tid":"99999999
			Application | "appid":"33333333                    | "appid":"99999999
			Issuer      | sts.windows.net/22222222             | sts.windows.net/99999999
			Expires     | "exp":1795431600                     | "exp":1795427999
			Not before  | "nbf":1795428000                     | "nbf":1795431600
			Issued      | "iat":1795428000                     | "iat":1795431600
			""")
	void aWrongClaimIsNamedWithAdvice(String label, String right, String wrong) {
		assertThat(V1).contains(right);
		TokenCheck check = inspect(jwt(V1.replace(right, wrong)));
		assertThat(check.fit()).isFalse();
		assertThat(check.claims()).filteredOn((claim) -> claim.verdict() == Verdict.WRONG)
			.singleElement()
			.satisfies((claim) -> assertThat(claim.label()).isEqualTo(label))
			.satisfies((claim) -> assertThat(claim.advice()).isNotBlank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"https://api.security.microsoft.com/\"", "\"HTTPS://API.security.microsoft.com\"",
			"[\"other\",\"https://api.security.microsoft.com\"]" })
	void theAudienceMayBeSpeltInSeveralWays(String audience) {
		assertThat(inspect(jwt(V1.replace("\"https://api.security.microsoft.com\"", audience))).fit()).isTrue();
	}

	@Test
	void anExpiredTokenSaysForHowLong() {
		TokenCheck check = this.inspector.inspect(jwt(V1), Set.of(), null, IN_AN_HOUR.plusSeconds(90));
		assertThat(check.secondsLeft()).isEqualTo(-90);
		assertThat(claim(check, "Expires").verdict()).isEqualTo(Verdict.WRONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "opaque", "...", "a.b.c", "eyJhbGciOiJub25lIn0.e30", "eyJhbGciOiJub25lIn0.%%%.x",
			"eyJhbGciOiJub25lIn0.W10.x", "eyJhbGciOiJub25lIn0.bm90IGpzb24.x", "eyJhbGciOiJSU0EifQ.a.b.c.d",
			"eyJhbGciOiJub25lIn0.eyJhdWQiOg.x" })
	void whatIsNoReadableJwtIsOpaqueAndJudgedByTheResponse(String token) {
		TokenCheck check = inspect(token);
		assertThat(check.form()).isEqualTo(Form.OPAQUE);
		assertThat(check.claims()).extracting(ClaimCheck::label, ClaimCheck::verdict)
			.containsExactly(tuple("Permission"), tuple("Expires"));
		assertThat(check.secondsLeft()).isEqualTo(3600);
	}

	@Test
	void anOpaqueTokenWithoutThePermissionIsUnfit() {
		Set<String> granted = Set.of("https://graph.microsoft.com/Incident.Read");
		TokenCheck check = this.inspector.inspect("opaque", granted, IN_AN_HOUR, NOW);
		assertThat(claim(check, "Permission").verdict()).isEqualTo(Verdict.WRONG);
	}

	@Test
	void anOpaqueTokenOfWhichNothingWasSaidIsUnknown() {
		TokenCheck check = this.inspector.inspect("opaque", Set.of(), null, NOW);
		assertThat(check.claims()).extracting(ClaimCheck::verdict).containsOnly(Verdict.UNKNOWN);
		assertThat(check.secondsLeft()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e400", "-99999999999999999999", "99999999999999999999999", "31556889864403200", "1.5",
			"\"soon\"", "null", "{}" })
	void aTimeThatIsNoneIsTakenFromTheResponse(String time) {
		TokenCheck check = inspect(jwt(V1.replace("1795431600", time)));
		assertThat(check.form()).isEqualTo(Form.JWT);
		assertThat(claim(check, "Expires").label()).isEqualTo("Expires");
	}

	@Test
	void eachClaimHasItsOwnNameBesideTheWord() {
		assertThat(inspect(jwt(V1)).claims()).extracting(ClaimCheck::name)
			.containsExactly("aud", "scp", "tid", "upn", "oid", "appid", "iss", "iat", "nbf", "exp", "ver");
		assertThat(inspect(jwt(V2)).claims()).extracting(ClaimCheck::name)
			.containsExactly("aud", "scp", "tid", "oid", "oid", "azp", "iss", "iat", "nbf", "exp", "ver");
		assertThat(inspect("opaque").claims()).extracting(ClaimCheck::name).containsExactly("scope", "expires_in");
	}

	@Test
	void whatElseTheTokenSaysIsShownAsFarAsItDoes() {
		TokenCheck check = inspect(
				jwt(V1.replace("\"ver\"", "\"oid\":\"1a\",\"amr\":[\"pwd\",\"mfa\"],\"acrs\":[\"c1\"],"
						+ "\"acr\":\"1\",\"roles\":[\"Reader\"],\"wids\":[\"a\",\"b\",\"c\"],\"ver\"")));
		assertThat(check.fit()).isTrue();
		assertThat(check.claims()).extracting(ClaimCheck::name, ClaimCheck::value, ClaimCheck::verdict)
			.contains(Tuple.tuple("oid", "1a", Verdict.UNKNOWN), Tuple.tuple("amr", "pwd mfa", Verdict.UNKNOWN),
					Tuple.tuple("acrs", "c1", Verdict.UNKNOWN), Tuple.tuple("acr", "1", Verdict.UNKNOWN),
					Tuple.tuple("roles", "Reader", Verdict.UNKNOWN), Tuple.tuple("wids", "3", Verdict.UNKNOWN));
	}

	@Test
	void whatElseTheTokenSaysIsBoundedAndInert() {
		String hostile = "a\\u001b[2J\\u202Eb" + "x".repeat(10_000);
		String list = Stream.generate(() -> "\"" + hostile + "\"").limit(4).collect(Collectors.joining(",", "[", "]"));
		TokenCheck check = inspect(jwt(V1.replace("\"ver\"", "\"roles\":" + list + ",\"ver\"")));
		ClaimCheck roles = check.claims()
			.stream()
			.filter((claim) -> claim.name().equals("roles"))
			.findFirst()
			.orElseThrow();
		assertThat(roles.value()).startsWith("a[2Jbx").hasSizeLessThanOrEqualTo(4 * 257);
	}

	@Test
	void valuesAreBoundedAndInert() {
		String hostile = "a\\u001b[2J\\u202Eb\\r\\n" + "x".repeat(10_000);
		TokenCheck check = inspect(jwt(V1.replace("ada@contoso.com", hostile)));
		assertThat(claim(check, "User").value()).startsWith("a[2Jbx").hasSizeLessThanOrEqualTo(256);
	}

	@Test
	void theTokenIsNowhereInWhatWasFound() {
		String token = jwt(V1);
		assertThat(inspect(token).toString()).doesNotContain(token, token.split("\\.")[1]);
		assertThat(this.inspector.toString()).doesNotContain(token);
	}

	private TokenCheck inspect(String token) {
		return this.inspector.inspect(token, Set.of(SCOPE), IN_AN_HOUR, NOW);
	}

	private static Tuple tuple(String label) {
		return Tuple.tuple(label, Verdict.GOOD);
	}

	private static ClaimCheck claim(TokenCheck check, String label) {
		return check.claims().stream().filter((claim) -> claim.label().equals(label)).findFirst().orElseThrow();
	}

	private static String jwt(String payload) {
		return encode("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + encode(payload) + ".c2lnbmF0dXJl";
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
