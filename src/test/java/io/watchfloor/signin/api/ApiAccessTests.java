package io.watchfloor.signin.api;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiAccessTests {

	private static final String CP1 = "\"xms_cc\":{\"values\":[\"cp1\"]}";

	private final ApiAccess defender = new ApiAccess(IncidentApi.DEFENDER,
			Set.of("https://api.security.microsoft.com/Incident.Read"));

	private final ApiAccess graph = new ApiAccess(IncidentApi.GRAPH,
			Set.of("https://graph.microsoft.com/SecurityIncident.Read.All"));

	@Test
	void onlyMicrosoftGraphIsToldThatClaimsChallengesAreAnswered() {
		assertThat(this.graph.claimsRequest(null)).isEqualTo("{\"access_token\":{" + CP1 + "}}");
		assertThat(this.defender.claimsRequest(null)).isNull();
	}

	@Test
	void theClaimsOfAChallengeAreAskedForAsTheyCame() {
		String challenge = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
		assertThat(this.defender.claimsRequest(challenge)).isEqualTo(challenge);
		assertThat(this.graph.claimsRequest(challenge))
			.isEqualTo("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}," + CP1 + "}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                             | {"access_token":{CP1}}
			{"access_token":null}                          | {"access_token":{CP1}}
			{"access_token":{"xms_cc":{"values":["x"]}}}   | {"access_token":{CP1}}
			{"id_token":{"a":null}}                        | {"id_token":{"a":null},"access_token":{CP1}}
			{"access_token":{"nbf":{"value":"1"},"b":[1]}} | {"access_token":{"nbf":{"value":"1"},"b":[1],CP1}}
			""")
	void theCapabilityIsAddedToWhateverAChallengeRequires(String challenge, String request) {
		assertThat(this.graph.claimsRequest(challenge)).isEqualTo(request.replace("CP1", CP1));
	}

	@ParameterizedTest
	@CsvSource({ "https://api.security.microsoft.com/Incident.Read, https://api.security.microsoft.com",
			"https://api-gov.security.microsoft.us/Incident.Read, https://api-gov.security.microsoft.us",
			"https://gateway.example//Incident.Read, https://gateway.example/" })
	void theScopeForWritingIsOfTheSameAddressAsThatForReading(String scope, String resource) {
		ApiAccess access = new ApiAccess(IncidentApi.DEFENDER, Set.of(scope), true);
		assertThat(access.writeScope()).isEqualTo(resource + "/Incident.ReadWrite");
		assertThat(access.scopesWithWriting()).containsExactly(scope, resource + "/Incident.ReadWrite");
	}

	@Test
	void theDefaultScopeIsNotAskedForTogetherWithThatForWriting() {
		ApiAccess access = new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.example/.default"), true);
		assertThat(access.scopesWithWriting()).containsExactly("https://api.example/Incident.ReadWrite");
	}

	@Test
	void whatATokenPermitsBesidesReadingIsNamed() {
		assertThat(this.defender.writing(List.of("https://api.security.microsoft.com/Incident.ReadWrite",
				"Machine.Isolate.Manage", "https://api.security.microsoft.com/Incident.Read", "openid")))
			.containsExactly("Incident.ReadWrite", "Machine.Isolate.Manage");
	}

	@Test
	void aPermissionToWriteIncludesTheOneToRead() {
		assertThat(IncidentApi.DEFENDER.missing(List.of("Incident.ReadWrite"))).isEmpty();
		assertThat(IncidentApi.GRAPH.missing(List.of("User.Read", "SecurityIncident.ReadWrite.All")))
			.containsExactly("SecurityAlert.Read.All");
		assertThat(IncidentApi.GRAPH.missing(List.of("SecurityIncident.Read", "securityalert.read.all"))).hasSize(2);
	}

}
