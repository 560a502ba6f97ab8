package io.watchfloor.sandbox.entra;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What was granted. Other than Spring's own it finds a grant by every refresh token that
 * it ever had: Entra rotates refresh tokens and does not revoke the old ones.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens">Refresh
 * tokens</a>
 */
final class TenantAuthorizations implements OAuth2AuthorizationService {

	private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();

	private final Map<String, String> idsByToken = new ConcurrentHashMap<>();

	private final Set<String> revoked = ConcurrentHashMap.newKeySet();

	@Override
	public void save(OAuth2Authorization authorization) {
		this.byId.put(authorization.getId(), authorization);
		remember(authorization, authorization.getToken(OAuth2AuthorizationCode.class));
		remember(authorization, authorization.getAccessToken());
		remember(authorization, authorization.getRefreshToken());
	}

	private void remember(OAuth2Authorization authorization,
			OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
		if (token != null) {
			this.idsByToken.put(token.getToken().getTokenValue(), authorization.getId());
		}
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.byId.remove(authorization.getId());
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.byId.get(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
		String id = this.idsByToken.get(token);
		return (id != null) ? findById(id) : null;
	}

	/**
	 * Whose grant it is.
	 */
	static AccountAuthentication account(OAuth2Authorization authorization) {
		return Objects
			.requireNonNull(authorization.<AccountAuthentication>getAttribute(java.security.Principal.class.getName()));
	}

	/**
	 * Every code, access token and refresh token that was ever handed out.
	 */
	Set<String> issued() {
		return Set.copyOf(this.idsByToken.keySet());
	}

	void revokeRefreshTokens() {
		this.revoked.addAll(this.byId.keySet());
	}

	boolean revoked(OAuth2Authorization authorization) {
		return this.revoked.contains(authorization.getId());
	}

}
