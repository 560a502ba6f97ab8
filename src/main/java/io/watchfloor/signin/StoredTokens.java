package io.watchfloor.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens that a session stores for an analyst. Spring's own authorized client would
 * put the whole client registration into the session, and the client secret with it.
 *
 * @param analyst whose tokens these are, by {@link Analyst#getName()}
 * @param accessToken the access token
 * @param issuedAt when it was issued
 * @param expiresAt when it expires
 * @param scopes the scopes that it was granted for
 * @param refreshToken the refresh token, where Entra gave one
 */
record StoredTokens(String analyst, String accessToken, @Nullable Instant issuedAt, @Nullable Instant expiresAt,
		Set<String> scopes, @Nullable String refreshToken) implements Serializable {

	static StoredTokens of(OAuth2AuthorizedClient client) {
		OAuth2AccessToken accessToken = client.getAccessToken();
		OAuth2RefreshToken refreshToken = client.getRefreshToken();
		return new StoredTokens(client.getPrincipalName(), accessToken.getTokenValue(), accessToken.getIssuedAt(),
				accessToken.getExpiresAt(), Set.copyOf(accessToken.getScopes()),
				(refreshToken != null) ? refreshToken.getTokenValue() : null);
	}

	OAuth2AuthorizedClient toAuthorizedClient(ClientRegistration registration) {
		OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, this.accessToken,
				this.issuedAt, this.expiresAt, this.scopes);
		return new OAuth2AuthorizedClient(registration, this.analyst, token,
				(this.refreshToken != null) ? new OAuth2RefreshToken(this.refreshToken, this.issuedAt) : null);
	}

	/**
	 * Return the same tokens with the access token marked as expired, so that it is not
	 * used again.
	 */
	StoredTokens expired() {
		return new StoredTokens(this.analyst, this.accessToken, Instant.EPOCH, Instant.EPOCH.plusSeconds(1),
				this.scopes, this.refreshToken);
	}

	@Override
	public String toString() {
		return "StoredTokens[analyst=" + this.analyst + ", expiresAt=" + this.expiresAt + "]";
	}

}
