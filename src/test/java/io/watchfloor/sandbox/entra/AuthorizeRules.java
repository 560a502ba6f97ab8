package io.watchfloor.sandbox.entra;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * What Entra wants of an authorization request. Redirect URIs match to the letter, on
 * loopback as well.
 */
final class AuthorizeRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

	private static final Set<String> PROMPTS = Set.of("login", "none", "consent", "select_account");

	private final JsonMapper json = new JsonMapper();

	private final EntraTenant tenant;

	AuthorizeRules(EntraTenant tenant) {
		this.tenant = tenant;
	}

	@Override
	public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		String redirectUri = request.getRedirectUri();
		if (!this.tenant.registered(redirectUri)) {
			throw new EntraRefusal(EntraError.REDIRECT_URI, String.valueOf(redirectUri));
		}
		checkScopes(request.getScopes());
		Map<String, Object> parameters = request.getAdditionalParameters();
		if (parameters.get("code_challenge") == null || !"S256".equals(parameters.get("code_challenge_method"))) {
			throw new EntraRefusal(EntraError.NO_CHALLENGE);
		}
		Object prompt = parameters.get("prompt");
		if (prompt != null && !PROMPTS.contains(prompt)) {
			throw new EntraRefusal(EntraError.MALFORMED);
		}
		Object mode = parameters.get("response_mode");
		if (mode != null && !"query".equals(mode)) {
			throw new EntraRefusal(EntraError.MALFORMED);
		}
		checkClaims(parameters.get("claims"));
	}

	private void checkScopes(Set<String> scopes) {
		if (scopes.isEmpty()) {
			throw new EntraRefusal(EntraError.MISSING_PARAMETER, "scope");
		}
		for (String scope : scopes) {
			if (!this.tenant.knows(scope)) {
				throw new EntraRefusal(this.tenant.namesResource(scope) ? EntraError.UNKNOWN_SCOPE : EntraError.SCOPE,
						scope);
			}
		}
		if (scopes.stream().noneMatch(this.tenant::isResourceScope)) {
			throw new EntraRefusal(EntraError.SCOPE, String.join(" ", scopes));
		}
	}

	private void checkClaims(@Nullable Object claims) {
		if (claims == null) {
			return;
		}
		try {
			if (!this.json.readTree(claims.toString()).isObject()) {
				throw new EntraRefusal(EntraError.MALFORMED);
			}
		}
		catch (JacksonException ex) {
			throw new EntraRefusal(EntraError.MALFORMED);
		}
	}

}
