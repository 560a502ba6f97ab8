package io.watchfloor.signin.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Form;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an access token is fit for the Defender API. The signature is not
 * verified: the result is for display, and no decision may depend on it.
 */
public final class TokenInspector {

	private final ClaimRules rules;

	/**
	 * Create an inspector for one installation.
	 * @param scope the scope of the Defender API, such as
	 * {@code https://api.security.microsoft.com/Incident.Read}
	 * @param tenantId the tenant that tokens must come from
	 * @param clientId the app registration that tokens must be issued to
	 */
	public TokenInspector(String scope, String tenantId, String clientId) {
		this.rules = new ClaimRules(scope, tenantId, clientId);
	}

	/**
	 * Check a token. Any text is accepted, and no exception is thrown.
	 * @param token the token as it was received
	 * @param grantedScopes the scopes that the token response named
	 * @param expiresAt when the token expires according to the token response, or
	 * {@code null}
	 * @param now the present
	 * @return the result, without the token
	 */
	public TokenCheck inspect(String token, Set<String> grantedScopes, @Nullable Instant expiresAt, Instant now) {
		TokenClaims claims = TokenClaims.read(token);
		return (claims != null) ? checkJwt(claims, expiresAt, now) : checkOpaque(grantedScopes, expiresAt, now);
	}

	private TokenCheck checkJwt(TokenClaims claims, @Nullable Instant expiresAt, Instant now) {
		Instant claimed = claims.time("exp");
		Instant expires = (claimed != null) ? claimed : expiresAt;
		List<ClaimCheck> checks = new ArrayList<>();
		checks.add(this.rules.audience(claims.texts("aud")));
		checks.add(this.rules.permission(claims.words("scp")));
		checks.add(this.rules.tenant(claims.text("tid")));
		checks.add(shown("User", claims.text("upn", "unique_name", "preferred_username", "oid")));
		checks.add(this.rules.application(claims.text("appid", "azp")));
		checks.add(this.rules.issuer(claims.text("iss")));
		checks.add(ClaimRules.notBefore("Issued", claims.time("iat"), now));
		checks.add(ClaimRules.notBefore("Not before", claims.time("nbf"), now));
		checks.add(ClaimRules.expires(expires, now));
		checks.add(shown("Version", claims.text("ver")));
		return new TokenCheck(Form.JWT, checks, ClaimRules.secondsLeft(expires, now));
	}

	private TokenCheck checkOpaque(Set<String> grantedScopes, @Nullable Instant expiresAt, Instant now) {
		return new TokenCheck(Form.OPAQUE,
				List.of(this.rules.grantedPermission(grantedScopes), ClaimRules.expires(expiresAt, now)),
				ClaimRules.secondsLeft(expiresAt, now));
	}

	private static ClaimCheck shown(String label, String value) {
		return new ClaimCheck(label, value, Verdict.UNKNOWN, null);
	}

}
