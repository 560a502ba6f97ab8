package io.watchfloor.sandbox.entra;

import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Checks access tokens for the pretend APIs, readable ones by their signature and claims,
 * opaque ones by looking them up.
 */
final class BearerTokens implements AccessTokens {

	private final EntraTenant tenant;

	private final SigningKeys keys;

	private final TenantAuthorizations authorizations;

	private final TokenClaims claims;

	private final EntraControls controls;

	BearerTokens(EntraTenant tenant, SigningKeys keys, TenantAuthorizations authorizations, TokenClaims claims,
			EntraControls controls) {
		this.tenant = tenant;
		this.keys = keys;
		this.authorizations = authorizations;
		this.claims = claims;
		this.controls = controls;
	}

	@Override
	public Caller check(String token, SandboxApi api) {
		return (token.indexOf('.') < 0) ? opaque(token, api) : readable(token, api);
	}

	private Caller readable(String token, SandboxApi api) {
		try {
			SignedJWT jwt = SignedJWT.parse(token);
			if (!jwt.verify(new RSASSAVerifier(this.keys.current().toRSAPublicKey()))) {
				throw new InvalidTokenException("signature");
			}
			JWTClaimsSet claims = jwt.getJWTClaimsSet();
			if (Collections.disjoint(claims.getAudience(), List.of(api.resource(), api.id()))) {
				throw new InvalidTokenException("audience");
			}
			checkExpiry(claims.getExpirationTime().toInstant());
			if (api == SandboxApi.GRAPH && claims.getClaim("xms_cc") != null && this.controls.revoked(token)) {
				throw new ClaimsChallengeException("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\""
						+ Instant.now().getEpochSecond() + "\"}}}");
			}
			String oid = claims.getStringClaim("oid");
			Set<String> scopes = Set.of(claims.getStringClaim("scp").split(" "));
			return new Caller(account(oid), scopes);
		}
		catch (ParseException | JOSEException ex) {
			throw new InvalidTokenException("malformed");
		}
	}

	private Caller opaque(String token, SandboxApi api) {
		OAuth2Authorization authorization = this.authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
		OAuth2Authorization.Token<OAuth2AccessToken> granted = (authorization != null) ? authorization.getAccessToken()
				: null;
		if (authorization == null || granted == null || !granted.getToken().getTokenValue().equals(token)) {
			throw new InvalidTokenException("unknown");
		}
		if (!this.tenant.apisOf(authorization.getAuthorizedScopes()).contains(api)) {
			throw new InvalidTokenException("audience");
		}
		checkExpiry(granted.getToken().getExpiresAt());
		SandboxAccount account = TenantAuthorizations.account(authorization).account();
		Set<String> scopes = this.claims.scopes(account, authorization.getAuthorizedScopes())
			.stream()
			.map((scope) -> scope.substring(scope.lastIndexOf('/') + 1))
			.collect(Collectors.toSet());
		return new Caller(account, scopes);
	}

	private static void checkExpiry(@org.jspecify.annotations.Nullable Instant expiry) {
		if (expiry == null || !expiry.isAfter(Instant.now())) {
			throw new InvalidTokenException("expired");
		}
	}

	private static SandboxAccount account(String oid) {
		try {
			return SandboxAccount.find(oid);
		}
		catch (NoSuchElementException ex) {
			throw new InvalidTokenException("user");
		}
	}

}
