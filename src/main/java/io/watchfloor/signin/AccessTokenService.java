package io.watchfloor.signin;

import java.time.Clock;
import java.util.Optional;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.check.TokenCheck;
import io.watchfloor.signin.check.TokenInspector;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * Checks analysts' own access tokens, and reveals them where the operator permits it.
 */
public final class AccessTokenService {

	private final AnalystTokenManager tokenManager;

	private final TokenInspector inspector;

	private final ApiAccess access;

	private final boolean revealEnabled;

	private final Clock clock;

	AccessTokenService(AnalystTokenManager tokenManager, TokenInspector inspector, ApiAccess access,
			boolean revealEnabled, Clock clock) {
		this.tokenManager = tokenManager;
		this.inspector = inspector;
		this.access = access;
		this.revealEnabled = revealEnabled;
		this.clock = clock;
	}

	/**
	 * Check the token that the next call to the API would carry.
	 * @param analyst whose token
	 * @return the result, without the token itself
	 * @throws ClientAuthorizationRequiredException if the analyst has to sign in again
	 * @throws TokenRefreshException if there is no valid token and a sign-in would not
	 * help
	 */
	public TokenCheck check(Authentication analyst) {
		OAuth2AccessToken token = token(analyst);
		return this.inspector.inspect(token.getTokenValue(), token.getScopes(), token.getExpiresAt(),
				this.clock.instant());
	}

	/**
	 * Return the name of the API that tokens are for, to use within a sentence.
	 */
	public String api() {
		return this.access.api().label();
	}

	/**
	 * Return the permission that Watchfloor uses to change incidents.
	 * @return its name without the API's address, or {@code null} while
	 * {@code WATCHFLOOR_TRIAGE} is off
	 */
	public @Nullable String writePermission() {
		return this.access.triage() ? this.access.api().writePermission() : null;
	}

	/**
	 * Return whether the operator permits analysts to see their own token.
	 * @return {@code WATCHFLOOR_TOKEN_REVEAL}
	 */
	public boolean isRevealEnabled() {
		return this.revealEnabled;
	}

	/**
	 * Return the token itself, for use in scripts.
	 * @param analyst whose token
	 * @return the token, or empty if the operator does not permit it
	 * @throws ClientAuthorizationRequiredException if the analyst has to sign in again
	 * @throws TokenRefreshException if there is no valid token and a sign-in would not
	 * help
	 */
	public Optional<String> reveal(Authentication analyst) {
		return this.revealEnabled ? Optional.of(token(analyst).getTokenValue()) : Optional.empty();
	}

	private OAuth2AccessToken token(Authentication analyst) {
		OAuth2AuthorizedClient client = this.tokenManager.authorize(
				OAuth2AuthorizeRequest.withClientRegistrationId(EntraClientRegistration.ID).principal(analyst).build());
		if (client == null) {
			throw new IllegalStateException("No token");
		}
		return client.getAccessToken();
	}

}
