package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * Creates analysts for tests, as from a validated ID token.
 */
public final class Analysts {

	private static final String TENANT = "22222222-bbbb-4000-8000-000000000001";

	private Analysts() {
	}

	/**
	 * Return the analyst that an account of the sandbox signs in as.
	 * @param account the account
	 * @return the principal
	 */
	public static Analyst of(SandboxAccount account) {
		Instant now = Instant.now();
		OidcIdToken idToken = OidcIdToken.withTokenValue("id-token")
			.subject(account.objectId())
			.audience(List.of("watchfloor"))
			.issuedAt(now)
			.expiresAt(now.plus(Duration.ofHours(1)))
			.claim("tid", TENANT)
			.claim("oid", account.objectId())
			.claim("preferred_username", account.username())
			.claim("name", account.displayName())
			.build();
		return new Analyst(idToken);
	}

}
