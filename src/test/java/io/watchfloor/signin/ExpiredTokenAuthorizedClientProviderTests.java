package io.watchfloor.signin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.watchfloor.support.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExpiredTokenAuthorizedClientProviderTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final MutableClock clock = new MutableClock(NOW);

	private final ExpiredTokenAuthorizedClientProvider provider = new ExpiredTokenAuthorizedClientProvider(this.clock);

	private final ClientRegistration registration = SampleRegistration.at("0a1b2c3d-0000-4000-8000-00000000000a",
			URI.create("https://login.example"));

	@Test
	void anExpiredTokenWithoutARefreshTokenAsksForASignIn() {
		assertThat(this.provider.authorize(context(null))).isNull();
		this.clock.advance(Duration.ofHours(1));
		assertThatExceptionOfType(ClientAuthorizationRequiredException.class)
			.isThrownBy(() -> this.provider.authorize(context(null)));
	}

	@Test
	void anExpiredTokenWithARefreshTokenIsLeftToTheRefresh() {
		this.clock.advance(Duration.ofHours(2));
		assertThat(this.provider.authorize(context(new OAuth2RefreshToken("refresh", NOW)))).isNull();
	}

	private OAuth2AuthorizationContext context(@Nullable OAuth2RefreshToken refreshToken) {
		OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", NOW,
				NOW.plus(Duration.ofHours(1)), Set.of());
		OAuth2AuthorizedClient client = new OAuth2AuthorizedClient(this.registration, "tenant:ada", token,
				refreshToken);
		return OAuth2AuthorizationContext.withAuthorizedClient(client)
			.principal(new TestingAuthenticationToken("tenant:ada", ""))
			.build();
	}

}
