package io.watchfloor.signin;

import java.time.Clock;
import java.util.Optional;

import io.watchfloor.signin.check.TokenCheck;
import io.watchfloor.signin.check.TokenInspector;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * What analysts may learn of their own access token.
 */
public final class AccessTokenService {

	private final AnalystTokenManager tokenManager;

	private final TokenInspector inspector;

	private final boolean revealEnabled;

	private final Clock clock;

	AccessTokenService(AnalystTokenManager tokenManager, TokenInspector inspector, boolean revealEnabled, Clock clock) {
		this.tokenManager = tokenManager;
		this.inspector = inspector;
		this.revealEnabled = revealEnabled;
		this.clock = clock;
	}

	/**
	 * Look at the token that the next call would carry.
	 * @param analyst whose token
	 * @return what is thought of it, never the token itself
	 */
	public TokenCheck check(Authentication analyst) {
		OAuth2AccessToken token = token(analyst);
		return this.inspector.inspect(token.getTokenValue(), token.getScopes(), token.getExpiresAt(),
				this.clock.instant());
	}

	/**
	 * Whether the operator lets analysts have their own token.
	 * @return {@code WATCHFLOOR_TOKEN_REVEAL}
	 */
	public boolean isRevealEnabled() {
		return this.revealEnabled;
	}

	/**
	 * The token itself, for use in scripts.
	 * @param analyst whose token
	 * @return the token, or nothing unless the operator switched that on
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
