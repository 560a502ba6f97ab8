package io.watchfloor.signin.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Checks the claims of an access token for the API of incidents, one by one.
 */
final class ClaimRules {

	/** The tolerance of Microsoft's own libraries for clocks that differ. */
	private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

	/**
	 * The most permissions of a token that are shown.
	 */
	private static final int MOST_SHOWN = 20;

	private final ApiAccess access;

	private final String tenantId;

	private final String clientId;

	ClaimRules(ApiAccess access, String tenantId, String clientId) {
		this.access = access;
		this.tenantId = tenantId;
		this.clientId = clientId;
	}

	ClaimCheck audience(List<String> audiences) {
		boolean right = audiences.stream().map(ClaimRules::withoutSlash).anyMatch(this::isApi);
		return wrongUnless("Audience", "aud", String.join(" ", audiences), right,
				"The token is for another service. It should be for " + this.access.resource() + ": check "
						+ this.access.api().scopeSetting() + " and sign in again.");
	}

	private boolean isApi(String audience) {
		return audience.equalsIgnoreCase(withoutSlash(this.access.resource()))
				|| audience.equalsIgnoreCase(this.access.api().applicationId());
	}

	ClaimCheck permission(List<String> permissions) {
		List<String> missing = this.access.api().missing(permissions);
		return wrongUnless("Permission", "scp", String.join(" ", permissions.stream().limit(MOST_SHOWN).toList()),
				missing.isEmpty(), advice(missing));
	}

	private String advice(List<String> missing) {
		return String.join(" and ", missing) + ((missing.size() == 1) ? " is" : " are")
				+ " missing: an administrator adds what is missing to the app registration, as a delegated permission of "
				+ this.access.api().label() + ", and grants consent. Then sign in again.";
	}

	/**
	 * Check the permission in the token response, which includes its resource. A response
	 * may omit the scopes if they are the requested ones (RFC 6749, section 5.1).
	 */
	ClaimCheck grantedPermission(Collection<String> scopes) {
		String shown = TokenClaims.display(String.join(" ", new TreeSet<>(scopes)));
		String prefix = this.access.resource() + "/";
		List<String> missing = this.access.api()
			.missing(scopes.stream()
				.map((scope) -> scope.startsWith(prefix) ? scope.substring(prefix.length()) : scope)
				.toList());
		return unknownIfMissing("Permission", "scope", shown, missing.isEmpty(), advice(missing));
	}

	/**
	 * Check whether the token says that the client answers claims challenges. Only
	 * Microsoft Graph is told so, and a token need not have it.
	 */
	ClaimCheck capability(List<String> capabilities) {
		boolean declared = capabilities.stream().anyMatch("cp1"::equalsIgnoreCase);
		boolean wanted = this.access.api() == IncidentApi.GRAPH && !declared;
		return new ClaimCheck("Client capabilities", "xms_cc", String.join(" ", capabilities),
				declared ? Verdict.GOOD : Verdict.UNKNOWN, wanted ? "The token does not say cp1: an access that is"
						+ " revoked may last until the token expires. Nothing else depends on it." : null);
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
