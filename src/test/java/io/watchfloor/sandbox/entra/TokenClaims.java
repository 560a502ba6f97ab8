package io.watchfloor.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * The claims of Entra's tokens: version 2 in ID tokens, and version 1 in access tokens
 * for an API of Microsoft's.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference">Access
 * token claims</a>
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private static final String OTHER_TENANT = "44444444-aaaa-4000-8000-000000000000";

	/**
	 * The template of the directory role that reads incidents.
	 */
	private static final String SECURITY_READER = "5d6b6bb7-de71-4623-b4af-96380a352509";

	private final JsonMapper json = new JsonMapper();

	private final EntraTenant tenant;

	private final EntraControls controls;

	TokenClaims(EntraTenant tenant, EntraControls controls) {
		this.tenant = tenant;
		this.controls = controls;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		AccountAuthentication user = Objects.requireNonNull((AccountAuthentication) context.getPrincipal());
		context.getJwsHeader().type("JWT");
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			describeAccess(context, user.account());
		}
		else {
			describeIdentity(context, user);
			spoil(context.getClaims());
		}
	}

	private void describeAccess(JwtEncodingContext context, SandboxAccount account) {
		Instant now = Instant.now();
		SandboxApi api = api(context.getAuthorizedScopes());
		String scp = scopes(account, context.getAuthorizedScopes()).stream()
			.map((scope) -> scope.substring(scope.lastIndexOf('/') + 1))
			.collect(Collectors.joining(" "));
		context.getClaims().claims(Map::clear);
		context.getClaims()
			.audience(List.of(audience(api, context.getAuthorizedScopes())))
			.issuer("https://sts.windows.net/" + EntraTenant.ID + "/")
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(this.controls.nextAccessTokenLifetime()))
			.subject(pairwise(api.resource(), account))
			.claim("appid", context.getRegisteredClient().getClientId())
			.claim("oid", account.objectId())
			.claim("tid", EntraTenant.ID)
			.claim("upn", account.username())
			.claim("name", account.displayName())
			.claim("scp", scp)
			.claim("uti", UUID.randomUUID().toString())
			.claim("amr", List.of("pwd", "mfa"))
			.claim("acr", "1")
			.claim("wids", List.of(SECURITY_READER))
			.claim("ver", "1.0");
		if (api == SandboxApi.GRAPH && declaresClaimsChallenges(context.getAuthorization())) {
			context.getClaims().claim("xms_cc", List.of("cp1"));
		}
	}

	/**
	 * The API that a token is for. No token is for two: {@link CodeRules} refuses that.
	 */
	private SandboxApi api(Set<String> scopes) {
		return this.tenant.apisOf(scopes).iterator().next();
	}

	/**
	 * Graph's tokens name it by its address or by its number, as their scopes were asked
	 * for.
	 */
	private String audience(SandboxApi api, Set<String> scopes) {
		boolean byAddress = scopes.stream().anyMatch((scope) -> scope.startsWith(api.resource()));
		return (byAddress && !this.controls.graphByNumber()) ? api.resource() : api.id();
	}

	/**
	 * Whether the client said at sign-in that it can answer claims challenges.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge">Claims
	 * challenges</a>
	 */
	private boolean declaresClaimsChallenges(@Nullable OAuth2Authorization authorization) {
		OAuth2AuthorizationRequest asked = (authorization != null)
				? authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()) : null;
		Object claims = (asked != null) ? asked.getAdditionalParameters().get("claims") : null;
		return claims != null && this.json.readTree(claims.toString())
			.path("access_token")
			.path("xms_cc")
			.path("values")
			.valueStream()
			.anyMatch((value) -> value.asString("").equals("cp1"));
	}

	private void describeIdentity(JwtEncodingContext context, AccountAuthentication user) {
		Instant now = Instant.now().plus(this.controls.clockAhead());
		SandboxAccount account = user.account();
		String client = context.getRegisteredClient().getClientId();
		this.controls.signedIn(user.sessionId());
		context.getClaims().claims((claims) -> claims.keySet().retainAll(Set.of("nonce")));
		context.getClaims()
			.audience(List.of(client))
			.issuer(this.tenant.issuer())
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(Duration.ofMinutes(65)))
			.subject(pairwise(client, account))
			.claim("tid", EntraTenant.ID)
			.claim("oid", account.objectId())
			.claim("preferred_username", account.username())
			.claim("name", account.displayName())
			.claim("login_hint", user.loginHint())
			.claim("sid", user.sessionId())
			.claim("uti", UUID.randomUUID().toString())
			.claim("ver", "2.0");
	}

	private void spoil(JwtClaimsSet.Builder claims) {
		Instant now = Instant.now();
		switch (this.controls.idTokenFault()) {
			case ISSUER -> claims.issuer(this.tenant.at("/" + OTHER_TENANT + "/v2.0"));
			case AUDIENCE -> claims.audience(List.of(UUID.randomUUID().toString()));
			case NONCE -> claims.claim("nonce", "of another request");
			case EXPIRED -> claims.issuedAt(now.minus(Duration.ofHours(2)))
				.notBefore(now.minus(Duration.ofHours(2)))
				.expiresAt(now.minus(Duration.ofHours(1)));
			case NO_NONCE -> claims.claims((all) -> all.remove("nonce"));
			case NO_EXPIRY -> claims.claims((all) -> all.remove("exp"));
			case NOT_YET_ISSUED ->
				claims.issuedAt(now.plus(Duration.ofHours(1))).expiresAt(now.plus(Duration.ofHours(2)));
			case NOT_YET_VALID -> claims.notBefore(now.plus(Duration.ofHours(1)));
			case SUBJECT -> claims.subject("somebody else");
			case NO_ISSUE_TIME -> claims.claims((all) -> all.remove("iat"));
			case NO_OBJECT_ID -> claims.claims((all) -> all.remove("oid"));
			case ANOTHER_PARTY -> claims.claims((all) -> all.put("azp", "another client"));
			case NO_SUBJECT -> claims.claims((all) -> all.remove("sub"));
			case TENANT -> claims.claim("tid", OTHER_TENANT);
			default -> {
			}
		}
	}

	/**
	 * What the access token of an account is good for. The scopes of OpenID Connect are
	 * Microsoft Graph's own, so its tokens name them as well.
	 * @param account whose token
	 * @param requested what was asked for
	 * @return scopes of the API, in full
	 */
	Set<String> scopes(SandboxAccount account, Set<String> requested) {
		SandboxApi api = api(requested);
		Set<String> granted = new TreeSet<>();
		if (account.permitted()) {
			permissions(account, api).map((name) -> requested.contains(name) ? name : api.resource() + '/' + name)
				.forEach(granted::add);
		}
		else {
			granted.add(api.resource() + '/' + api.otherScope());
		}
		if (api == SandboxApi.GRAPH) {
			requested.stream().filter(Set.of("openid", "profile", "email")::contains).forEach(granted::add);
		}
		return granted;
	}

	/**
	 * Every permission that was consented to for the resource, asked for this time or
	 * not.
	 *
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity-platform/consent-types-developer">Consent
	 * types</a>
	 */
	private Stream<String> permissions(SandboxAccount account, SandboxApi api) {
		return this.controls.consents().given(account, api)
				? Stream.concat(api.scopes().stream(), Stream.of(api.writeScope())) : api.scopes().stream();
	}

	/** Another subject for each client, as Entra does. */
	private static String pairwise(String client, SandboxAccount account) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((client + "|" + account.objectId()).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
