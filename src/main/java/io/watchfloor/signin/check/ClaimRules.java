package io.watchfloor.signin.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Checks the claims of an access token for the Defender API, one by one.
 */
final class ClaimRules {

	/**
	 * The application id of Microsoft Threat Protection, an alternative name of the
	 * audience.
	 */
	private static final String THREAT_PROTECTION = "8ee8fdad-f234-4243-8f3b-15c294843740";

	private static final Set<String> PERMISSIONS = Set.of("Incident.Read", "Incident.ReadWrite");

	/** The tolerance of Microsoft's own libraries for clocks that differ. */
	private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

	private static final String PERMISSION_ADVICE = "Incident.Read is missing: an administrator adds it to the app"
			+ " registration as a delegated permission and grants consent. Then sign in again.";

	private final String resource;

	private final String tenantId;

	private final String clientId;

	ClaimRules(String scope, String tenantId, String clientId) {
		this.resource = scope.substring(0, Math.max(scope.lastIndexOf('/'), 0));
		this.tenantId = tenantId;
		this.clientId = clientId;
	}

	ClaimCheck audience(List<String> audiences) {
		boolean right = audiences.stream().map(ClaimRules::withoutSlash).anyMatch(this::isApi);
		return wrongUnless("Audience", "aud", String.join(" ", audiences), right,
				"The token is for another service. It should be for " + this.resource
						+ ": check DEFENDER_API_SCOPE and sign in again.");
	}

	private boolean isApi(String audience) {
		return audience.equalsIgnoreCase(withoutSlash(this.resource)) || audience.equalsIgnoreCase(THREAT_PROTECTION);
	}

	ClaimCheck permission(List<String> permissions) {
		return wrongUnless("Permission", "scp", String.join(" ", permissions),
				permissions.stream().anyMatch(PERMISSIONS::contains), PERMISSION_ADVICE);
	}

	/**
	 * Check the permission in the token response, which includes its resource. A response
	 * may omit the scopes if they are the requested ones (RFC 6749, section 5.1).
	 */
	ClaimCheck grantedPermission(Collection<String> scopes) {
		String shown = TokenClaims.display(String.join(" ", new TreeSet<>(scopes)));
		return unknownIfMissing("Permission", "scope", shown, scopes.stream().anyMatch(this::isPermission),
				PERMISSION_ADVICE);
	}

	private boolean isPermission(String scope) {
		return PERMISSIONS.stream()
			.anyMatch((permission) -> scope.equals(permission) || scope.equals(this.resource + "/" + permission));
	}

	ClaimCheck tenant(String tenant) {
		return unknownIfMissing("Tenant", "tid", tenant, tenant.equalsIgnoreCase(this.tenantId),
				"The token comes from another tenant than AZURE_TENANT_ID names. Sign in with an account of the latter.");
	}

	ClaimCheck application(String name, String application) {
		return unknownIfMissing("Application", name, application, application.equalsIgnoreCase(this.clientId),
				"The token was issued to another application than AZURE_CLIENT_ID names. Sign in again.");
	}

	/**
	 * Check the issuer, which contains the tenant id in both versions of tokens.
	 */
	ClaimCheck issuer(String issuer) {
		List<String> parts = List.of(StringUtils.tokenizeToStringArray(issuer.toLowerCase(Locale.ROOT), "/"));
		return unknownIfMissing("Issuer", "iss", issuer, parts.contains(this.tenantId.toLowerCase(Locale.ROOT)),
				"The token was not issued for this tenant. Sign in with an account of the tenant.");
	}

	static ClaimCheck notBefore(String label, String name, @Nullable Instant time, Instant now) {
		boolean past = time != null && !time.isAfter(now.plus(CLOCK_SKEW));
		return unknownIfMissing(label, name, (time != null) ? time.toString() : "", past,
				"That time is still to come: check this server's clock.");
	}

	static ClaimCheck expires(String name, @Nullable Instant time, Instant now) {
		return unknownIfMissing("Expires", name, (time != null) ? time.toString() : "",
				time != null && time.isAfter(now),
				"The token has expired. Reload the page for a new one; if that does not help, sign in again.");
	}

	static @Nullable Long secondsLeft(@Nullable Instant expires, Instant now) {
		return (expires != null) ? Long.valueOf(expires.getEpochSecond() - now.getEpochSecond()) : null;
	}

	private static ClaimCheck wrongUnless(String label, String name, String value, boolean right, String advice) {
		return right ? new ClaimCheck(label, name, value, Verdict.GOOD, null)
				: new ClaimCheck(label, name, value, Verdict.WRONG, advice);
	}

	private static ClaimCheck unknownIfMissing(String label, String name, String value, boolean right, String advice) {
		return (value.isEmpty() && !right) ? new ClaimCheck(label, name, value, Verdict.UNKNOWN, null)
				: wrongUnless(label, name, value, right, advice);
	}

	private static String withoutSlash(String address) {
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

}
