package io.watchfloor.signin;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;

/**
 * Requires a new sign-in when the access token has expired and there is no refresh token.
 * Spring's providers do not handle this case: the expired token would be sent again and
 * again.
 */
final class ExpiredTokenAuthorizedClientProvider implements OAuth2AuthorizedClientProvider {

	private final Clock clock;

	ExpiredTokenAuthorizedClientProvider(Clock clock) {
		this.clock = clock;
	}

	@Override
	public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizationContext context) {
		OAuth2AuthorizedClient client = context.getAuthorizedClient();
		if (client != null && client.getRefreshToken() == null && hasExpired(client)) {
			throw new ClientAuthorizationRequiredException(client.getClientRegistration().getRegistrationId());
		}
		return null;
	}

	private boolean hasExpired(OAuth2AuthorizedClient client) {
		Instant expiresAt = client.getAccessToken().getExpiresAt();
		return expiresAt != null && !this.clock.instant().isBefore(expiresAt);
	}

}
