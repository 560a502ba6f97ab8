package io.watchfloor.signin;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;

import static org.assertj.core.api.Assertions.assertThat;

class AnalystTests {

	@Test
	void everyClaimThatMayNameTheOwnerOfAnIncidentCounts() {
		assertThat(analyst(Map.of("preferred_username", "live.com#ada@outlook.com", "email", "ada@outlook.com", "upn",
				"ada_outlook.com#EXT#@contoso.onmicrosoft.com"))
			.usernames()).containsExactly("live.com#ada@outlook.com", "ada_outlook.com#EXT#@contoso.onmicrosoft.com",
					"ada@outlook.com");
		assertThat(analyst(Map.of("email", "ada@contoso.com", "upn", " ")).usernames())
			.containsExactly("ada@contoso.com");
		assertThat(analyst(Map.of("name", "Ada")).usernames()).isEmpty();
	}

	private static Analyst analyst(Map<String, Object> claims) {
		return new Analyst(OidcIdToken.withTokenValue("id-token")
			.subject("subject")
			.claim("tid", "tenant")
			.claim("oid", "object")
			.claims((all) -> all.putAll(claims))
			.build());
	}

}
