package io.watchfloor.signin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import io.watchfloor.signin.session.SessionStore;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

import static org.assertj.core.api.Assertions.assertThat;

class SessionTokenRepositoryTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final ClientRegistration registration = ClientRegistration.withRegistrationId("entra")
		.clientId("client")
		.clientSecret("the-client-secret")
		.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
		.redirectUri("{baseUrl}/login/oauth2/code/entra")
		.authorizationUri("https://login.example/authorize")
		.tokenUri("https://login.example/token")
		.build();

	private final SessionTokenRepository tokens = new SessionTokenRepository(this.registration, SessionStore.IN_MEMORY);

	private final TestingAuthenticationToken ada = new TestingAuthenticationToken("tenant:ada", "");

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void keepsTokensInTheSession() {
		save("access-1");
		OAuth2AuthorizedClient loaded = load(this.ada);
		assertThat(loaded).isNotNull();
		assertThat(loaded.getAccessToken().getTokenValue()).isEqualTo("access-1");
		assertThat(loaded.getAccessToken().getExpiresAt()).isEqualTo(NOW.plusSeconds(3600));
		assertThat(loaded.getRefreshToken()).isNotNull();
		assertThat(new MockHttpServletRequest().getSession(false)).isNull();
	}

	@Test
	void givesThemToNobodyElseOfTheSameSession() {
		save("access-1");
		assertThat(load(new TestingAuthenticationToken("tenant:lee", ""))).isNull();
	}

	@Test
	void putsNoClientSecretIntoTheSessionAndNoTokenIntoText() throws IOException {
		save("access-1");
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(written)) {
			for (String name : Collections.list(this.request.getSession().getAttributeNames())) {
				Object value = this.request.getSession().getAttribute(name);
				assertThat(String.valueOf(value)).doesNotContain("access-1").doesNotContain("refresh");
				out.writeObject(value);
			}
		}
		assertThat(written.toString(StandardCharsets.ISO_8859_1)).contains("access-1")
			.doesNotContain("the-client-secret");
	}

	@Test
	void expiresATokenOnlyWhileItIsTheOneHeld() {
		save("access-2");
		this.tokens.expire(this.request, "access-1");
		assertThat(expiresAt()).isEqualTo(NOW.plusSeconds(3600));
		this.tokens.expire(this.request, "access-2");
		assertThat(expiresAt()).isBefore(NOW);
	}

	private Instant expiresAt() {
		OAuth2AuthorizedClient loaded = load(this.ada);
		assertThat(loaded).isNotNull();
		return Objects.requireNonNull(loaded.getAccessToken().getExpiresAt());
	}

	private @Nullable OAuth2AuthorizedClient load(TestingAuthenticationToken analyst) {
		return this.tokens.loadAuthorizedClient("entra", analyst, this.request);
	}

	private void save(String accessToken) {
		this.tokens.saveAuthorizedClient(
				new OAuth2AuthorizedClient(this.registration, this.ada.getName(),
						new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, accessToken, NOW,
								NOW.plusSeconds(3600), Set.of("https://api.security.microsoft.com/Incident.Read")),
						new OAuth2RefreshToken("refresh-1", NOW)),
				this.ada, this.request, new MockHttpServletResponse());
	}

}
