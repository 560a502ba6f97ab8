package io.watchfloor.signin.api;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ApiSettingsTests {

	private static final String ENTRA = "https://login.microsoftonline.com";

	private static final String US = "https://login.microsoftonline.us";

	private static final String GRAPH = "https://graph.microsoft.com";

	private static final String BOTH = GRAPH + "/SecurityIncident.Read.All " + GRAPH + "/SecurityAlert.Read.All";

	@Test
	void asksForTheOnePermissionOfTheDefenderApi() {
		ApiAccess access = defender(DefenderScope.URL, DefenderScope.SCOPE).access();
		assertThat(access.scopes()).containsExactly("https://api.security.microsoft.com/Incident.Read");
		assertThat(access.resource()).isEqualTo("https://api.security.microsoft.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Incident.Read User.Read", "", "https://api.security.microsoft.com/ .default" })
	void wantsOneScope(String scope) {
		assertThat(defender(DefenderScope.URL, scope).problems()).singleElement()
			.asString()
			.contains("DEFENDER_API_SCOPE");
	}

	@Test
	void refusesMicrosoftGraphInThePlaceOfTheDefenderApi() {
		assertThat(defender("https://graph.microsoft.us/v1.0", "https://graph.microsoft.us/SecurityIncident.Read.All")
			.problems()).hasSize(2)
			.allSatisfy((problem) -> assertThat(problem).contains("Microsoft Graph", "WATCHFLOOR_SOURCE=graph"));
	}

	@Test
	void refusesAPermissionToWrite() {
		assertThat(defender(DefenderScope.URL, "https://api.security.microsoft.com/Incident.ReadWrite").problems())
			.singleElement()
			.asString()
			.contains("DEFENDER_API_SCOPE permits writing", "/Incident.Read", "WATCHFLOOR_TRIAGE=true");
		assertThat(graph(ENTRA, GRAPH, BOTH.replace("Incident.Read.", "Incident.ReadWrite.")).problems())
			.singleElement()
			.asString()
			.contains("GRAPH_API_SCOPES permits writing", BOTH, "WATCHFLOOR_TRIAGE=true");
	}

	@Test
	void triageIsOffUnlessItIsSwitchedOn() {
		assertThat(defender().access().triage()).isFalse();
		ApiSettings on = new ApiSettings(IncidentApi.DEFENDER, defender().defender(), defender().graph(),
				ApiSettings.Triage.TRUE, defender().signIn());
		assertThat(on.access().triage()).isTrue();
		assertThat(on.access().scopes()).isEqualTo(defender().access().scopes());
	}

	@ParameterizedTest
	@CsvSource({ "https://login.microsoftonline.com, https://graph.microsoft.com, https://graph.microsoft.com",
			"https://LOGIN.microsoftonline.com/, https://Graph.microsoft.com/v1.0, https://graph.microsoft.com",
			"https://login.microsoftonline.us, https://graph.microsoft.us, https://graph.microsoft.us",
			"https://login.microsoftonline.us, https://dod-graph.microsoft.us, https://dod-graph.microsoft.us",
			"https://login.microsoftonline.us, https://gateway.example/graph, https://graph.microsoft.us",
			"https://login.microsoftonline.com, https://gateway.example/graph, https://graph.microsoft.com",
			"https://login.example, https://dod-graph.microsoft.us, https://dod-graph.microsoft.us",
			"http://localhost:9090, http://localhost:9090, https://graph.microsoft.com" })
	void asksForBothPermissionsOfTheCloudsOwnGraph(String authority, String url, String resource) {
		ApiSettings settings = graph(authority, url, " ");
		assertThat(settings.problems()).isEmpty();
		assertThat(settings.access().resource()).isEqualTo(resource);
		assertThat(settings.access().scopes()).containsExactly(resource + "/SecurityIncident.Read.All",
				resource + "/SecurityAlert.Read.All");
		assertThat(settings.access().writeScope()).isEqualTo(resource + "/SecurityIncident.ReadWrite.All");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SecurityIncident.Read.All SecurityAlert.Read.All",
			"SecurityIncident.Read.All, https://graph.microsoft.com/SecurityAlert.Read.All",
			"  https://graph.microsoft.com/SecurityIncident.Read.All\thttps://graph.microsoft.com/SecurityAlert.Read.All " })
	void takesScopesHoweverTheyAreWritten(String scopes) {
		ApiSettings settings = graph(ENTRA, GRAPH, scopes);
		assertThat(settings.problems()).isEmpty();
		assertThat(settings.access().scopes()).containsExactly(BOTH.split(" "));
	}

	@Test
	void takesFurtherPermissionsToRead() {
		assertThat(graph(ENTRA, GRAPH, BOTH + " ThreatHunting.Read.All").problems()).isEmpty();
		assertThat(graph(ENTRA, GRAPH, BOTH + " ThreatHunting.Read.All").access().scopes()).hasSize(3);
	}

	@Test
	void takesTheScopesOfAGovernmentCloudBehindAGateway() {
		String scopes = BOTH.replace("graph.microsoft.com", "dod-graph.microsoft.us");
		ApiSettings settings = graph(US, "https://gateway.example", scopes);
		assertThat(settings.problems()).isEmpty();
		assertThat(settings.access().scopes()).containsExactly(scopes.split(" "));
	}

	@ParameterizedTest
	@CsvSource({ "https://login.microsoftonline.us, https://graph.microsoft.com",
			"https://login.microsoftonline.com, https://graph.microsoft.us",
			"https://login.windows.net, https://dod-graph.microsoft.us" })
	void refusesAnAuthorityAndAGraphOfDifferentClouds(String authority, String url) {
		ApiSettings settings = graph(authority, url, "");
		assertThat(settings.problems()).singleElement()
			.asString()
			.contains("GRAPH_API_URL and AZURE_AUTHORITY_HOST belong to different clouds", "finds Microsoft Graph at");
		assertThatIllegalStateException().isThrownBy(settings::access);
	}

	@Test
	void namesBothGraphsOfTheUsGovernmentAndNoPasswordInAnAddress() {
		assertThat(graph("https://user:secret@login.microsoftonline.us", GRAPH, "").problems()).singleElement()
			.asString()
			.contains("https://graph.microsoft.us or https://dod-graph.microsoft.us")
			.doesNotContain("secret");
	}

	@ParameterizedTest
	@CsvSource({ "https://login.chinacloudapi.cn, https://microsoftgraph.chinacloudapi.cn",
			"https://login.partner.microsoftonline.cn, https://graph.microsoft.com",
			"https://login.microsoftonline.com, https://microsoftgraph.chinacloudapi.cn" })
	void saysThatThereAreNoIncidentsInTheCloudOfChina(String authority, String url) {
		assertThat(graph(authority, url, "").problems()).singleElement()
			.asString()
			.contains("China", "no incidents and alerts there");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.security.microsoft.com", "https://api-eu.security.microsoft.com/x",
			"https://eu.api.security.microsoft.com", "https://api-gcc.security.microsoft.us" })
	void refusesTheDefenderApiInThePlaceOfMicrosoftGraph(String url) {
		assertThat(graph(ENTRA, url, "").problems()).singleElement()
			.asString()
			.contains("GRAPH_API_URL is the address of the Defender API", GRAPH, "WATCHFLOOR_SOURCE=defender");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.security.microsoft.com/Incident.Read",
			"https://graph.microsoft.us/SecurityIncident.Read.All https://graph.microsoft.us/SecurityAlert.Read.All",
			"https://graph.microsoft.com/.default",
			"https://graph.microsoft.com.evil.example/SecurityIncident.Read.All",
			"SecurityIncident.Read.All SecurityAlert.Read.All offline_access",
			"https://graph.microsoft.com/x/SecurityIncident.Read.All" })
	void refusesScopesOfAnythingElse(String scopes) {
		assertThat(graph(ENTRA, GRAPH, scopes).problems()).singleElement()
			.asString()
			.contains("GRAPH_API_SCOPES names something else", BOTH)
			.doesNotContain("evil");
	}

	@Test
	void saysWhichPermissionIsMissing() {
		assertThat(graph(ENTRA, GRAPH, "SecurityIncident.Read.All").problems()).singleElement()
			.asString()
			.contains("GRAPH_API_SCOPES lacks SecurityAlert.Read.All", BOTH);
		assertThat(graph(ENTRA, GRAPH, "User.Read").problems()).singleElement()
			.asString()
			.contains("lacks SecurityIncident.Read.All and SecurityAlert.Read.All");
	}

	@Test
	void doesNotMindTheSettingsOfTheApiThatIsNotUsedButNamesThem() {
		DefenderScope wrong = new DefenderScope(URI.create("https://api-eu.security.microsoft.com"), "x");
		ApiSettings graph = new ApiSettings(IncidentApi.GRAPH, wrong, new GraphScopes(URI.create(GRAPH), ""),
				ApiSettings.Triage.FALSE, new ApiSettings.Authority(URI.create(ENTRA)));
		assertThat(graph.problems()).isEmpty();
		assertThat(graph.unused()).containsExactly("DEFENDER_API_URL", "DEFENDER_API_SCOPE");
		ApiSettings defender = new ApiSettings(IncidentApi.DEFENDER, defender().defender(),
				new GraphScopes(URI.create("https://graph.microsoft.us"), "x"), ApiSettings.Triage.FALSE,
				new ApiSettings.Authority(URI.create(US)));
		assertThat(defender.problems()).isEmpty();
		assertThat(defender.unused()).containsExactly("GRAPH_API_URL", "GRAPH_API_SCOPES");
	}

	@Test
	void everySettingHasAnEffectOrItsDefault() {
		assertThat(defender().unused()).isEmpty();
		assertThat(graph(ENTRA, GRAPH, "").unused()).isEmpty();
	}

	private static ApiSettings defender() {
		return defender(DefenderScope.URL, DefenderScope.SCOPE);
	}

	private static ApiSettings defender(String url, String scope) {
		return new ApiSettings(IncidentApi.DEFENDER, new DefenderScope(URI.create(url), scope),
				new GraphScopes(URI.create(GRAPH), ""), ApiSettings.Triage.FALSE,
				new ApiSettings.Authority(URI.create(ENTRA)));
	}

	private static ApiSettings graph(String authority, String url, String scopes) {
		return new ApiSettings(IncidentApi.GRAPH, new DefenderScope(URI.create(DefenderScope.URL), DefenderScope.SCOPE),
				new GraphScopes(URI.create(url), scopes), ApiSettings.Triage.FALSE,
				new ApiSettings.Authority(URI.create(authority)));
	}

}
