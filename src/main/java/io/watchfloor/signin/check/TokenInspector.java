package io.watchfloor.signin.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Form;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an access token is fit for the API of incidents. The signature is not
 * verified: the result is for display, and no decision may depend on it.
 */
public final class TokenInspector {

	private final ApiAccess access;

	private final ClaimRules rules;

	/**
	 * Create an inspector for one installation.
	 * @param access the API that tokens must be for
	 * @param tenantId the tenant that tokens must come from
	 * @param clientId the app registration that tokens must be issued to
	 */
	public TokenInspector(ApiAccess access, String tenantId, String clientId) {
		this.access = access;
		this.rules = new ClaimRules(access, tenantId, clientId);
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
		String user = claims.first("upn", "unique_name", "preferred_username", "oid");
		checks.add(shown("User", user, claims.text(user)));
		checks.add(shown("Object id of the user", "oid", claims.text("oid")));
		String application = claims.first("appid", "azp");
		checks.add(this.rules.application(application, claims.text(application)));
		checks.add(this.rules.issuer(claims.text("iss")));
		checks.add(ClaimRules.notBefore("Issued", "iat", claims.time("iat"), now));
		checks.add(ClaimRules.notBefore("Not before", "nbf", claims.time("nbf"), now));
		checks.add(ClaimRules.expires("exp", expires, now));
		checks.add(shown("Version", "ver", claims.text("ver")));
		ClaimCheck capability = this.rules.capability(claims.texts("xms_cc"));
		if (!capability.value().isEmpty() || capability.advice() != null) {
			checks.add(capability);
		}
		checks.addAll(whatElse(claims));
		return new TokenCheck(Form.JWT, checks, ClaimRules.secondsLeft(expires, now),
				this.access.writing(claims.words("scp")));
	}

	private TokenCheck checkOpaque(Set<String> grantedScopes, @Nullable Instant expiresAt, Instant now) {
		return new TokenCheck(Form.OPAQUE,
				List.of(this.rules.grantedPermission(grantedScopes), ClaimRules.expires("expires_in", expiresAt, now)),
				ClaimRules.secondsLeft(expiresAt, now),
				this.access.writing(grantedScopes.stream().map(TokenClaims::display).toList()));
	}

	/**
	 * Return what a token may say besides, as far as it does: how the user signed in, and
	 * which roles they have. The ids of directory roles are only counted.
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference">Access
	 * token claims reference</a>
	 */
	private static List<ClaimCheck> whatElse(TokenClaims claims) {
		int directoryRoles = claims.count("wids");
		return Stream
			.of(shown("Signed in by", "amr", String.join(" ", claims.texts("amr"))),
					shown("Authentication context", "acrs", String.join(" ", claims.texts("acrs"))),
					shown("Authentication class", "acr", claims.text("acr")),
					shown("Roles", "roles", String.join(" ", claims.texts("roles"))),
					shown("Number of directory roles", "wids",
							(directoryRoles > 0) ? String.valueOf(directoryRoles) : ""))
			.filter((claim) -> !claim.value().isEmpty())
			.toList();
	}

	private static ClaimCheck shown(String label, String name, String value) {
		return new ClaimCheck(label, name, value, Verdict.UNKNOWN, null);
	}

}
