package io.watchfloor.sandbox.entra;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;

/**
 * Refuses a refresh by Entra's own reasons before Spring Authorization Server makes new
 * tokens.
 */
final class RefreshRules implements AuthenticationProvider {

	private final AuthenticationProvider refresh;

	private final TenantAuthorizations authorizations;

	private final EntraTenant tenant;

	RefreshRules(AuthenticationProvider refresh, TenantAuthorizations authorizations, EntraTenant tenant) {
		this.refresh = refresh;
		this.authorizations = authorizations;
		this.tenant = tenant;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		OAuth2RefreshTokenAuthenticationToken request = (OAuth2RefreshTokenAuthenticationToken) authentication;
		for (String scope : request.getScopes()) {
			if (!this.tenant.knows(scope)) {
				throw new EntraRefusal(EntraError.SCOPE, scope);
			}
		}
		OAuth2Authorization authorization = this.authorizations.findByToken(request.getRefreshToken(), null);
		if (authorization == null || !request.getRefreshToken().startsWith("1.A")) {
			throw new EntraRefusal(EntraError.GRANT);
		}
		if (this.authorizations.revoked(authorization)) {
			throw new EntraRefusal(EntraError.REVOKED);
		}
		return this.refresh.authenticate(authentication);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.refresh.supports(authentication);
	}

}
