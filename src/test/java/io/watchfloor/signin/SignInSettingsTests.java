package io.watchfloor.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignInSettingsTests {

	private static final String TENANT = "0a1b2c3d-0000-4000-8000-00000000000a";

	private static final String SCOPE = "https://api.security.microsoft.com/Incident.Read";

	private static final ApiAccess DEFENDER = new ApiAccess(IncidentApi.DEFENDER, Set.of(SCOPE));

	private static final String AUTHORITY = "https://login.microsoftonline.com";

	@Test
	void saysEverythingThatIsMissingAndWhereToFindIt() {
		assertThat(problems(settings(null, " ", null, null, AUTHORITY))).hasSize(2)
			.anySatisfy((problem) -> assertThat(problem).contains("AZURE_TENANT_ID", "Directory (tenant) ID"))
			.anySatisfy((problem) -> assertThat(problem).contains("AZURE_CLIENT_ID", "Application (client) ID"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "common", "organizations", "contoso.onmicrosoft.com" })
	void wantsTheIdOfOneTenant(String tenant) {
		assertThat(problems(settings(tenant, "client", null, null, AUTHORITY))).singleElement()
			.asString()
			.contains("AZURE_TENANT_ID");
	}

	@Test
	void refusesSecretAndCertificateAtOnce() {
		assertThat(problems(settings(TENANT, "client", "s3cr3t", "/cert.pem", AUTHORITY))).singleElement()
			.asString()
			.contains("AZURE_CLIENT_SECRET and AZURE_CLIENT_CERTIFICATE_PATH are set together")
			.doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://login.example", "login.microsoftonline.com", "", "https://user@login.example",
			"http://localhost.evil.example" })
	void wantsAnAuthorityOverHttps(String authority) {
		assertThat(problems(settings(TENANT, "client", null, null, authority))).singleElement()
			.asString()
			.contains("AZURE_AUTHORITY_HOST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:9090", "http://127.0.0.1:9090", "http://[::1]:9090" })
	void takesAnAuthorityOnLoopbackWithoutTls(String authority) {
		assertThat(settings(TENANT, "client", null, null, authority).checked().authorityOrigin()).isEqualTo(authority);
	}

	@Test
	void showsNoSecret() {
		assertThat(settings(TENANT, "client", "s3cr3t", null, AUTHORITY).toString()).doesNotContain("s3cr3t");
	}

	@Test
	void registersTheThreeKindsOfClient() {
		assertThat(method("s3cr3t", null)).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_POST);
		assertThat(method(null, "/cert.pem")).isEqualTo(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
		assertThat(method(null, null)).isEqualTo(ClientAuthenticationMethod.NONE);
	}

	@Test
	void registersEntrasEndpointsForTheTenantAlone() {
		ClientRegistration registration = EntraClientRegistration
			.of(settings(TENANT.toUpperCase(), "client", null, null, AUTHORITY + "/"), DEFENDER);
		assertThat(registration.getScopes()).containsExactlyInAnyOrder("openid", "profile", "offline_access", SCOPE);
		assertThat(registration.getProviderDetails().getIssuerUri()).isEqualTo(AUTHORITY + "/" + TENANT + "/v2.0");
		assertThat(registration.getProviderDetails().getTokenUri())
			.isEqualTo(AUTHORITY + "/" + TENANT + "/oauth2/v2.0/token");
		assertThat(registration.getRedirectUri()).isEqualTo("{baseUrl}/login/oauth2/code/entra");
		assertThat(registration.getProviderDetails().getUserInfoEndpoint().getUri()).isNull();
	}

	@Test
	void asksForTheScopesOfMicrosoftGraphWhereIncidentsAreReadFromThere() {
		Set<String> scopes = Set.of("https://graph.microsoft.com/SecurityIncident.Read.All",
				"https://graph.microsoft.com/SecurityAlert.Read.All");
		ClientRegistration registration = EntraClientRegistration.of(settings(TENANT, "client", null, null, AUTHORITY),
				new ApiAccess(IncidentApi.GRAPH, scopes));
		assertThat(registration.getScopes()).hasSize(5)
			.contains("openid", "profile", "offline_access")
			.containsAll(scopes);
	}

	private static ClientAuthenticationMethod method(@Nullable String secret, @Nullable String certificate) {
		return EntraClientRegistration.of(settings(TENANT, "client", secret, certificate, AUTHORITY), DEFENDER)
			.getClientAuthenticationMethod();
	}

	private static List<String> problems(SignInSettings settings) {
		return assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::checked).actual().problems();
	}

	private static SignInSettings settings(@Nullable String tenant, String client, @Nullable String secret,
			@Nullable String certificate, String authority) {
		return new SignInSettings(tenant, client, secret, null, (certificate != null) ? Path.of(certificate) : null,
				URI.create(authority), false, Duration.ofHours(10));
	}

}
